package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for an expression of some kind. Functions in which none of its words stands are not even
 * read. For one thread.
 */
public final class Search {
  private final Vocabulary words;
  private final Predicate<Expression> wanted;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Expression> expressions = new ArrayList<>();

  /**
   * @param words every expression that is wanted has one of them in it
   */
  public Search(Vocabulary words, Predicate<Expression> wanted) {
    this.words = words;
    this.wanted = wanted;
  }

  /** Whether such an expression stands in the body, or in anything within it. */
  public boolean finds(Body body) {
    return body.mayMention(words) && finds(body.statements());
  }

  /** Whether such an expression stands in the statements, or in anything within them. */
  public boolean finds(List<Statement> body) {
    statements.addAll(body);
    boolean found = false;
    while (!found && !statements.isEmpty()) {
      Statement next = statements.remove(statements.size() - 1);
      Statements.expressions(next, expressions::add);
      found = drain();
      if (!(next instanceof Function function)) {
        Statements.children(next, statements::add);
      } else if (function.code().mayMention(words)) {
        statements.addAll(function.body());
      }
    }
    statements.clear();
    expressions.clear();
    return found;
  }

  private boolean drain() {
    while (!expressions.isEmpty()) {
      Expression next = expressions.remove(expressions.size() - 1);
      if (wanted.test(next)) {
        return true;
      }
      if (!(next instanceof Lambda lambda)) {
        Expressions.children(next, expressions::add);
      } else if (lambda.code().mayMention(words)) {
        statements.addAll(lambda.body());
      }
    }
    return false;
  }
}
