package io.mcpcatalogue.collect;

import java.util.List;

/**
 * What the user asked to scan. Immutable.
 *
 * @param text the target as it was written; for a command, its words joined
 * @param command the words of a command to run, else empty
 */
public record ScanTarget(Kind kind, String text, List<String> command) {

  public ScanTarget {
    command = List.copyOf(command);
  }

  /** The kinds of target, each read by one collector. */
  public enum Kind {
    DIRECTORY,
    /** A JSON file: a tools/list result or a client configuration. */
    FILE,
    ARCHIVE,
    NPM,
    PYPI,
    GITHUB,
    OCI,
    REGISTRY,
    URL,
    /** The client configurations of this machine. */
    CLIENTS,
    COMMAND
  }

  public static ScanTarget command(List<String> words) {
    return new ScanTarget(Kind.COMMAND, String.join(" ", words), words);
  }
}
