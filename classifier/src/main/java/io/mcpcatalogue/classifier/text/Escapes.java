package io.mcpcatalogue.classifier.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Decodes escapes that stand close together, with what stands between them: percent signs,
 * backslashes, entities. For one thread.
 */
final class Escapes {
  /** Fewer than this are a sign or two that had to be escaped. */
  static final int FEWEST = 3;

  private static final int WIDEST_GAP = 24;

  private final String text;
  private final List<String> found;
  private final StringBuilder decoded = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int count;
  private int behind;

  Escapes(String text, List<String> found) {
    this.text = text;
    this.found = found;
  }

  /** Whether escapes begin with it. */
  static boolean isSign(char c) {
    return c == '%' || c == '&' || c == '\\';
  }

  void find() {
    char[] characters = text.toCharArray();
    int i = 0;
    while (i < characters.length) {
      int end = isSign(characters[i]) ? escape(i) : i;
      i = end > i ? end : i + 1;
    }
    finish();
  }

  /** Decodes the escape that begins at i; returns its end, or i if there is none. */
  private int escape(int i) {
    if (text.startsWith("&#x", i)) {
      return number(i, i + 3, 16, 6, ";");
    }
    if (text.startsWith("&#", i)) {
      return number(i, i + 2, 10, 7, ";");
    }
    if (text.startsWith("\\u", i)) {
      return number(i, i + 2, 16, 4, "");
    }
    if (text.startsWith("\\x", i)) {
      return number(i, i + 2, 16, 2, "");
    }
    if (text.startsWith("%", i)) {
      return number(i, i + 1, 16, 2, "");
    }
    if (text.startsWith("&lt;", i)) {
      return add(i, '<', i + 4, false);
    }
    return text.startsWith("&gt;", i) ? add(i, '>', i + 4, false) : i;
  }

  private int number(int at, int from, int radix, int most, String behindIt) {
    int to = from;
    int value = 0;
    while (to < text.length() && to < from + most) {
      int digit = Character.digit(text.charAt(to), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      to++;
    }
    boolean whole = behindIt.isEmpty() ? to == from + most : to > from;
    return whole && text.startsWith(behindIt, to) && Character.isValidCodePoint(value)
        ? add(at, value, to + behindIt.length(), behindIt.isEmpty() && most == 2)
        : at;
  }

  private int add(int at, int value, int end, boolean isByte) {
    if (count > 0 && at - behind > WIDEST_GAP) {
      finish();
    }
    if (count == 0) {
      decoded.append(text, wordStart(at), at);
    } else if (at > behind) {
      flush();
      decoded.append(text, behind, at);
    }
    if (isByte) {
      bytes.write(value);
    } else {
      flush();
      decoded.appendCodePoint(value);
    }
    count++;
    behind = end;
    return end;
  }

  private void flush() {
    if (bytes.size() > 0) {
      decoded.append(bytes.toString(StandardCharsets.UTF_8));
      bytes.reset();
    }
  }

  private void finish() {
    flush();
    if (count >= FEWEST) {
      int end = behind;
      while (end < text.length() && Characters.isAsciiLetterOrDigit(text.charAt(end))) {
        end++;
      }
      found.add(decoded.append(text, behind, end).toString());
    }
    decoded.setLength(0);
    count = 0;
  }

  private int wordStart(int at) {
    int start = at;
    while (start > behind && Characters.isAsciiLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
