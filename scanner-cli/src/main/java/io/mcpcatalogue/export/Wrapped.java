package io.mcpcatalogue.export;

import io.mcpcatalogue.model.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Breaks what people read into lines of the terminal's width, between words where it can. */
final class Wrapped {
  /** More than anything that is worth reading takes. */
  static final int MOST_LINES = 100;

  private Wrapped() {}

  /** The lines of a text; what it is indented by, all of them are. */
  static List<String> indented(String text, int columns) {
    String indent = " ".repeat(text.length() - text.stripLeading().length());
    return lines(text, columns - indent.length(), MOST_LINES).stream()
        .map(line -> indent + line)
        .toList();
  }

  /**
   * The lines of a text, all of it or as much as the lines hold.
   *
   * @param columns how wide a line may be
   * @param mostLines of how many; the last one ends in an ellipsis if the text goes on
   */
  static List<String> lines(String text, int columns, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = SafeText.line(text).strip();
    while (SafeText.width(rest) > columns && lines.size() < mostLines - 1) {
      String fits = SafeText.cut(rest, columns + 1);
      // What fits, without the ellipsis.
      int end = fits.length() - 1;
      int space = rest.lastIndexOf(' ', end);
      int breakAt = space > end / 2 ? space : end;
      lines.add(rest.substring(0, breakAt).stripTrailing());
      rest = rest.substring(breakAt).stripLeading();
    }
    lines.add(SafeText.cut(rest, columns));
    return lines;
  }
}
