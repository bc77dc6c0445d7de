package io.mcpcatalogue.model;

import java.util.Optional;
import java.util.Set;

/**
 * A server's id with the version that was scanned. Immutable; {@link #toString()} is the form in
 * which reports print it: {@code npm:NAME@VERSION} where a version can be asked for, else the id.
 *
 * @param id the id in the catalogue, the same for all versions
 * @param version empty when it is not known
 */
public record VersionedId(String id, String version) {
  /** The kinds of target that can be named with a version. */
  private static final Set<String> KINDS = Set.of("npm", "pypi", "github");

  /** The id and version of an id that a report printed for that version. */
  public static VersionedId printed(String text, String version) {
    String id = text.endsWith("@" + version) ? text.substring(0, at(text, version)) : text;
    VersionedId versioned = new VersionedId(id, version);
    return versioned.toString().equals(text) ? versioned : new VersionedId(text, version);
  }

  /** The id and version of a text that names both. */
  public static Optional<VersionedId> parse(String text) {
    int at = text.lastIndexOf('@');
    // What follows the colon at once is the scope of an npm package.
    if (at <= text.indexOf(':') + 1 || at == text.length() - 1) {
      return Optional.empty();
    }
    VersionedId versioned = new VersionedId(text.substring(0, at), text.substring(at + 1));
    return versioned.hasVersion() ? Optional.of(versioned) : Optional.empty();
  }

  private static int at(String text, String version) {
    return text.length() - version.length() - 1;
  }

  private boolean hasVersion() {
    return !version.isEmpty() && KINDS.contains(id.substring(0, Math.max(0, id.indexOf(':'))));
  }

  @Override
  public String toString() {
    return hasVersion() ? id + "@" + version : id;
  }
}
