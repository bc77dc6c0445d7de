package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.CharacterKind;

/** The characters beyond ASCII that a reader does not see, or takes for others. */
final class UnusualCharacters {
  private static final String LOOK_ALIKES =
      "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412"
          + "\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0406\u03BF\u03B1"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4"
          + "\u03A5\u03A7";

  /** A bit for each character that is worth a look: most letters of most scripts are not. */
  private static final long[] WORTH_A_LOOK = new long[1 << 10];

  static {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (Character.isSurrogate((char) c)
          || isZeroWidth(c)
          || isBidirectional(c)
          || isControl(c)
          || isLookAlike(c)
          || isStylised(c)
          || isStroke(c)) {
        WORTH_A_LOOK[c >> 6] |= 1L << c;
      }
    }
  }

  private UnusualCharacters() {}

  /** Whether the character may be one of them, or a part of one. */
  static boolean include(char c) {
    return (WORTH_A_LOOK[c >> 6] & 1L << c) != 0;
  }

  /** Tells what hides at i; returns the last index that belongs to it. */
  static int look(String text, int i, CharacterScan.Sink sink) {
    int point = text.codePointAt(i);
    int last = i + Character.charCount(point) - 1;
    if (point >= 0xE0000 && point <= 0xE0FFF) {
      // Flags such as that of Scotland are a black flag followed by tags.
      if (!isFlag(text, i)) {
        sink.characters(CharacterKind.TAGS, i, last + 1);
      }
    } else if (isZeroWidth(point)) {
      if (!joins(text, i, last + 1)) {
        sink.characters(CharacterKind.ZERO_WIDTH, i, last + 1);
      }
    } else if (isBidirectional(point)) {
      sink.characters(CharacterKind.BIDIRECTIONAL, i, last + 1);
    } else if (isControl(point)) {
      sink.characters(CharacterKind.CONTROL, i, last + 1);
    } else if ((isLookAlike(point) || isStroke(point)) && touchesLatin(text, i, last + 1)
        || isStylised(point) && standsAmongStylised(text, i, last + 1)) {
      sink.characters(CharacterKind.LOOK_ALIKE, i, last + 1);
    }
    return last;
  }

  private static boolean isFlag(String text, int i) {
    int start = i;
    while (start >= 2 && text.codePointBefore(start) >= 0xE0000 && i - start < 16) {
      start -= 2;
    }
    return start >= 2 && text.codePointBefore(start) == 0x1F3F4;
  }

  private static boolean isZeroWidth(int point) {
    return point >= 0x200B && point <= 0x200F
        || point >= 0x2060 && point <= 0x2064
        || point == 0xFEFF
        || point == 0x00AD
        || point == 0x034F
        || point == 0x061C
        || point == 0x180E;
  }

  private static boolean isBidirectional(int point) {
    return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }

  private static boolean isControl(int point) {
    return point >= 0x7f && point <= 0x9f;
  }

  /** Joiners within emoji and within scripts that need them hide nothing. */
  private static boolean joins(String text, int start, int end) {
    char c = text.charAt(start);
    if (c == '\uFEFF' && start == 0) {
      return true;
    }
    boolean joiner = c >= '\u200C' && c <= '\u200F';
    return joiner
        && start > 0
        && end < text.length()
        && text.charAt(start - 1) > 0x2ff
        && text.charAt(end) > 0x2ff;
  }

  /** Cyrillic, Greek and full-width letters that are drawn like Latin ones. */
  private static boolean isLookAlike(int point) {
    return LOOK_ALIKES.indexOf(point) >= 0 || point >= 0x1D400 && point <= 0x1D7FF;
  }

  /**
   * Letters of mathematics, full-width, small, raised and enclosed letters: Latin to a reader, not
   * to a filter.
   */
  private static boolean isStylised(int point) {
    return point >= 0x1D400 && point <= 0x1D7FF
        || point >= 0xFF41 && point <= 0xFF5A
        || point >= 0x1D00 && point <= 0x1D6A
        || point >= 0x249C && point <= 0x24E9
        || point >= 0x1F110 && point <= 0x1F189;
  }

  /** A stroke that is drawn through the letter before it. */
  private static boolean isStroke(int point) {
    return point >= 0x334 && point <= 0x338;
  }

  /** A word of them is no symbol and no unit of measure. */
  private static boolean standsAmongStylised(String text, int start, int end) {
    return start > 0
        && isStylised(text.codePointBefore(start))
        && end < text.length()
        && isStylised(text.codePointAt(end));
  }

  private static boolean touchesLatin(String text, int start, int end) {
    return start > 0 && isLatin(text.charAt(start - 1))
        || end < text.length() && isLatin(text.charAt(end));
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
