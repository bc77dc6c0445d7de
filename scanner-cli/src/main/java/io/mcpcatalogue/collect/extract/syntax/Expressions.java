package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks over expressions. */
public final class Expressions {
  private Expressions() {}

  /**
   * Gives the expressions directly within this one in their order; those in the body of a function
   * belong to them.
   */
  public static void children(Expression expression, Consumer<Expression> each) {
    if (expression instanceof Member member) {
      each.accept(member.of());
    } else if (expression instanceof Call call) {
      each.accept(call.callee());
      for (Argument argument : call.arguments()) {
        each.accept(argument.value());
      }
    } else if (expression instanceof Construction construction) {
      entries(construction.entries(), each);
    } else if (expression instanceof Mapping mapping) {
      entries(mapping.entries(), each);
    } else if (expression instanceof Sequence sequence) {
      sequence.items().forEach(each);
    } else if (expression instanceof Index index) {
      each.accept(index.of());
      index.at().forEach(each);
    } else if (expression instanceof Joined joined) {
      joined.parts().forEach(each);
    } else if (expression instanceof Operation operation) {
      each.accept(operation.left());
      each.accept(operation.right());
    } else if (expression instanceof Choice choice) {
      each.accept(choice.condition());
      each.accept(choice.then());
      each.accept(choice.otherwise());
    } else if (expression instanceof Comprehension comprehension) {
      each.accept(comprehension.over());
      each.accept(comprehension.item());
    } else if (expression instanceof Lambda lambda) {
      Statements.expressions(lambda.body()).forEach(each);
    } else if (expression instanceof Spread spread) {
      each.accept(spread.of());
    }
  }

  private static void entries(List<Entry> entries, Consumer<Expression> each) {
    for (Entry entry : entries) {
      entry.key().ifPresent(each);
      each.accept(entry.value());
    }
  }

  /** Whether this expression or one within it is such a one. */
  public static boolean contains(Expression expression, Predicate<Expression> wanted) {
    List<Expression> open = new ArrayList<>();
    open.add(expression);
    while (!open.isEmpty()) {
      Expression next = open.remove(open.size() - 1);
      if (wanted.test(next)) {
        return true;
      }
      children(next, open::add);
    }
    return false;
  }

  /** Gives this expression and all within it. */
  public static void forEach(Expression expression, Consumer<Expression> each) {
    List<Expression> open = new ArrayList<>();
    open.add(expression);
    while (!open.isEmpty()) {
      Expression next = open.remove(open.size() - 1);
      each.accept(next);
      children(next, open::add);
    }
  }

  /** Whether the expression mentions the name. */
  public static boolean mentions(Expression expression, String name) {
    return contains(expression, part -> part instanceof Name known && known.name().equals(name));
  }
}
