package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.CharacterKind;

/**
 * One pass over the characters of a text: finds what a reader does not see, and hands pairs of
 * characters to the literal matcher. Immutable.
 */
final class CharacterScan {
  private static final int SHORTEST_BLOB = 160;
  private static final int WIDEST_SPACE = 48;
  private static final int MOST_EMPTY_LINES = 12;

  private static final int ASCII = 128;

  /** Nothing needs to be done about the character. */
  private static final byte PLAIN = 0;

  /** A visible character that may be part of a literal, or ends a run such as Base64. */
  private static final byte NOTABLE = 1;

  /** A space or control character. */
  private static final byte UNSEEN = 2;

  private final LiteralMatcher literals;
  private final byte[] kinds = new byte[ASCII];

  /** Takes what is found. */
  interface Sink extends LiteralMatcher.Sink {
    void characters(CharacterKind kind, int start, int end);
  }

  CharacterScan(LiteralMatcher literals) {
    this.literals = literals;
    for (char c = 0; c < ASCII - 1; c++) {
      boolean notable = literals.mayBegin(c) || !isBlobCharacter(c);
      kinds[c] = c <= ' ' ? UNSEEN : notable ? NOTABLE : PLAIN;
    }
  }

  /** Scans the text, whose characters are given as well. */
  void scan(String text, char[] characters, Sink sink) {
    int run = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = characters[i];
      byte kind = c < ASCII - 1 ? kinds[c] : NOTABLE;
      if (kind == PLAIN) {
        continue;
      }
      if (literals.mayBegin(c) && i + 1 < length && literals.mayBegin(c, characters[i + 1])) {
        literals.matchAround(text, i, sink);
      }
      if (!isBlobCharacter(c)) {
        checkBlob(text, run, i, sink);
        run = i + 1;
      }
      if (c >= ASCII - 1) {
        i = special(text, i, sink);
      } else if (kind == UNSEEN && (i == 0 || characters[i - 1] > ' ')) {
        checkUnseen(text, characters, i, sink);
      }
    }
    checkBlob(text, run, length, sink);
  }

  /** Looks at a run of spaces and control characters that begins at i. */
  private static void checkUnseen(String text, char[] characters, int i, Sink sink) {
    int end = i;
    while (end < text.length() && characters[end] <= ' ') {
      char c = characters[end];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        sink.characters(CharacterKind.CONTROL, end, end + 1);
      }
      end++;
    }
    int start =
        i > 0 && Character.isLowSurrogate(characters[i - 1])
            ? text.offsetByCodePoints(i, -1) + 1
            : i;
    if (end - start >= (end < text.length() ? MOST_EMPTY_LINES : WIDEST_SPACE)) {
      checkPadding(text, start, end, sink);
    }
  }

  private static boolean isBlobCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/'
        || c == '=';
  }

  /** A long run that mixes digits and letters; words and paths without spaces do not. */
  private static void checkBlob(String text, int start, int end, Sink sink) {
    if (end - start < SHORTEST_BLOB) {
      return;
    }
    int digits = 0;
    int slashes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      slashes += c == '/' ? 1 : 0;
    }
    if (digits * 20 > end - start && slashes * 10 < end - start) {
      sink.characters(CharacterKind.BLOB, start, end);
    }
  }

  private static void checkPadding(String text, int start, int end, Sink sink) {
    int lines = 0;
    int onLine = 0;
    int widest = 0;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\n') {
        lines++;
        onLine = 0;
      } else {
        widest = Math.max(widest, ++onLine);
      }
    }
    if (lines >= MOST_EMPTY_LINES || widest >= WIDEST_SPACE) {
      sink.characters(CharacterKind.PADDING, start, end);
    }
  }

  /** Looks at a character outside of printable ASCII; returns the last index that belongs to it. */
  private static int special(String text, int i, Sink sink) {
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
    } else if (point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069) {
      sink.characters(CharacterKind.BIDIRECTIONAL, i, last + 1);
    } else if (point >= 0x7f && point <= 0x9f) {
      sink.characters(CharacterKind.CONTROL, i, last + 1);
    } else if (isLookAlike(point) && touchesLatin(text, i, last + 1)) {
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
    return "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0406\u03BF\u03B1\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"
                .indexOf(point)
            >= 0
        || point >= 0x1D400 && point <= 0x1D7FF;
  }

  private static boolean touchesLatin(String text, int start, int end) {
    return start > 0 && isLatin(text.charAt(start - 1))
        || end < text.length() && isLatin(text.charAt(end));
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
