package io.mcpcatalogue.classifier.signal;

import java.util.Locale;

/** Spells out characters that cannot be seen; what Unicode tags hide is decoded. */
final class Visible {
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007E;
  private static final int TAG_OFFSET = 0xE0000;
  private static final int FEWEST_DIGITS = 4;

  private Visible() {}

  /** The same for a beginning that is seen as more than so many characters, if there are more. */
  static String beginning(String text, int most) {
    // Of two characters that make one at least one is seen.
    int enough = 2 * (most + 1);
    return of(text.length() > enough ? text.substring(0, enough) : text);
  }

  static String of(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, plain);
    boolean inTags = false;
    for (int i = plain; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      boolean isTag = point >= FIRST_TAG && point <= LAST_TAG;
      if (isTag != inTags) {
        out.append(isTag ? "[hidden: " : "]");
        inTags = isTag;
      }
      if (isTag) {
        out.append((char) (point - TAG_OFFSET));
      } else {
        append(out, point);
      }
    }
    return inTags ? out.append(']').toString() : out.toString();
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\n' || point == '\r' || point == '\t') {
      out.append(' ');
    } else if (isHidden(point)) {
      String digits = Integer.toHexString(point).toUpperCase(Locale.ROOT);
      int missing = Math.max(0, FEWEST_DIGITS - digits.length());
      out.append("[U+").append("0".repeat(missing)).append(digits).append(']');
    } else {
      out.appendCodePoint(point);
    }
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f;
  }

  private static boolean isHidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || point >= 0xE0000 && point <= 0xE0FFF;
  }
}
