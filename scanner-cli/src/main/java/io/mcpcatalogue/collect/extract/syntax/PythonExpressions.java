package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Lexer;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads Python expressions; f-strings are taken apart. For one thread. */
final class PythonExpressions extends ExpressionParser {
  private static final int MAX_NESTED_STRINGS = 4;

  private final int nesting;

  PythonExpressions(Cursor cursor) {
    this(cursor, 0);
  }

  private PythonExpressions(Cursor cursor, int nesting) {
    super(Dialect.PYTHON, cursor, body -> Body.EMPTY);
    this.nesting = nesting;
  }

  @Override
  protected ExpressionParser another(Cursor part) {
    return new PythonExpressions(part, nesting);
  }

  @Override
  protected List<Expression> text(int line) {
    String spelling = cursor.spelling();
    String content = cursor.string();
    cursor.next();
    int quote = Math.max(0, Math.min(indexOf(spelling, '"'), indexOf(spelling, '\'')));
    if (spelling.substring(0, quote).toLowerCase(Locale.ROOT).indexOf('f') < 0) {
      return List.of(new Text(content, line));
    }
    return formatted(content, line);
  }

  private static int indexOf(String text, char c) {
    int index = text.indexOf(c);
    return index < 0 ? text.length() : index;
  }

  /** The parts of an f-string: text, and what stands in braces. */
  private List<Expression> formatted(String content, int line) {
    List<Expression> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < content.length()) {
      char c = content.charAt(i);
      if ((c == '{' || c == '}') && i + 1 < content.length() && content.charAt(i + 1) == c) {
        text.append(c);
        i += 2;
      } else if (c == '{') {
        int close = closing(content, i);
        parts.add(new Text(text.toString(), line));
        text.setLength(0);
        // A brace that nothing follows is one of a text that goes on with the same quotes.
        parts.add(hole(content.substring(i + 1, Math.max(i + 1, close)), line));
        i = Math.max(i, close) + 1;
      } else {
        text.append(c);
        i++;
      }
    }
    parts.add(new Text(text.toString(), line));
    return parts;
  }

  private static int closing(String content, int open) {
    int depth = 0;
    for (int i = open; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if (c == '}' || c == ']' || c == ')') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return content.length() - 1;
  }

  private Expression hole(String source, int line) {
    if (nesting >= MAX_NESTED_STRINGS) {
      return new Expression.Unread(line);
    }
    Cursor inner = Cursor.of(Lexer.lex(Language.PYTHON, source));
    return new PythonExpressions(inner, nesting + 1).expression();
  }
}
