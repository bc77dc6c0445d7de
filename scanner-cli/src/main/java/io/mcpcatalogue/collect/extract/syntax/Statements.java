package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Branch;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Loop;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks over statements. */
public final class Statements {
  private Statements() {}

  /** All statements, those within others included. */
  public static List<Statement> all(List<Statement> body) {
    return all(body, code -> true);
  }

  /** All statements, those within others included, and those in functions that may be entered. */
  public static List<Statement> all(List<Statement> body, Predicate<Body> entered) {
    List<Statement> all = new ArrayList<>();
    List<Statement> inner = new ArrayList<>();
    Deque<Statement> open = new ArrayDeque<>();
    push(body, open);
    while (!open.isEmpty()) {
      Statement next = open.pop();
      all.add(next);
      if (!(next instanceof Function function)) {
        children(next, inner::add);
        push(inner, open);
        inner.clear();
      } else if (entered.test(function.code())) {
        push(function.body(), open);
      }
    }
    return all;
  }

  private static void push(List<Statement> statements, Deque<Statement> open) {
    for (int i = statements.size() - 1; i >= 0; i--) {
      open.push(statements.get(i));
    }
  }

  /** The statements directly within this one, but for those of a function. */
  static void children(Statement statement, Consumer<Statement> each) {
    if (statement instanceof Branch branch) {
      branch.then().forEach(each);
      branch.otherwise().forEach(each);
    } else if (statement instanceof Loop loop) {
      loop.body().forEach(each);
    } else if (statement instanceof Block block) {
      block.body().forEach(each);
    } else if (statement instanceof Type type) {
      type.body().forEach(each);
    }
  }

  /** All functions among the statements, those within other functions included. */
  public static List<Function> functions(List<Statement> body) {
    return functions(body, code -> true);
  }

  /** The functions among the statements, but for those within other functions. */
  public static List<Function> outermostFunctions(List<Statement> body) {
    return functions(body, code -> false);
  }

  /** The functions among the statements, and those within such others as may be entered. */
  public static List<Function> functions(List<Statement> body, Predicate<Body> entered) {
    return all(body, entered).stream()
        .filter(Function.class::isInstance)
        .map(Function.class::cast)
        .toList();
  }

  /** The expressions that stand in the statements, those within others included. */
  public static List<Expression> expressions(List<Statement> body) {
    List<Expression> expressions = new ArrayList<>();
    all(body).forEach(statement -> expressions(statement, expressions::add));
    return expressions;
  }

  /** The expressions of a statement itself. */
  static void expressions(Statement statement, Consumer<Expression> each) {
    if (statement instanceof Assignment assignment) {
      each.accept(assignment.value());
    } else if (statement instanceof Evaluation evaluation) {
      each.accept(evaluation.expression());
    } else if (statement instanceof Return returned) {
      returned.value().ifPresent(each);
    } else if (statement instanceof Branch branch) {
      each.accept(branch.condition());
    } else if (statement instanceof Loop loop) {
      each.accept(loop.over());
    }
  }
}
