package io.mcpcatalogue.json;

/**
 * What JSON may cost: hostile input is refused at these limits, not at the end of memory.
 * Immutable.
 */
public record JsonLimits(int maxDepth, int maxStringLength, long maxDocumentLength) {
  /** Deep enough for every schema seen in the wild (12 levels), far from what hurts. */
  public static final JsonLimits DEFAULT = new JsonLimits(200, 16 << 20, 64L << 20);
}
