package io.mcpcatalogue.model;

import java.util.Locale;

/**
 * Makes text of hostile servers fit to be seen: whatever steers a terminal, hides, or reorders what
 * stands around it is spelled out. Ranges are listed here rather than asked of the Java version, so
 * that every version writes the same bytes.
 */
public final class SafeText {
  /** More marks on one letter than any language needs, so few enough to stay within a line. */
  private static final int MARKS_ON_ONE_LETTER = 4;

  /** First and last code point of each range that no reader can see, in ascending order. */
  private static final int[][] INVISIBLE = {
    {0x00, 0x1f},
    {0x7f, 0x9f},
    {0xad, 0xad},
    {0x34f, 0x34f},
    {0x61c, 0x61c},
    {0x115f, 0x1160},
    {0x17b4, 0x17b5},
    {0x180b, 0x180f},
    {0x200b, 0x200f},
    {0x2028, 0x202e},
    {0x2060, 0x206f},
    {0x2800, 0x2800},
    {0x3164, 0x3164},
    {0xd800, 0xf8ff}, // lone surrogates, and private use: what it shows depends on the font
    {0xfe00, 0xfe0f},
    {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},
    {0xfff0, 0xfffb},
    {0xfffe, 0xffff},
    {0x1bca0, 0x1bca3},
    {0x1d173, 0x1d17a},
    {0xe0000, 0x10ffff},
  };

  private SafeText() {}

  /** The text on one line, with everything invisible spelled out as an escape. */
  public static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    appendLine(out, text, Integer.MAX_VALUE);
    return out.toString();
  }

  /** Whether the text is printable ASCII, as most of it is: then each character is one column. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * The safe line of a text, at most so many characters and an ellipsis. Line breaks and tabs
   * become blanks, as suits words that are quoted within a message.
   */
  public static String line(String text, int maxLength) {
    if (text.length() <= maxLength && isPlain(text)) {
      return text;
    }
    // No char of the text becomes less than a char: what lies behind is never looked at.
    String enough = text.substring(0, Math.min(text.length(), maxLength + 2));
    StringBuilder out = new StringBuilder(enough.length() + 1);
    appendLine(out, enough.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '), maxLength);
    return out.toString();
  }

  private static void appendLine(StringBuilder out, String text, int maxLength) {
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      marks = isMark(codePoint) ? marks + 1 : 0;
      int before = out.length();
      if (isInvisible(codePoint) || marks > MARKS_ON_ONE_LETTER) {
        spell(out, codePoint);
      } else {
        out.appendCodePoint(codePoint);
      }
      if (out.length() > maxLength) {
        out.setLength(before);
        out.append('…');
        return;
      }
    }
  }

  /** Whether the code point has no glyph of its own, or changes how others are shown. */
  public static boolean isInvisible(int codePoint) {
    for (int[] range : INVISIBLE) {
      if (codePoint <= range[1]) {
        return codePoint >= range[0];
      }
    }
    return false;
  }

  private static void spell(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default ->
          out.append("\\u{").append(String.format(Locale.ROOT, "%02x", codePoint)).append('}');
    }
  }

  /** The number of terminal columns that the text takes. */
  public static int width(String text) {
    if (isPlain(text)) {
      return text.length();
    }
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      width += width(codePoint);
    }
    return width;
  }

  /** The safe line of a text, cut to so many columns; what was cut is marked by an ellipsis. */
  public static String cut(String text, int columns) {
    // No code point takes less than a char, and marks are bounded: the rest is never looked at.
    int enough = Math.min(text.length(), columns * (MARKS_ON_ONE_LETTER + 2) + 2);
    String line = line(text.substring(0, enough));
    if (width(line) <= columns && enough == text.length()) {
      return line;
    }
    if (isPlain(line)) {
      return line.substring(0, Math.max(0, Math.min(line.length(), columns - 1))) + "…";
    }
    int width = 0;
    int end = 0;
    while (end < line.length()) {
      int codePoint = line.codePointAt(end);
      if (width + width(codePoint) > columns - 1) {
        break;
      }
      width += width(codePoint);
      end += Character.charCount(codePoint);
    }
    return line.substring(0, end) + "…";
  }

  /** The safe line of a text, cut or filled up with spaces to exactly so many columns. */
  public static String cell(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(Math.max(0, columns - width(cut)));
  }

  private static int width(int codePoint) {
    if (isMark(codePoint)) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
        || (c >= 0xa960 && c <= 0xa97f)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1f64f)
        || (c >= 0x1f680 && c <= 0x1f6ff)
        || (c >= 0x1f900 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
