package io.mcpcatalogue.collect;

import io.mcpcatalogue.collect.ScanTarget.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what kind of target a person wrote. */
final class WrittenTarget {
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

  private WrittenTarget() {}

  static ScanTarget parse(String written) throws InvalidTargetException {
    String text = written.strip();
    if (text.isEmpty()) {
      throw new InvalidTargetException("an empty target; " + KINDS);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidTargetException("a target with control characters; " + KINDS);
    }
    if (text.equals("config")) {
      return ScanTarget.of(Kind.CLIENTS, text);
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
      case "npm" -> ScanTarget.of(Kind.NPM, "npm:" + rest, PackageReference.npm(rest));
      case "pypi" -> ScanTarget.of(Kind.PYPI, "pypi:" + rest, PackageReference.pypi(rest));
      case "github" -> repository(RepositoryReference.parse(rest));
      case "oci", "docker" -> ScanTarget.of(Kind.OCI, "oci:" + rest, ImageReference.parse(rest));
      case "registry" -> {
        if (!REGISTRY_NAME.matcher(rest).matches()) {
          throw new InvalidTargetException(
              text + ": not a name of the registry; write registry:NAMESPACE/NAME[@VERSION]");
        }
        yield ScanTarget.of(Kind.REGISTRY, "registry:" + rest);
      }
      case "http", "https" -> WebTargets.parse(text);
      default -> unknownScheme(text, scheme);
    };
  }

  static ScanTarget repository(RepositoryReference reference) {
    return ScanTarget.of(Kind.GITHUB, reference.target(), reference);
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
      return ScanTarget.of(Kind.DIRECTORY, text);
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidTargetException(text + ": neither a regular file nor a directory");
    }
    return ScanTarget.of(ScanTarget.isArchive(text) ? Kind.ARCHIVE : Kind.FILE, text);
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
}
