package io.mcpcatalogue.collect.extract.value;

import java.util.Collection;

/** How large the parts of a value are together. */
final class Sizes {
  /** Beyond the largest lists of tools that are written by hand or generated. */
  private static final int MAX_SIZE = 1 << 18;

  private Sizes() {}

  /** Stands for the size of a value of too many parts, which is not kept. */
  static final int TOO_LARGE = Integer.MAX_VALUE;

  /** The size of a value of these parts. */
  static int of(Collection<? extends Value> parts) {
    long size = 1;
    for (Value part : parts) {
      size += part.size();
    }
    return size <= MAX_SIZE ? (int) size : TOO_LARGE;
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
