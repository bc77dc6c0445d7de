package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expressions;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What expressions mention. Asked of the same expression each time that it is passed, so it is
 * found once and kept. For one thread.
 */
final class Mentions {
  private final Map<Expression, Mentioned> known = new IdentityHashMap<>();

  /** The names in an expression, and whether it calls anything. */
  private record Mentioned(Set<String> names, boolean calls) {}

  /** Whether the expression mentions the name. */
  boolean mentions(Expression expression, String name) {
    return in(expression).names().contains(name);
  }

  /** Whether calls would have to be followed to know what the expression is worth. */
  boolean isCostly(Expression expression, Scope scope) {
    Mentioned mentioned = in(expression);
    if (mentioned.calls()) {
      return true;
    }
    for (String name : mentioned.names()) {
      if (scope.isCostly(name)) {
        return true;
      }
    }
    return false;
  }

  private Mentioned in(Expression expression) {
    return known.computeIfAbsent(expression, Mentions::find);
  }

  private static Mentioned find(Expression expression) {
    Set<String> names = new HashSet<>();
    boolean[] calls = new boolean[1];
    Expressions.forEach(
        expression,
        part -> {
          calls[0] |= part instanceof Call;
          if (part instanceof Name name) {
            names.add(name.name());
          }
        });
    return new Mentioned(names.isEmpty() ? Set.of() : names, calls[0]);
  }
}
