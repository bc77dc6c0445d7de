package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
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
      int before = cursor.index();
      parameter().ifPresent(parameters::add);
      while (!cursor.done() && !cursor.at(",")) {
        cursor.skip();
      }
      cursor.next();
      if (cursor.index() == before) {
        break;
      }
    }
    return parameters;
  }

  private Optional<Parameter> parameter() {
    if (cursor.done()) {
      return Optional.empty();
    }
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
    Optional<Parameter> read =
        dialect == Dialect.JAVA || dialect == Dialect.CSHARP || dialect == Dialect.PHP
            ? typeFirst(marks, documentation, line)
            : nameFirst(marks, documentation, rest, line);
    return read;
  }

  private Optional<Parameter> typeFirst(List<Expression> marks, String documentation, int line) {
    Optional<Expression> type = Optional.empty();
    boolean rest = cursor.at("params");
    if (!(cursor.atWord() && (cursor.peekIs(1, ",") || cursor.peekIs(1, "=")))
        && !(cursor.atWord() && cursor.index() + 1 >= cursor.end())) {
      type = Optional.of(new TypeParser(dialect, cursor).type());
    }
    if (cursor.at("...")) {
      rest = true;
      cursor.next();
    }
    if (!cursor.atWord()) {
      return Optional.empty();
    }
    String name = cursor.spelling();
    cursor.next();
    if (dialect == Dialect.PHP && name.startsWith("$")) {
      name = name.substring(1);
    } else if (dialect == Dialect.CSHARP && name.startsWith("@")) {
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
    if (cursor.at(":")) {
      cursor.next();
      if (!cursor.done() && !cursor.at(",")) {
        type =
            Optional.of(
                dialect == Dialect.PYTHON
                    ? expressions().expression()
                    : new TypeParser(dialect, cursor).type());
      }
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Parameter(name, type, defaultValue(), marks, documentation, anyNumber, line));
  }

  private Optional<Expression> defaultValue() {
    if (!cursor.at("=")) {
      return Optional.empty();
    }
    cursor.next();
    return Optional.of(expressions().expression());
  }

  private ExpressionParser expressions() {
    return dialect == Dialect.PYTHON
        ? new PythonExpressions(cursor)
        : new ExpressionParser(dialect, cursor, body -> Body.EMPTY);
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
      while (!group.done() && !group.at(",")) {
        group.skip();
      }
      group.next();
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
    } else if (cursor.at("=")) {
      // Rust: #[doc = "…"].
      cursor.next();
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
        untyped.add(cursor.spelling());
        cursor.next();
      } else if (cursor.kind() == Kind.WORD && !cursor.peekIs(1, ".") && !isGoType()) {
        String name = cursor.spelling();
        cursor.next();
        boolean rest = cursor.at("...");
        int end = cursor.find(",");
        Cursor part = new Cursor(cursor.tokens(), cursor.index(), end < 0 ? cursor.end() : end);
        Optional<Expression> type = Optional.of(new TypeParser(dialect, part).type());
        untyped.forEach(
            earlier ->
                parameters.add(
                    new Parameter(earlier, type, Optional.empty(), List.of(), "", false, line)));
        untyped.clear();
        parameters.add(new Parameter(name, type, Optional.empty(), List.of(), "", rest, line));
      }
      while (!cursor.done() && !cursor.at(",")) {
        cursor.skip();
      }
      cursor.next();
    }
    return parameters;
  }

  private boolean isGoType() {
    return cursor.at("func") || cursor.at("map") && cursor.peekIs(1, "[") || cursor.at("chan");
  }
}
