package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expressions;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which functions are worth following: those that hold something wanted, and those that call them.
 * Judged by names alone, so that the rest of a program costs nothing. For one thread.
 */
public final class Bearers {
  /** How many functions may lie between a call and what is wanted. */
  private static final int MAX_STEPS = 3;

  private final Predicate<Expression> wanted;
  private final Set<String> names = new HashSet<>();
  private final Map<Function, Boolean> known = new IdentityHashMap<>();
  private final Map<Lambda, Boolean> lambdas = new IdentityHashMap<>();

  private Bearers(Predicate<Expression> wanted) {
    this.wanted = wanted;
  }

  /** Looks through the statements of all files. */
  public static Bearers of(List<List<Statement>> files, Predicate<Expression> wanted) {
    Bearers bearers = new Bearers(wanted);
    List<Function> open = new ArrayList<>();
    files.forEach(file -> open.addAll(Statements.functions(file)));
    bearers.gather(open, bearers::holds);
    for (int i = 1; i < MAX_STEPS; i++) {
      bearers.gather(open, function -> bearers.calls(function.body()));
    }
    return bearers;
  }

  private void gather(List<Function> open, Predicate<Function> test) {
    List<Function> found = open.stream().filter(test).toList();
    found.forEach(
        function -> {
          known.put(function, true);
          names.add(function.name());
        });
    open.removeIf(known::containsKey);
  }

  /** Whether the function is worth following. */
  boolean bears(Function function) {
    return known.computeIfAbsent(function, key -> holds(key) || calls(key.body()));
  }

  /** Whether the function without a name is worth following. */
  boolean bears(Lambda lambda) {
    return lambdas.computeIfAbsent(lambda, key -> bears(key.body()));
  }

  /** Whether a function of this name may be worth following. */
  boolean knows(String name) {
    return names.contains(name);
  }

  /** Whether the statements hold anything wanted, or call what does. */
  boolean bears(List<Statement> body) {
    return holds(body) || calls(body);
  }

  private boolean holds(Function function) {
    return function.marks().stream().anyMatch(wanted) || holds(function.body());
  }

  private boolean holds(List<Statement> body) {
    return Statements.expressions(body).stream()
            .anyMatch(expression -> Expressions.contains(expression, wanted))
        || Statements.functions(body).stream()
            .anyMatch(inner -> inner.marks().stream().anyMatch(wanted));
  }

  private boolean calls(List<Statement> body) {
    return Statements.expressions(body).stream()
        .anyMatch(
            expression ->
                Expressions.contains(
                    expression,
                    part -> part instanceof Call call && knows(call.callee().lastName())));
  }
}
