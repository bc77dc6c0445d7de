package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import java.util.List;
import java.util.function.Supplier;

/**
 * What stands in a function. It is read when it is first asked for: most functions of a program are
 * never looked into, and its words tell beforehand whether that is worth while. For one thread.
 */
public final class Body {
  static final Body EMPTY = new Body(List.of());

  private final Tokens tokens;
  private final int from;
  private final int to;
  private Supplier<List<Statement>> reader;
  private List<Statement> statements;

  private Body(List<Statement> statements) {
    this.tokens = null;
    this.from = 0;
    this.to = 0;
    this.statements = statements;
  }

  /**
   * A body that is not read yet.
   *
   * @param from its first token
   * @param to the token behind its last one
   */
  Body(Tokens tokens, int from, int to, Supplier<List<Statement>> reader) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.reader = reader;
  }

  /** A body that was read already. */
  static Body of(List<Statement> statements) {
    return statements.isEmpty() ? EMPTY : new Body(List.copyOf(statements));
  }

  public List<Statement> statements() {
    if (statements == null) {
      statements = List.copyOf(reader.get());
      reader = null;
    }
    return statements;
  }

  /** Whether one of the words may stand in it. */
  public boolean mayMention(Vocabulary words) {
    return tokens == null ? !statements.isEmpty() : words.standsBetween(tokens, from, to);
  }
}
