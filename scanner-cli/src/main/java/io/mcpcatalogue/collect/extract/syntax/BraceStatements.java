package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what stands in the bodies of functions, as far as values of variables need it: blocks are
 * read one after the other, whatever they depend on. For one thread.
 */
final class BraceStatements {
  private static final int MAX_DEPTH = 60;
  private static final Set<String> HEADS =
      Set.of(
          "if",
          "while",
          "for",
          "foreach",
          "switch",
          "try",
          "catch",
          "else",
          "using",
          "lock",
          "synchronized",
          "when",
          "do",
          "finally",
          "loop",
          "match",
          "unsafe",
          "elseif",
          "guard",
          "defer",
          "fixed",
          "checked",
          "unchecked");
  private static final Set<String> DECLARING =
      Set.of("var", "val", "let", "const", "final", "static", "readonly");

  private final Dialect dialect;
  private final BraceParser declarations;
  private int depth;

  BraceStatements(Dialect dialect, BraceParser declarations, int depth) {
    this.dialect = dialect;
    this.declarations = declarations;
    this.depth = depth;
  }

  List<Statement> statements(Cursor cursor) {
    List<Statement> statements = new ArrayList<>();
    if (depth >= MAX_DEPTH) {
      return statements;
    }
    depth++;
    while (!cursor.done()) {
      int before = cursor.index();
      statement(cursor, statements);
      if (cursor.index() == before) {
        cursor.skip();
      }
    }
    depth--;
    return statements;
  }

  /** The body of a function, to be read later. */
  Body body(Cursor inside) {
    int depthHere = depth;
    int depthAround = declarations.depth();
    return new Body(
        inside.tokens(),
        inside.index(),
        inside.end(),
        () -> valued(new BraceParser(dialect, depthAround, depthHere).statements(inside)));
  }

  /** In Rust a function is worth the expression that it ends with. */
  private List<Statement> valued(List<Statement> statements) {
    int last = statements.size() - 1;
    if (dialect == Dialect.RUST
        && last >= 0
        && statements.get(last) instanceof Evaluation evaluation) {
      statements.set(last, new Return(Optional.of(evaluation.expression()), evaluation.line()));
    }
    return statements;
  }

  ExpressionParser expressions(Cursor cursor) {
    return new ExpressionParser(dialect, cursor, this::body);
  }

  void statement(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    if (cursor.at("{") && depth < MAX_DEPTH) {
      statements.add(new Block(statements(cursor.group()), line));
      return;
    }
    if (!cursor.atWord()) {
      other(cursor, statements, line);
      return;
    }
    Optional<Statement> declared = declarations.local(cursor);
    if (declared.isPresent()) {
      statements.add(declared.get());
    } else if (HEADS.contains(cursor.spelling())) {
      head(cursor);
    } else if (cursor.at("return")) {
      cursor.next();
      boolean empty = cursor.done() || cursor.at(";");
      statements.add(
          new Return(
              empty ? Optional.empty() : Optional.of(expressions(cursor).expression()), line));
    } else if (DECLARING.contains(cursor.spelling())) {
      variable(cursor, statements, line);
    } else if (!typedVariable(cursor, statements, line)) {
      other(cursor, statements, line);
    }
  }

  /** The condition of a statement is passed over; its block is read as any other. */
  private void head(Cursor cursor) {
    cursor.next();
    if (cursor.at("(")) {
      cursor.skip();
    } else if (dialect == Dialect.RUST || dialect == Dialect.SWIFT) {
      int brace = cursor.find("{");
      if (brace >= 0) {
        cursor.moveTo(brace);
      }
    }
  }

  private void variable(Cursor cursor, List<Statement> statements, int line) {
    while (cursor.atWord() && (DECLARING.contains(cursor.spelling()) || cursor.at("mut"))) {
      cursor.next();
    }
    if (cursor.atWord() && cursor.peekIs(1, ":")) {
      Name name = new Name(cursor.spelling(), line);
      cursor.next();
      cursor.next();
      Optional<Expression> type = Optional.of(new TypeParser(dialect, cursor).type());
      assigned(cursor, name, type, statements, line);
    } else if (cursor.atWord() && cursor.peekIs(1, "=")) {
      Name name = new Name(cursor.spelling(), line);
      cursor.next();
      assigned(cursor, name, Optional.empty(), statements, line);
    } else {
      typedVariable(cursor, statements, line);
    }
  }

  private void assigned(
      Cursor cursor, Name name, Optional<Expression> type, List<Statement> statements, int line) {
    Expression value = new Expression.Unread(line);
    if (cursor.at("=")) {
      cursor.next();
      value = expressions(cursor).expression();
    }
    statements.add(new Assignment(List.of(name), ":=", type, value, line));
  }

  /** {@code Type name = value}; false when none begins here. */
  private boolean typedVariable(Cursor cursor, List<Statement> statements, int line) {
    if (dialect != Dialect.JAVA && dialect != Dialect.CSHARP) {
      return false;
    }
    Cursor ahead = new Cursor(cursor.tokens(), cursor.index(), cursor.end());
    Expression type = new TypeParser(dialect, ahead).type();
    if (!ahead.atWord() || !ahead.peekIs(1, "=")) {
      return false;
    }
    Name name = new Name(ahead.spelling(), line);
    cursor.moveTo(ahead.index() + 1);
    assigned(cursor, name, Optional.of(type), statements, line);
    return true;
  }

  /** A call whose name was passed already. */
  void rewind(Cursor cursor, int line, List<Statement> statements) {
    cursor.moveTo(cursor.index() - 1);
    other(cursor, statements, line);
  }

  private void other(Cursor cursor, List<Statement> statements, int line) {
    if (cursor.at(";")) {
      cursor.next();
      return;
    }
    Expression expression = expressions(cursor).expression();
    if (cursor.at("=") || cursor.at("+=")) {
      String operator = cursor.spelling();
      cursor.next();
      Expression value = expressions(cursor).expression();
      statements.add(new Assignment(List.of(expression), operator, Optional.empty(), value, line));
    } else {
      statements.add(new Evaluation(expression, line));
    }
  }
}
