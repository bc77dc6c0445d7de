package io.mcpcatalogue.collect;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the user asked to scan. Immutable.
 *
 * @param text the target as it was written; for a command, its words joined
 * @param command the words of a command to run, else empty
 */
public record ScanTarget(Kind kind, String text, List<String> command) {

  private static final List<String> ARCHIVE_ENDINGS =
      List.of(".tgz", ".tar.gz", ".tar", ".zip", ".whl", ".mcpb", ".dxt");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final Pattern REGISTRY_NAME =
      Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*(@[A-Za-z0-9.+_-]+)?");
  private static final Pattern OWNER_AND_REPOSITORY =
      Pattern.compile("[A-Za-z0-9-]+/[A-Za-z0-9._-]+(@[A-Za-z0-9._/-]+)?");
  private static final Pattern PACKAGE_LIKE =
      Pattern.compile("(@[a-z0-9._-]+/)?[a-z0-9_-][a-z0-9._-]*(@[A-Za-z0-9.^~_-]+)?");
  private static final String KINDS =
      "a target is a directory, a file, npm:NAME, pypi:NAME, github:OWNER/REPO, oci:IMAGE,"
          + " registry:NAME, https://HOST/PATH, config, or -- COMMAND ARGS...";

  public ScanTarget {
    command = List.copyOf(command);
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
    String text = written.strip();
    if (text.isEmpty()) {
      throw new InvalidTargetException("an empty target; " + KINDS);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidTargetException("a target with control characters; " + KINDS);
    }
    if (text.equals("config")) {
      return of(Kind.CLIENTS, text);
    }
    if (SCHEME.matcher(text).matches()) {
      return withScheme(text);
    }
    return path(text);
  }

  private static ScanTarget withScheme(String text) throws InvalidTargetException {
    int colon = text.indexOf(':');
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    return switch (scheme) {
      case "npm" -> {
        PackageReference.npm(rest);
        yield of(Kind.NPM, "npm:" + rest);
      }
      case "pypi" -> {
        PackageReference.pypi(rest);
        yield of(Kind.PYPI, "pypi:" + rest);
      }
      case "github" -> of(Kind.GITHUB, "github:" + RepositoryReference.parse(rest).text());
      case "oci", "docker" -> {
        ImageReference.parse(rest);
        yield of(Kind.OCI, "oci:" + rest);
      }
      case "registry" -> {
        if (!REGISTRY_NAME.matcher(rest).matches()) {
          throw new InvalidTargetException(
              text + ": not a name of the registry; write registry:NAMESPACE/NAME[@VERSION]");
        }
        yield of(Kind.REGISTRY, "registry:" + rest);
      }
      case "http", "https" -> WebTargets.parse(text);
      default -> unknownScheme(text, scheme);
    };
  }

  private static ScanTarget unknownScheme(String text, String scheme)
      throws InvalidTargetException {
    if (exists(text)) {
      return path(text);
    }
    throw new InvalidTargetException(text + ": unknown kind '" + scheme + "'; " + KINDS);
  }

  private static ScanTarget path(String text) throws InvalidTargetException {
    if (!exists(text)) {
      throw new InvalidTargetException(
          text + ": no such file or directory" + guess(text) + "; " + KINDS);
    }
    Path path = Path.of(text);
    if (Files.isDirectory(path)) {
      return of(Kind.DIRECTORY, text);
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidTargetException(text + ": neither a regular file nor a directory");
    }
    return of(isArchive(text) ? Kind.ARCHIVE : Kind.FILE, text);
  }

  /** What stands behind the kind in the text: {@code NAME@VERSION} of {@code npm:NAME@VERSION}. */
  public String reference() {
    return text.substring(text.indexOf(':') + 1);
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

  private static boolean exists(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String guess(String text) {
    if (text.startsWith("@") && PACKAGE_LIKE.matcher(text).matches()) {
      return "; did you mean npm:" + text + "?";
    }
    if (OWNER_AND_REPOSITORY.matcher(text).matches() && !text.startsWith(".")) {
      return "; did you mean github:" + text + "?";
    }
    if (PACKAGE_LIKE.matcher(text).matches() && !text.endsWith(".json")) {
      return "; did you mean npm:" + text + " or pypi:" + text + "?";
    }
    return "";
  }

  static ScanTarget of(Kind kind, String text) {
    return new ScanTarget(kind, text, List.of());
  }
}
