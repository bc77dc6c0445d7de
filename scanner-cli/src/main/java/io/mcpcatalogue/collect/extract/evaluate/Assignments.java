package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives variables, and members of what they hold, their values. Stateless. */
final class Assignments {
  private final Evaluator evaluator;

  Assignments(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Gives the targets their values, which are worked out when they are asked for.
   *
   * @param inLoop whether the statement is passed several times, so that its value may change
   */
  void assign(Assignment assignment, boolean inLoop, Scope scope) {
    if (assignment.value() instanceof Expression.Unread && assignment.targets().size() == 1) {
      declareEmpty(assignment, scope);
      return;
    }
    if (assignment.targets().size() > 1) {
      assignParts(assignment, inLoop, scope);
      return;
    }
    Expression target = assignment.targets().get(0);
    if (assignment.operator().equals("+=") || assignment.operator().equals("|=")) {
      Value before = evaluator.evaluate(target, scope);
      Value more = evaluator.evaluate(assignment.value(), scope);
      set(target, Operations.sum(before, more), "=", scope);
    } else if (target instanceof Name name && isLazy(assignment.value(), name.name(), inLoop)) {
      Expression value = assignment.value();
      bindLazily(
          name.name(), value, isOutward(assignment), scope, () -> evaluator.evaluate(value, scope));
    } else {
      set(target, evaluator.evaluate(assignment.value(), scope), assignment.operator(), scope);
    }
  }

  /** A variable that is only declared: a text that is being built begins empty. */
  private void declareEmpty(Assignment assignment, Scope scope) {
    String type = assignment.type().map(Expression::lastName).orElse("");
    if (assignment.targets().get(0) instanceof Name name
        && (type.equals("Builder") || type.equals("Buffer") || type.equals("StringBuilder"))) {
      scope.define(name.name(), Value.text(""));
    }
  }

  /** {@code a, b = value}. */
  private void assignParts(Assignment assignment, boolean inLoop, Scope scope) {
    Expression value = assignment.value();
    for (int i = 0; i < assignment.targets().size(); i++) {
      int position = i;
      if (!(assignment.targets().get(i) instanceof Name name)) {
        continue;
      }
      boolean isLazy = isLazy(value, name.name(), inLoop);
      Value now = isLazy ? Value.Unknown.VALUE : part(evaluator.evaluate(value, scope), position);
      bindLazily(
          name.name(),
          value,
          isOutward(assignment),
          scope,
          () -> isLazy ? part(evaluator.evaluate(value, scope), position) : now);
    }
  }

  /** Whether the variable of a scope around is meant. */
  private boolean isOutward(Assignment assignment) {
    return evaluator.assignsOutward() && assignment.operator().equals("=");
  }

  private void bindLazily(
      String name, Expression value, boolean outward, Scope scope, Supplier<Value> way) {
    boolean costly = evaluator.mentions().isCostly(value, scope);
    if (outward && costly) {
      scope.assignCostly(name, way);
    } else if (outward) {
      scope.assign(name, way);
    } else if (costly) {
      scope.defineCostly(name, way);
    } else {
      scope.define(name, way);
    }
  }

  private static Value part(Value value, int position) {
    if (value instanceof ListValue list) {
      return position < list.items().size() ? list.items().get(position) : Value.Unknown.VALUE;
    }
    return position == 0 ? value : Value.Unknown.VALUE;
  }

  /** What mentions its own name, or changes from round to round, must be worked out at once. */
  private boolean isLazy(Expression value, String name, boolean inLoop) {
    return !inLoop && !evaluator.mentions().mentions(value, name);
  }

  private void set(Expression target, Value value, String operator, Scope scope) {
    if (target instanceof Name name) {
      if (evaluator.assignsOutward() && !operator.equals(":=")) {
        scope.assign(name.name(), value);
      } else {
        scope.define(name.name(), value);
      }
    } else if (target instanceof Member member) {
      Value of = evaluator.evaluate(member.of(), scope);
      withMember(of, member.name(), value).ifPresent(changed -> reset(member.of(), changed, scope));
    } else if (target instanceof Index index && index.at().size() == 1) {
      Value of = evaluator.evaluate(index.of(), scope);
      Optional<String> key = Operations.spelled(evaluator.evaluate(index.at().get(0), scope));
      Optional<Value> changed =
          key.isPresent() ? withMember(of, key.get(), value) : withUnknownMember(of);
      changed.ifPresent(known -> reset(index.of(), known, scope));
    }
  }

  private static Optional<Value> withMember(Value of, String name, Value value) {
    if (of instanceof Made made) {
      return Optional.of(made.with(name, value));
    }
    if (of instanceof FunctionValue function && name.equals("__name__")) {
      // A function that is named at run time is not called as it was written.
      return Optional.of(
          value
              .exactText()
              .<Value>map(
                  text ->
                      new FunctionValue(
                          function.function().named(text), function.scope(), function.self()))
              .orElse(Value.Unknown.VALUE));
    }
    return of instanceof ObjectValue object
        ? Optional.of(Values.with(object, name, value))
        : Optional.empty();
  }

  private static Optional<Value> withUnknownMember(Value of) {
    return of instanceof ObjectValue object
        ? Optional.of(new ObjectValue(object.members(), false, object.place()))
        : Optional.empty();
  }

  /** A part of a value was changed: so is what holds it. */
  void reset(Expression target, Value value, Scope scope) {
    if (target instanceof Name name) {
      scope.assign(name.name(), value);
    } else {
      set(target, value, "=", scope);
    }
  }
}
