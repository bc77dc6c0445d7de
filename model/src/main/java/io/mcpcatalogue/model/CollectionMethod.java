package io.mcpcatalogue.model;

/** How the tools of a server became known; trust follows it. Ordered from most to least trusted. */
public enum CollectionMethod {
  /** The running server, or a saved answer of it, listed them. */
  LISTED,
  /** They were read out of source code that was not run. */
  EXTRACTED,
  /** A manifest, registry or document declares them. */
  DECLARED
}
