package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Choice;
import io.mcpcatalogue.collect.extract.syntax.Expression.Comprehension;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Joined;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expression.Mapping;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Spread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Walks over expressions. */
public final class Expressions {
  private Expressions() {}

  /** The expressions directly within this one; those in the body of a function belong to them. */
  public static List<Expression> children(Expression expression) {
    if (expression instanceof Member member) {
      return List.of(member.of());
    }
    if (expression instanceof Call call) {
      List<Expression> children = new ArrayList<>();
      children.add(call.callee());
      call.arguments().forEach(argument -> children.add(argument.value()));
      return children;
    }
    if (expression instanceof Construction construction) {
      return entries(construction.entries());
    }
    if (expression instanceof Mapping mapping) {
      return entries(mapping.entries());
    }
    if (expression instanceof Sequence sequence) {
      return sequence.items();
    }
    if (expression instanceof Index index) {
      List<Expression> children = new ArrayList<>(index.at());
      children.add(0, index.of());
      return children;
    }
    if (expression instanceof Joined joined) {
      return joined.parts();
    }
    if (expression instanceof Operation operation) {
      return List.of(operation.left(), operation.right());
    }
    if (expression instanceof Choice choice) {
      return List.of(choice.condition(), choice.then(), choice.otherwise());
    }
    if (expression instanceof Comprehension comprehension) {
      return List.of(comprehension.over(), comprehension.item());
    }
    if (expression instanceof Lambda lambda) {
      return Statements.expressions(lambda.body());
    }
    return expression instanceof Spread spread ? List.of(spread.of()) : List.of();
  }

  private static List<Expression> entries(List<Entry> entries) {
    List<Expression> children = new ArrayList<>();
    for (Entry entry : entries) {
      entry.key().ifPresent(children::add);
      children.add(entry.value());
    }
    return children;
  }

  /** Whether this expression or one within it is such a one. */
  public static boolean contains(Expression expression, Predicate<Expression> wanted) {
    Deque<Expression> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      Expression next = open.pop();
      if (wanted.test(next)) {
        return true;
      }
      children(next).forEach(open::push);
    }
    return false;
  }

  /** Whether the expression mentions the name. */
  public static boolean mentions(Expression expression, String name) {
    return contains(expression, part -> part instanceof Name known && known.name().equals(name));
  }
}
