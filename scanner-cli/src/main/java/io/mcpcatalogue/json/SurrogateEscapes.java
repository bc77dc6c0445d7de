package io.mcpcatalogue.json;

/**
 * Mends JSON in which an escape stands for half a character: such a half may be part of a value,
 * but as part of a name it makes the parser refuse all of the document.
 */
public final class SurrogateEscapes {
  private static final byte[] REPLACEMENT = {'f', 'f', 'f', 'd'};

  /** A backslash, a {@code u}, and four digits. */
  private static final int LENGTH = 6;

  private SurrogateEscapes() {}

  /** A copy with the replacement character for every half, or the same array where none is. */
  public static byte[] mended(byte[] json) {
    byte[] mended = json;
    for (int i = 0; i < json.length; i++) {
      if (json[i] != '\\') {
        continue;
      }
      int unit = unit(json, i);
      if (unit < 0) {
        // Another escape: what stands behind its backslash begins none.
        i++;
      } else if (isHigh(unit) && isLow(unit(json, i + LENGTH))) {
        i += 2 * LENGTH - 1;
      } else {
        if (isHigh(unit) || isLow(unit)) {
          mended = mended == json ? json.clone() : mended;
          System.arraycopy(REPLACEMENT, 0, mended, i + 2, REPLACEMENT.length);
        }
        i += LENGTH - 1;
      }
    }
    return mended;
  }

  /** The UTF-16 unit whose escape begins here; -1 where none does. */
  private static int unit(byte[] json, int at) {
    if (at + LENGTH > json.length || json[at] != '\\' || json[at + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + LENGTH; i++) {
      int digit = Character.digit(json[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static boolean isHigh(int unit) {
    return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
  }

  private static boolean isLow(int unit) {
    return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
  }
}
