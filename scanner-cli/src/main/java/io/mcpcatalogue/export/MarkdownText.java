package io.mcpcatalogue.export;

import io.mcpcatalogue.model.SafeText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of hostile servers inside Markdown: shown as it is, on one line and within its table cell;
 * never markup, HTML, a link, an image, or a mention that notifies somebody.
 */
final class MarkdownText {
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /** Text among prose. */
  static String prose(String text) {
    String line = SafeText.line(text);
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        // Hosting sites look for mentions and mail addresses in the finished text, where no
        // escape is left; they don't look into code.
        case '@', '#' -> out.append('`').append(c).append('`');
        case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '!', '|', '~', '$', '/', '.', ':' ->
            out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A name, path or other word by itself. */
  static String code(String text) {
    String line = SafeText.line(text);
    if (line.isBlank()) {
      return "(empty)";
    }
    if (line.indexOf('|') >= 0) {
      // Within a table cell a pipe needs a backslash, which code would show, or a backslash before
      // it would take away.
      return prose(line);
    }
    int longest = 0;
    Matcher ticks = BACKTICKS.matcher(line);
    while (ticks.find()) {
      longest = Math.max(longest, ticks.end() - ticks.start());
    }
    String fence = "`".repeat(longest + 1);
    String space = longest > 0 ? " " : "";
    return fence + space + line + space + fence;
  }
}
