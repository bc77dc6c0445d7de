package io.mcpcatalogue.collect;

import java.util.regex.Pattern;

/**
 * A package of npm or PyPI as the user named it: {@code NAME[@VERSION]}. Immutable.
 *
 * @param registry {@code npm} or {@code pypi}
 * @param name the package's name; npm scopes included, PyPI names in their normal form
 * @param version an exact version, a range or a tag as written; empty for the newest
 */
public record PackageReference(String registry, String name, String version) implements Reference {

  // What the registries accept, old npm names with upper case included. Never a slash but that of a
  // scope, and never a leading dot: the name becomes part of an address.
  private static final Pattern NPM_NAME =
      Pattern.compile("(@[A-Za-z0-9~_-][A-Za-z0-9._~-]*/)?[A-Za-z0-9~_-][A-Za-z0-9._~-]*");
  private static final Pattern PYPI_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
  private static final Pattern PYPI_EXTRAS = Pattern.compile("\\[[A-Za-z0-9._, -]*]");
  private static final Pattern NPM_VERSION = Pattern.compile("[A-Za-z0-9.+*^~<>=| -]{1,200}");
  private static final Pattern PYPI_VERSION = Pattern.compile("[A-Za-z0-9.+!_-]{1,200}");

  @Override
  public String id() {
    return registry + ":" + name;
  }

  /** Parses what follows {@code npm:}. */
  public static PackageReference npm(String text) throws InvalidTargetException {
    int at = text.indexOf('@', 1);
    String name = at < 0 ? text : text.substring(0, at);
    String version = at < 0 ? "" : text.substring(at + 1).strip();
    if (!NPM_NAME.matcher(name).matches() || name.length() > 214) {
      throw new InvalidTargetException(
          "npm:" + text + ": not a package name; write npm:NAME or npm:@SCOPE/NAME[@VERSION]");
    }
    if (at >= 0 && !NPM_VERSION.matcher(version).matches()) {
      throw new InvalidTargetException(
          "npm:" + text + ": what follows '@' is no version, range or tag");
    }
    return new PackageReference("npm", name, version);
  }

  /** Parses what follows {@code pypi:}; {@code ==} is taken for {@code @}, extras are dropped. */
  public static PackageReference pypi(String text) throws InvalidTargetException {
    String plain = PYPI_EXTRAS.matcher(text).replaceFirst("").replace("==", "@");
    int at = plain.indexOf('@');
    String name = at < 0 ? plain : plain.substring(0, at);
    String version = at < 0 ? "" : plain.substring(at + 1).strip();
    if (!PYPI_NAME.matcher(name).matches() || name.length() > 214) {
      throw new InvalidTargetException(
          "pypi:" + text + ": not a package name; write pypi:NAME[@VERSION]");
    }
    if (at >= 0 && !PYPI_VERSION.matcher(version).matches()) {
      throw new InvalidTargetException(
          "pypi:" + text + ": what follows '@' is no exact version; ranges are for npm only");
    }
    return new PackageReference("pypi", Names.pypi(name), version);
  }
}
