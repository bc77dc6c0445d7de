package io.mcpcatalogue.json;

/**
 * What JSON may cost: hostile input is refused at these limits, not at the end of memory.
 * Immutable.
 *
 * @param maxMemory bytes that the values may take, by a rough estimate
 */
public record JsonLimits(
    int maxDepth, int maxStringLength, long maxDocumentLength, long maxMemory) {

  /**
   * Deep enough for every schema seen in the wild (12 levels), far from what hurts. One document
   * never takes more than a third of the memory that the program was given.
   */
  public static final JsonLimits DEFAULT =
      new JsonLimits(200, 16 << 20, 64L << 20, Runtime.getRuntime().maxMemory() / 3);

  /** These limits with another length of the document. */
  public JsonLimits withMaxDocumentLength(long length) {
    return new JsonLimits(maxDepth, maxStringLength, length, maxMemory);
  }
}
