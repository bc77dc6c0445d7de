package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Comments that document what follows them. */
public final class Comments {
  private Comments() {}

  /** The text of the documentation comments before the token, without their marks. */
  public static String documentation(Tokens tokens, int token) {
    if (token >= tokens.count()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (String comment : tokens.commentsBefore(token)) {
      if (comment.startsWith("///")) {
        lines.add(comment.substring(3));
      } else if (comment.startsWith("/**")) {
        String inside = comment.substring(3, Math.max(3, comment.length() - 2));
        for (String line : inside.split("\n", -1)) {
          String text = line.strip();
          lines.add(text.startsWith("*") ? text.substring(1) : text);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(line.startsWith(" ") ? line.substring(1) : line);
    }
    return text.toString().strip();
  }
}
