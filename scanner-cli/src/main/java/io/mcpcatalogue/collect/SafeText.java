package io.mcpcatalogue.collect;

import java.util.Locale;

/**
 * Makes words of a server fit for a message to a person: one line, bounded, with nothing in it that
 * could steer a terminal or hide from the eye.
 */
public final class SafeText {
  private SafeText() {}

  /**
   * One line of at most so many characters. Line breaks and tabs become blanks; other control
   * characters, invisible and direction characters and lone surrogates are spelled out.
   */
  public static String line(String text, int maxLength) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), maxLength) + 1);
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      int before = out.length();
      append(point, out);
      if (out.length() > maxLength) {
        out.setLength(before);
        return out.append('…').toString();
      }
    }
    return out.toString();
  }

  private static void append(int point, StringBuilder out) {
    if (point == '\n' || point == '\r' || point == '\t') {
      out.append(' ');
    } else if (isUnsafe(point)) {
      out.append(String.format(Locale.ROOT, "\\u{%x}", point));
    } else {
      out.appendCodePoint(point);
    }
  }

  private static boolean isUnsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}
