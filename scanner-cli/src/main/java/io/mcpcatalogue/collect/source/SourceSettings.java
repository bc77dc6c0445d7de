package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.http.BaseAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the machine says about where packages come from. Holds the environment, secrets included, so
 * its text form shows nothing. Immutable.
 *
 * @param home the user's home directory
 */
public record SourceSettings(Map<String, String> environment, Path home) {

  public SourceSettings {
    environment = Map.copyOf(environment);
  }

  /** An address that a variable replaces, for mirrors and private installations. */
  URI address(String variable, String usual) {
    return BaseAddress.of(value(variable).orElse(usual));
  }

  Optional<String> value(String variable) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public String toString() {
    return "SourceSettings[home=" + home + "]";
  }
}
