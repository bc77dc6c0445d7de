package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what stands in the bodies of functions, as far as values of variables need it: blocks are
 * read one after the other, whatever they depend on. For one thread.
 */
abstract class BraceStatements extends StatementParser {
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

  /** The end of a group whose last brace was passed: it is not looked for again and again. */
  private int braceless = -1;

  BraceStatements(Dialect dialect, int depth) {
    super(dialect, depth);
  }

  /** Whether the declaration of a function or type begins here. */
  abstract boolean atDeclaration(Cursor cursor);

  /** Adds the declaration at the cursor, and moves past it. */
  abstract void declaration(Cursor cursor, List<Statement> statements);

  @Override
  final void statement(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    if (cursor.at("{")) {
      statements.add(new Block(statements(cursor.group()), line));
    } else if (!cursor.atWord()) {
      other(cursor, statements);
    } else if (atDeclaration(cursor)) {
      declaration(cursor, statements);
    } else if (HEADS.contains(cursor.spelling())) {
      head(cursor);
    } else if (cursor.take("return")) {
      boolean empty = cursor.done() || cursor.at(";");
      statements.add(
          new Return(
              empty ? Optional.empty() : Optional.of(expressions(cursor).expression()), line));
    } else if (DECLARING.contains(cursor.spelling())) {
      variable(cursor, statements);
    } else if (!typedVariable(cursor, statements, line)) {
      other(cursor, statements);
    }
  }

  /** The condition of a statement is passed over; its block is read as any other. */
  private void head(Cursor cursor) {
    cursor.next();
    if (cursor.at("(")) {
      cursor.skip();
    } else if (dialect == Dialect.RUST || dialect == Dialect.SWIFT) {
      toBrace(cursor);
    }
  }

  private void toBrace(Cursor cursor) {
    if (cursor.end() == braceless) {
      return;
    }
    int brace = cursor.find("{");
    if (brace >= 0) {
      cursor.moveTo(brace);
    } else {
      braceless = cursor.end();
    }
  }

  private void variable(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    while (cursor.atWord() && (DECLARING.contains(cursor.spelling()) || cursor.at("mut"))) {
      cursor.next();
    }
    if (cursor.atWord() && (cursor.peekIs(1, ":") || cursor.peekIs(1, "="))) {
      statements.add(assignment(cursor, line));
    } else {
      typedVariable(cursor, statements, line);
    }
  }

  /** {@code name: Type = value}; the line is that of the declaration. */
  final Assignment assignment(Cursor cursor, int line) {
    String name = cursor.take();
    Optional<Expression> type =
        cursor.take(":") ? Optional.of(new TypeParser(dialect, cursor).type()) : Optional.empty();
    return assignment(cursor, name, type, line);
  }

  private Assignment assignment(Cursor cursor, String name, Optional<Expression> type, int line) {
    Expression value =
        cursor.take("=") ? expressions(cursor).expression() : new Expression.Unread(line);
    return new Assignment(List.of(new Name(name, line)), ":=", type, value, line);
  }

  /** {@code Type name = value}; false when none begins here. */
  private boolean typedVariable(Cursor cursor, List<Statement> statements, int line) {
    if (!dialect.typesVariables()) {
      return false;
    }
    Cursor ahead = cursor.ahead();
    Expression type = new TypeParser(dialect, ahead).type();
    if (!ahead.atWord() || !ahead.peekIs(1, "=")) {
      return false;
    }
    cursor.moveTo(ahead.index());
    statements.add(assignment(cursor, cursor.take(), Optional.of(type), line));
    return true;
  }

  /** An assignment to what is declared already, a call, or any other expression. */
  final void other(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    if (cursor.take(";")) {
      return;
    }
    Expression expression = expressions(cursor).expression();
    if (cursor.at("=") || cursor.at("+=")) {
      String operator = cursor.take();
      Expression value = expressions(cursor).expression();
      statements.add(new Assignment(List.of(expression), operator, Optional.empty(), value, line));
    } else {
      statements.add(new Evaluation(expression, line));
    }
  }
}
