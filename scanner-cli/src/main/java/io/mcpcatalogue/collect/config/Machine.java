package io.mcpcatalogue.collect.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where clients look for their configuration on one machine. Holds the environment, so its text
 * form shows nothing of it. Immutable.
 *
 * @param home the user's home directory
 * @param project the directory in which a client would be started
 */
public record Machine(
    OperatingSystem system, Path home, Path project, Map<String, String> environment) {

  /** The systems, as far as their paths differ. */
  public enum OperatingSystem {
    LINUX,
    MAC,
    WINDOWS
  }

  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The machine this program runs on. */
  public static Machine here(Map<String, String> environment) {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    OperatingSystem system =
        name.startsWith("windows")
            ? OperatingSystem.WINDOWS
            : name.startsWith("mac") ? OperatingSystem.MAC : OperatingSystem.LINUX;
    return new Machine(
        system,
        Path.of(System.getProperty("user.home", ".")),
        Path.of("").toAbsolutePath(),
        environment);
  }

  /** Where programs of this system keep the settings of a user. */
  Path settings() {
    return switch (system) {
      case LINUX -> variable("XDG_CONFIG_HOME", home.resolve(".config"));
      case MAC -> home.resolve("Library/Application Support");
      case WINDOWS -> variable("APPDATA", home.resolve("AppData/Roaming"));
    };
  }

  /** A path that a variable may name. */
  Path variable(String name, Path usual) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? usual : Path.of(value);
  }

  @Override
  public String toString() {
    return "Machine[" + system + ", home=" + home + "]";
  }
}
