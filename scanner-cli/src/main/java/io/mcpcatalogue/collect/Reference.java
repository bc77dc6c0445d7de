package io.mcpcatalogue.collect;

/** What a target names that is fetched before it is scanned. Immutable. */
public sealed interface Reference permits PackageReference, RepositoryReference, ImageReference {

  /** The id in the catalogue of what is fetched, whatever its version. */
  String id();
}
