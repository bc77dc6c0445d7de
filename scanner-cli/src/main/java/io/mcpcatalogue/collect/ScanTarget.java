package io.mcpcatalogue.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user asked to scan. Immutable.
 *
 * @param text the target as it was written; for a command, its words joined
 * @param command the words of a command to run, else empty
 * @param reference what is to be fetched, where that is a package, a repository or an image
 */
public record ScanTarget(
    Kind kind, String text, List<String> command, Optional<Reference> reference) {

  private static final List<String> ARCHIVE_ENDINGS =
      List.of(".tgz", ".tar.gz", ".tar", ".zip", ".whl", ".mcpb", ".dxt");

  public ScanTarget {
    command = List.copyOf(command);
  }

  public ScanTarget(Kind kind, String text, List<String> command) {
    this(kind, text, command, Optional.empty());
  }

  /** The kinds of target, each read by one collector. */
  public enum Kind {
    DIRECTORY,
    /** A JSON file: a tools/list result or a client configuration. */
    FILE,
    ARCHIVE,
    /** An archive at an address. */
    DOWNLOAD,
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

  /**
   * Tells what kind of target was written. Looks at the file system and at nothing else.
   *
   * @throws InvalidTargetException when it is none; the message names what was probably meant
   */
  public static ScanTarget parse(String written) throws InvalidTargetException {
    return WrittenTarget.parse(written);
  }

  /** What stands behind the kind in the text: {@code NAME@VERSION} of {@code npm:NAME@VERSION}. */
  public String withoutKind() {
    return text.substring(text.indexOf(':') + 1);
  }

  /** What is to be fetched, by a collector that knows of what type it is. */
  public <T extends Reference> T reference(Class<T> type) {
    return type.cast(reference.orElseThrow());
  }

  /** Whether a path names an archive by its ending. */
  static boolean isArchive(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return ARCHIVE_ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /** The name of a file without its folder and its ending; archives may have two endings. */
  public static String stem(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    int end =
        ARCHIVE_ENDINGS.stream()
            .filter(lower::endsWith)
            .findFirst()
            .map(ending -> name.length() - ending.length())
            .orElse(name.lastIndexOf('.'));
    return end > 0 ? name.substring(0, end) : name;
  }

  static ScanTarget of(Kind kind, String text) {
    return new ScanTarget(kind, text, List.of());
  }

  static ScanTarget of(Kind kind, String text, Reference reference) {
    return new ScanTarget(kind, text, List.of(), Optional.of(reference));
  }
}
