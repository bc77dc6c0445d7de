package io.mcpcatalogue.collect.source;

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
    return URI.create(value(variable).orElse(usual).replaceFirst("/+$", "") + "/");
  }

  Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
  }

  @Override
  public String toString() {
    return "SourceSettings[home=" + home + "]";
  }
}
