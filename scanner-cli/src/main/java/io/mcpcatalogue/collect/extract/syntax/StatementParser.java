package io.mcpcatalogue.collect.extract.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads statements one after the other, within a bound of how deeply they are nested; what stands
 * in a function is read when it is asked for. For one thread.
 */
abstract class StatementParser {
  private static final int MAX_DEPTH = 60;

  final Dialect dialect;
  private int depth;

  /**
   * @param depth how deeply what is read is nested already
   */
  StatementParser(Dialect dialect, int depth) {
    this.dialect = dialect;
    this.depth = depth;
  }

  /** Adds the statement at the cursor, and moves past it. */
  abstract void statement(Cursor cursor, List<Statement> statements);

  /** The statements of a function that stands so deep. */
  abstract List<Statement> inFunction(Cursor inside, int depth);

  /** The statements up to the end of the cursor. */
  final List<Statement> statements(Cursor cursor) {
    return deeper(statements -> cursor.forEach(() -> statement(cursor, statements)));
  }

  /** What is read one step deeper; nothing where that is too deep. */
  final List<Statement> deeper(Consumer<List<Statement>> reading) {
    List<Statement> statements = new ArrayList<>();
    if (depth < MAX_DEPTH) {
      depth++;
      reading.accept(statements);
      depth--;
    }
    return statements;
  }

  /** The body of a function, to be read later. */
  final Body body(Cursor inside) {
    int depthHere = depth;
    return new Body(
        inside.tokens(), inside.index(), inside.end(), () -> inFunction(inside, depthHere));
  }

  final ExpressionParser expressions(Cursor cursor) {
    return new ExpressionParser(dialect, cursor, this::body);
  }
}
