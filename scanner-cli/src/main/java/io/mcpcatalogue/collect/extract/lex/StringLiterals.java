package io.mcpcatalogue.collect.extract.lex;

import io.mcpcatalogue.collect.extract.lex.Language.Feature;
import io.mcpcatalogue.collect.extract.lex.StringForm.Escapes;
import java.util.Locale;

/** From the spelling of a string to what it says. */
final class StringLiterals {

  private StringLiterals() {}

  static String content(Language language, String spelling, Tokens.Kind kind) {
    if (kind == Tokens.Kind.TEXT) {
      return unescape(spelling, false);
    }
    if (language.has(Feature.HEREDOC) && spelling.startsWith("<<")) {
      return heredoc(spelling);
    }
    if (language.has(Feature.HASH_STRINGS) && isHashString(spelling)) {
      return hashString(spelling);
    }
    int prefix = 0;
    while (prefix < spelling.length()
        && language.stringPrefixes().indexOf(spelling.charAt(prefix)) >= 0) {
      prefix++;
    }
    boolean raw =
        prefix > 0 && spelling.substring(0, prefix).toLowerCase(Locale.ROOT).contains("r");
    for (StringForm form : language.strings()) {
      if (spelling.startsWith(form.open(), prefix)) {
        String inside = inside(spelling, prefix + form.open().length(), form.close());
        return raw ? inside : resolve(language, form, inside);
      }
    }
    return spelling;
  }

  private static String resolve(Language language, StringForm form, String inside) {
    if (form.escapes() == Escapes.DOUBLED) {
      return inside.replace(form.close() + form.close(), form.close());
    }
    return form.escapes() == Escapes.NONE
        ? inside
        : unescape(inside, language.has(Feature.KEEPS_UNKNOWN_ESCAPES));
  }

  private static String inside(String spelling, int from, String close) {
    int to =
        spelling.length() - close.length() >= from && spelling.endsWith(close)
            ? spelling.length() - close.length()
            : spelling.length();
    return spelling.substring(from, to);
  }

  private static boolean isHashString(String spelling) {
    int r = spelling.startsWith("b") || spelling.startsWith("c") ? 1 : 0;
    return spelling.startsWith("r\"", r) || spelling.startsWith("r#", r);
  }

  private static String hashString(String spelling) {
    int from = spelling.indexOf('"') + 1;
    int to = spelling.lastIndexOf('"');
    return spelling.substring(from, Math.max(from, to));
  }

  /** The lines between the two markers, without the indentation of the closing one. */
  private static String heredoc(String spelling) {
    int first = spelling.indexOf('\n');
    int last = spelling.lastIndexOf('\n');
    if (first < 0 || last <= first) {
      return "";
    }
    String marker = spelling.substring(last + 1);
    int indent = marker.length() - marker.stripLeading().length();
    StringBuilder text = new StringBuilder();
    for (String line : spelling.substring(first + 1, last).split("\n", -1)) {
      int cut = Math.min(indent, line.length() - line.stripLeading().length());
      text.append(text.isEmpty() ? "" : "\n").append(line, cut, line.length());
    }
    return text.toString();
  }

  static String unescape(String inside, boolean keepUnknown) {
    if (inside.indexOf('\\') < 0) {
      return inside;
    }
    StringBuilder text = new StringBuilder(inside.length());
    int i = 0;
    while (i < inside.length()) {
      char c = inside.charAt(i);
      if (c != '\\' || i + 1 == inside.length()) {
        text.append(c);
        i++;
      } else {
        i = escape(inside, i + 1, keepUnknown, text);
      }
    }
    return text.toString();
  }

  /** Resolves the escape whose letter stands at {@code i}; returns where reading goes on. */
  private static int escape(String inside, int i, boolean keepUnknown, StringBuilder text) {
    char c = inside.charAt(i);
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'v' -> text.append('\u000B');
      case '0' -> text.append('\0');
      case '\n' -> {}
      case '\r' -> {
        return i + 1 < inside.length() && inside.charAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
      case 'x' -> {
        return codePoint(inside, i, 2, text);
      }
      case 'u' -> {
        return codePoint(inside, i, 4, text);
      }
      case 'U' -> {
        return codePoint(inside, i, 8, text);
      }
      case '\\', '\'', '"', '`', '$', '/' -> text.append(c);
      default -> {
        if (keepUnknown) {
          text.append('\\');
        }
        text.append(c);
      }
    }
    return i + 1;
  }

  private static int codePoint(String inside, int i, int digits, StringBuilder text) {
    int from = i + 1;
    int to = Math.min(inside.length(), from + digits);
    int end = to;
    if (from < inside.length() && inside.charAt(from) == '{') {
      int close = inside.indexOf('}', from);
      if (close > from && close - from <= 9) {
        from++;
        to = close;
        end = close + 1;
      }
    }
    try {
      int point = Integer.parseInt(inside, from, to, 16);
      if (Character.isValidCodePoint(point)) {
        text.appendCodePoint(point);
        return end;
      }
    } catch (NumberFormatException e) {
      // No escape after all: the letter stands for itself.
    }
    text.append(inside.charAt(i));
    return i + 1;
  }
}
