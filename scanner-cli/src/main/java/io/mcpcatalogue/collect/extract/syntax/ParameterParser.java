package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parameters of functions and the marks on them. For one thread. */
public final class ParameterParser {
  private final Dialect dialect;
  private final Cursor cursor;

  public ParameterParser(Dialect dialect, Cursor cursor) {
    this.dialect = dialect;
    this.cursor = cursor;
  }

  /** The parameters up to the end of the cursor. */
  public List<Parameter> parameters() {
    if (dialect == Dialect.GO) {
      return goParameters();
    }
    List<Parameter> parameters = new ArrayList<>();
    while (!cursor.done()) {
      parameter().ifPresent(parameters::add);
      cursor.skipPast(",");
    }
    return parameters;
  }

  private Optional<Parameter> parameter() {
    String documentation = Comments.documentation(cursor.tokens(), cursor.index());
    List<Expression> marks = marks();
    int line = cursor.line();
    boolean rest = false;
    while (cursor.at("*") || cursor.at("/") || cursor.at("&")) {
      rest |= cursor.at("*");
      cursor.next();
    }
    if (cursor.done() || cursor.at(",")) {
      return Optional.empty();
    }
    return dialect.typesFirst()
        ? typeFirst(marks, documentation, line)
        : nameFirst(marks, documentation, rest, line);
  }

  private Optional<Parameter> typeFirst(List<Expression> marks, String documentation, int line) {
    Optional<Expression> type = Optional.empty();
    boolean rest = cursor.at("params");
    if (!(cursor.atWord() && (cursor.peekIs(1, ",") || cursor.peekIs(1, "=")))
        && !(cursor.atWord() && cursor.index() + 1 >= cursor.end())) {
      type = Optional.of(new TypeParser(dialect, cursor).type());
    }
    rest |= cursor.take("...");
    if (!cursor.atWord()) {
      return Optional.empty();
    }
    String name = cursor.take();
    if (dialect == Dialect.PHP && name.startsWith("$")
        || dialect == Dialect.CSHARP && name.startsWith("@")) {
      name = name.substring(1);
    }
    return Optional.of(new Parameter(name, type, defaultValue(), marks, documentation, rest, line));
  }

  private Optional<Parameter> nameFirst(
      List<Expression> marks, String documentation, boolean rest, int line) {
    String name = "";
    boolean anyNumber = rest;
    while (!cursor.done() && !cursor.at(":") && !cursor.at(",") && !cursor.at("=")) {
      if (cursor.atWord()) {
        anyNumber |= cursor.at("vararg");
        name = cursor.spelling();
      }
      cursor.skip();
    }
    Optional<Expression> type = Optional.empty();
    if (cursor.take(":") && !cursor.done() && !cursor.at(",")) {
      type =
          Optional.of(
              dialect == Dialect.PYTHON
                  ? expressions().expression()
                  : new TypeParser(dialect, cursor).type());
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Parameter(name, type, defaultValue(), marks, documentation, anyNumber, line));
  }

  private Optional<Expression> defaultValue() {
    return cursor.take("=") ? Optional.of(expressions().expression()) : Optional.empty();
  }

  private ExpressionParser expressions() {
    return dialect == Dialect.PYTHON
        ? new PythonExpressions(cursor)
        : new ExpressionParser(dialect, cursor, body -> Body.EMPTY);
  }

  /** The constants of an enumeration up to the end of the cursor, as fields without a type. */
  List<Parameter> constants() {
    List<Parameter> constants = new ArrayList<>();
    while (!cursor.done()) {
      String documentation = Comments.documentation(cursor.tokens(), cursor.index());
      List<Expression> marks = marks();
      cursor.take("case");
      if (cursor.atWord()) {
        int line = cursor.line();
        String name = cursor.take();
        Optional<Expression> value = Optional.of(new Text(name, line));
        constants.add(
            new Parameter(name, Optional.empty(), value, marks, documentation, false, line));
      }
      while (!cursor.done() && !cursor.at(",") && !cursor.at("case")) {
        cursor.skip();
      }
      cursor.take(",");
    }
    return constants;
  }

  /** The annotations, attributes or decorators at the cursor, each as a call. */
  public List<Expression> marks() {
    List<Expression> marks = new ArrayList<>();
    while (!cursor.done()) {
      if (cursor.at("@") && cursor.peekIsWord(1) && !cursor.peekIs(1, "interface")) {
        cursor.next();
        marks.add(mark());
      } else if (cursor.at("#") && cursor.peekIs(1, "[")) {
        cursor.next();
        marks.addAll(bracketedMarks());
      } else if (cursor.at("[") && dialect == Dialect.CSHARP) {
        marks.addAll(bracketedMarks());
      } else {
        break;
      }
    }
    return marks;
  }

  /** Several attributes within one pair of brackets. */
  private List<Expression> bracketedMarks() {
    Cursor group = cursor.group();
    ParameterParser inner = new ParameterParser(dialect, group);
    List<Expression> marks = new ArrayList<>();
    while (!group.done()) {
      if (group.atWord() && group.peekIs(1, ":") && !group.peekIs(1, "::")) {
        // The target of an attribute: [return: …].
        group.next();
        group.next();
      }
      marks.add(inner.mark());
      group.skipPast(",");
    }
    return marks;
  }

  private Expression mark() {
    int line = cursor.line();
    if (!cursor.atWord()) {
      cursor.skip();
      return new Call(new Name("", line), List.of(), line);
    }
    Expression name = new TypeParser(dialect, cursor).type();
    List<Argument> arguments = List.of();
    if (cursor.at("(")) {
      arguments = new ExpressionParser(dialect, cursor.group(), body -> Body.EMPTY).arguments();
    } else if (cursor.take("=")) {
      // Rust: #[doc = "…"].
      arguments = List.of(new Argument("", expressions().expression()));
    }
    return new Call(name, arguments, line);
  }

  /** {@code a, b string, c ...int}, or types alone. */
  private List<Parameter> goParameters() {
    List<Parameter> parameters = new ArrayList<>();
    List<String> untyped = new ArrayList<>();
    while (!cursor.done()) {
      int line = cursor.line();
      if (cursor.atWord() && (cursor.peekIs(1, ",") || cursor.index() + 1 == cursor.end())) {
        untyped.add(cursor.take());
      } else if (cursor.kind() == Kind.WORD && !cursor.peekIs(1, ".") && !isGoType()) {
        String name = cursor.take();
        boolean rest = cursor.at("...");
        Optional<Expression> type = Optional.of(new TypeParser(dialect, cursor.before(",")).type());
        untyped.forEach(
            earlier ->
                parameters.add(
                    new Parameter(earlier, type, Optional.empty(), List.of(), "", false, line)));
        untyped.clear();
        parameters.add(new Parameter(name, type, Optional.empty(), List.of(), "", rest, line));
      }
      cursor.skipPast(",");
    }
    return parameters;
  }

  private boolean isGoType() {
    return cursor.at("func") || cursor.at("map") && cursor.peekIs(1, "[") || cursor.at("chan");
  }
}
