package io.mcpcatalogue.collect.extract.value;

import java.util.Collection;

/** How large the parts of a value are together. */
final class Sizes {
  /** Beyond the largest lists of tools that are written by hand or generated. */
  private static final int MAX_SIZE = 1 << 18;

  private Sizes() {}

  /** Whether a value of these parts is kept. */
  static boolean fits(Collection<? extends Value> parts) {
    long size = 1;
    for (Value part : parts) {
      size += part.size();
    }
    return size <= MAX_SIZE;
  }

  /** The size of a value of these parts, which fit. */
  static int of(Collection<? extends Value> parts) {
    int size = 1;
    for (Value part : parts) {
      size += part.size();
    }
    return size;
  }

  static boolean areExact(Collection<? extends Value> parts) {
    for (Value part : parts) {
      if (!part.exact()) {
        return false;
      }
    }
    return true;
  }
}
