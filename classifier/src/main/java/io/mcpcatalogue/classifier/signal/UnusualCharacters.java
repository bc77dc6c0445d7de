package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.CharacterKind;
import java.util.List;

/** The characters beyond ASCII that a reader does not see, or takes for others. */
final class UnusualCharacters {
  private static final String LOOK_ALIKES =
      "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412"
          + "\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0406\u03BF\u03B1"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4"
          + "\u03A5\u03A7";

  // The first and the last of each range.
  private static final int[] ZERO_WIDTH = {
    0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x180E, 0x180E, 0x200B, 0x200F, 0x2060, 0x2064,
    0xFEFF, 0xFEFF
  };

  /** Seen neither, behind a letter; elsewhere they choose how a sign is drawn, or fill a place. */
  private static final int[] UNSEEN_BEHIND_LETTER = {
    0x115F, 0x1160, 0x180B, 0x180F, 0x206A, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFFA0, 0xFFA0
  };

  private static final int[] BIDIRECTIONAL = {0x202A, 0x202E, 0x2066, 0x2069};
  private static final int[] CONTROL = {0x7F, 0x9F};
  private static final int[] SURROGATE = {Character.MIN_SURROGATE, Character.MAX_SURROGATE};

  /**
   * Letters of mathematics, full-width, small, raised and enclosed letters: Latin to a reader, not
   * to a filter.
   */
  private static final int[] STYLISED = {
    0x1D00, 0x1D6A, 0x249C, 0x24E9, 0xFF41, 0xFF5A, 0x1D400, 0x1D7FF, 0x1F110, 0x1F189
  };

  /** A stroke that is drawn through the letter before it. */
  private static final int[] STROKE = {0x334, 0x338};

  /** A bit for each character that is worth a look: most letters of most scripts are not. */
  private static final long[] WORTH_A_LOOK = new long[1 << 10];

  static {
    for (int[] ranges :
        List.of(
            ZERO_WIDTH,
            UNSEEN_BEHIND_LETTER,
            BIDIRECTIONAL,
            CONTROL,
            SURROGATE,
            STYLISED,
            STROKE)) {
      for (int i = 0; i < ranges.length; i += 2) {
        for (int c = ranges[i]; c <= Math.min(ranges[i + 1], Character.MAX_VALUE); c++) {
          WORTH_A_LOOK[c >> 6] |= 1L << c;
        }
      }
    }
    for (int i = 0; i < LOOK_ALIKES.length(); i++) {
      char c = LOOK_ALIKES.charAt(i);
      WORTH_A_LOOK[c >> 6] |= 1L << c;
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
    } else if (isIn(ZERO_WIDTH, point)) {
      if (!joins(text, i, last + 1)) {
        sink.characters(CharacterKind.ZERO_WIDTH, i, last + 1);
      }
    } else if (isIn(UNSEEN_BEHIND_LETTER, point)) {
      if (i > 0 && isLatin(text.charAt(i - 1))) {
        sink.characters(CharacterKind.ZERO_WIDTH, i, last + 1);
      }
    } else if (isIn(BIDIRECTIONAL, point)) {
      sink.characters(CharacterKind.BIDIRECTIONAL, i, last + 1);
    } else if (isIn(CONTROL, point)) {
      sink.characters(CharacterKind.CONTROL, i, last + 1);
    } else if ((isLookAlike(point) || isIn(STROKE, point)) && touchesLatin(text, i, last + 1)
        || isIn(STYLISED, point) && standsAmongStylised(text, i, last + 1)) {
      sink.characters(CharacterKind.LOOK_ALIKE, i, last + 1);
    }
    return last;
  }

  private static boolean isIn(int[] ranges, int point) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (point >= ranges[i] && point <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFlag(String text, int i) {
    int start = i;
    while (start >= 2 && text.codePointBefore(start) >= 0xE0000 && i - start < 16) {
      start -= 2;
    }
    return start >= 2 && text.codePointBefore(start) == 0x1F3F4;
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

  /** A word of them is no symbol and no unit of measure. */
  private static boolean standsAmongStylised(String text, int start, int end) {
    return start > 0
        && isIn(STYLISED, text.codePointBefore(start))
        && end < text.length()
        && isIn(STYLISED, text.codePointAt(end));
  }

  private static boolean touchesLatin(String text, int start, int end) {
    return start > 0 && isLatin(text.charAt(start - 1))
        || end < text.length() && isLatin(text.charAt(end));
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
