package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.model.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes any text as one double-quoted YAML scalar on one line: the only style in which no text can
 * turn into a number, a boolean, an alias or a second key.
 */
final class YamlQuoted {
  /** YAML looks no further than 1024 characters for the colon behind a key. */
  private static final int LONGEST_SIMPLE_KEY = 1000;

  private YamlQuoted() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      append(out, codePoint);
    }
    return out.append('"').toString();
  }

  /** The text as a key with its colon; a long one is written in the explicit form. */
  static String key(String text, String indentation) {
    String quoted = of(text);
    return quoted.getBytes(StandardCharsets.UTF_8).length > LONGEST_SIMPLE_KEY
        ? "? " + quoted + "\n" + indentation + ":"
        : quoted + ":";
  }

  private static void append(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (!SafeText.isInvisible(codePoint)) {
          out.appendCodePoint(codePoint);
        } else if (codePoint <= 0xff) {
          out.append(String.format(Locale.ROOT, "\\x%02x", codePoint));
        } else if (codePoint <= 0xffff) {
          out.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
        } else {
          out.append(String.format(Locale.ROOT, "\\U%08x", codePoint));
        }
      }
    }
  }
}
