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

/** Walks over statements. */
public final class Statements {
  private Statements() {}

  /** All statements, those within others included. */
  public static List<Statement> all(List<Statement> body) {
    List<Statement> all = new ArrayList<>();
    Deque<Statement> open = new ArrayDeque<>();
    push(body, open);
    while (!open.isEmpty()) {
      Statement next = open.pop();
      all.add(next);
      push(children(next), open);
    }
    return all;
  }

  private static void push(List<Statement> statements, Deque<Statement> open) {
    for (int i = statements.size() - 1; i >= 0; i--) {
      open.push(statements.get(i));
    }
  }

  private static List<Statement> children(Statement statement) {
    if (statement instanceof Branch branch) {
      List<Statement> both = new ArrayList<>(branch.then());
      both.addAll(branch.otherwise());
      return both;
    }
    if (statement instanceof Loop loop) {
      return loop.body();
    }
    if (statement instanceof Block block) {
      return block.body();
    }
    if (statement instanceof Function function) {
      return function.body();
    }
    return statement instanceof Type type ? type.body() : List.of();
  }

  /** All functions among the statements, those within others included. */
  public static List<Function> functions(List<Statement> body) {
    return all(body).stream().filter(Function.class::isInstance).map(Function.class::cast).toList();
  }

  /** The expressions that stand in the statements, those within others included. */
  public static List<Expression> expressions(List<Statement> body) {
    List<Expression> expressions = new ArrayList<>();
    for (Statement statement : all(body)) {
      if (statement instanceof Assignment assignment) {
        expressions.add(assignment.value());
      } else if (statement instanceof Evaluation evaluation) {
        expressions.add(evaluation.expression());
      } else if (statement instanceof Return returned) {
        returned.value().ifPresent(expressions::add);
      } else if (statement instanceof Branch branch) {
        expressions.add(branch.condition());
      } else if (statement instanceof Loop loop) {
        expressions.add(loop.over());
      }
    }
    return expressions;
  }
}
