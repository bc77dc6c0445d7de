package io.mcpcatalogue.classifier.text;

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
  private static final int ASCII = 128;

  private final char[] text;
  private final int length;
  private final List<String> found;
  private final StringBuilder decoded = new StringBuilder();

  /** Bytes that one character may be made of, a byte each. */
  private final StringBuilder bytes = new StringBuilder();

  private int count;
  private int behind;

  /** Reads so many characters of a text, behind which stands a blank. */
  Escapes(char[] text, int length, List<String> found) {
    this.text = text;
    this.length = length;
    this.found = found;
  }

  /** Whether escapes begin with it. */
  static boolean isSign(char c) {
    return c == '%' || c == '&' || c == '\\';
  }

  void find() {
    for (int i = 0; i < length; i++) {
      if (isSign(text[i])) {
        i = Math.max(i, escape(i) - 1);
      }
    }
    finish();
  }

  /** Decodes the escape that begins at i; returns its end, or i if there is none. */
  private int escape(int i) {
    if (text[i] == '%') {
      return number(i, i + 1, 16, 2);
    }
    char kind = text[i + 1];
    if (text[i] == '&') {
      return kind == '#' ? entity(i) : bracket(i, kind);
    }
    return kind == 'u' || kind == 'x' ? number(i, i + 2, 16, kind == 'u' ? 4 : 2) : i;
  }

  /** A number of so many digits. */
  private int number(int at, int from, int radix, int digits) {
    int end = digitsEnd(from, radix, digits);
    return end == from + digits ? add(at, value(from, end, radix), end, digits == 2) : at;
  }

  private int entity(int at) {
    boolean isHex = text[at + 2] == 'x';
    int radix = isHex ? 16 : 10;
    int from = isHex ? at + 3 : at + 2;
    int end = digitsEnd(from, radix, isHex ? 6 : 7);
    int value = value(from, end, radix);
    return end > from && text[end] == ';' && Character.isValidCodePoint(value)
        ? add(at, value, end + 1, false)
        : at;
  }

  private int bracket(int at, char kind) {
    boolean isBracket =
        (kind == 'l' || kind == 'g')
            && at + 3 < length
            && text[at + 2] == 't'
            && text[at + 3] == ';';
    return isBracket ? add(at, kind == 'l' ? '<' : '>', at + 4, false) : at;
  }

  private int digitsEnd(int from, int radix, int most) {
    int end = from;
    int limit = Math.min(length, from + most);
    while (end < limit && Character.digit(text[end], radix) >= 0) {
      end++;
    }
    return end;
  }

  private int value(int from, int to, int radix) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * radix + Character.digit(text[i], radix);
    }
    return value;
  }

  private int add(int at, int value, int end, boolean isByte) {
    if (count > 0 && at - behind > WIDEST_GAP) {
      finish();
    }
    if (count == 0) {
      int start = wordStart(at);
      decoded.append(text, start, at - start);
    } else if (at > behind) {
      flush();
      decoded.append(text, behind, at - behind);
    }
    if (isByte && (value >= ASCII || bytes.length() > 0)) {
      bytes.append((char) value);
    } else {
      flush();
      decoded.appendCodePoint(value);
    }
    count++;
    behind = end;
    return end;
  }

  private void flush() {
    if (bytes.length() > 0) {
      byte[] utf8 = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
      decoded.append(new String(utf8, StandardCharsets.UTF_8));
      bytes.setLength(0);
    }
  }

  private void finish() {
    flush();
    if (count >= FEWEST) {
      int end = behind;
      while (end < length && Characters.isAsciiLetterOrDigit(text[end])) {
        end++;
      }
      found.add(decoded.append(text, behind, end - behind).toString());
    }
    decoded.setLength(0);
    count = 0;
  }

  private int wordStart(int at) {
    int start = at;
    while (start > behind && Characters.isAsciiLetterOrDigit(text[start - 1])) {
      start--;
    }
    return start;
  }
}
