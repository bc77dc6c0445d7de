package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.extract.packages.SourcePackage;

/**
 * How the servers of a tree are called in the catalogue. Immutable.
 *
 * @param target what the user named
 * @param id of the tree as a whole ({@code npm:NAME}, {@code github:OWNER/REPO}), empty when the
 *     tree has none and every server is called by its package
 * @param version of the tree as a whole, empty when unknown
 */
public record SourceIdentity(String target, String id, String version) {

  /** For a directory: nothing says that its packages are published under the names they bear. */
  public static SourceIdentity ofDirectory(String target) {
    return new SourceIdentity(target, "", "");
  }

  /**
   * The id of a server.
   *
   * @param only whether it is the only server of the tree
   */
  String idOf(SourcePackage source, boolean only) {
    if (id.isEmpty()) {
      return "source:" + source.name();
    }
    return only || source.folder().isEmpty() ? id : id + "/" + source.name();
  }

  String versionOf(SourcePackage source) {
    return source.folder().isEmpty() && !version.isEmpty() ? version : source.version();
  }
}
