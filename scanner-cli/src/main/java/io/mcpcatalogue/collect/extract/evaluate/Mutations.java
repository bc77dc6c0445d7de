package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.List;
import java.util.Optional;

/**
 * Calls that change what they are called on, and functions that change their arguments. Stateless.
 */
final class Mutations {
  private final Evaluator evaluator;
  private final Assignments assignments;

  Mutations(Evaluator evaluator, Assignments assignments) {
    this.evaluator = evaluator;
    this.assignments = assignments;
  }

  /** Does to the variables what the expression does. */
  void change(Expression expression, Scope scope) {
    if (!(expression instanceof Call call)) {
      return;
    }
    changeArguments(call, scope);
    if (call.callee() instanceof Member member && !call.arguments().isEmpty()) {
      Expression argument = call.arguments().get(0).value();
      switch (member.name()) {
        case "append", "add", "push" -> grow(member.of(), argument, true, scope);
        case "extend", "update", "addAll", "putAll", "AddRange" ->
            grow(member.of(), argument, false, scope);
        case "put", "set", "Add" -> put(member.of(), call, scope);
        case "WriteString", "Append", "AppendLine", "push_str" -> write(member, call, scope);
        case "Fprintf", "Fprint" -> print(call, scope);
        case "Copy" -> {
          if (call.arguments().size() == 2) {
            grow(argument, call.arguments().get(1).value(), false, scope);
          }
        }
        default -> {}
      }
    }
  }

  /** {@code withPages(schema)}: the function changes what it was given. */
  private void changeArguments(Call call, Scope scope) {
    if (call.arguments().stream().noneMatch(argument -> argument.value() instanceof Name)
        || evaluator.mentions().isCostly(call.callee(), scope)
        || !(evaluator.evaluate(call.callee(), scope) instanceof FunctionValue function)
        || !evaluator.changesParameters(function.function())
        || call.arguments().stream()
            .noneMatch(
                argument ->
                    argument.value() instanceof Name name && isContainer(name.name(), scope))) {
      return;
    }
    Scope inner = function.scope().inner();
    List<Parameter> parameters = function.function().parameters();
    evaluator.bind(parameters, call.arguments(), scope, inner);
    evaluator.run(function.function().body(), inner);
    for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
      if (call.arguments().get(i).value() instanceof Name name && isContainer(name.name(), scope)) {
        inner
            .find(parameters.get(i).name())
            .filter(Mutations::isContainer)
            .ifPresent(changed -> scope.assign(name.name(), changed));
      }
    }
  }

  private static boolean isContainer(String name, Scope scope) {
    return scope.find(name).filter(Mutations::isContainer).isPresent();
  }

  private static boolean isContainer(Value value) {
    return value instanceof ObjectValue || value instanceof Made || value instanceof ListValue;
  }

  private void grow(Expression target, Expression argument, boolean one, Scope scope) {
    if (!(target instanceof Name || target instanceof Member)) {
      return;
    }
    Value of = evaluator.evaluate(target, scope);
    if (of instanceof ListValue list) {
      Value more = evaluator.evaluate(argument, scope);
      Value items = one ? new ListValue(List.of(more), true) : Operations.items(more);
      Value sum =
          items instanceof ListValue
              ? Operations.sum(list, items)
              : new ListValue(list.items(), false);
      assignments.reset(target, sum, scope);
    } else if (of instanceof ObjectValue object && !one) {
      Value more = evaluator.evaluate(argument, scope);
      assignments.reset(
          target,
          more instanceof ObjectValue
              ? Operations.sum(object, more)
              : new ObjectValue(object.members(), false, object.place()),
          scope);
    }
  }

  /** {@code builder.WriteString(text)}. */
  private void write(Member member, Call call, Scope scope) {
    Value before = evaluator.evaluate(member.of(), scope);
    if (before instanceof Value.Text && member.of() instanceof Name) {
      Value more = evaluator.evaluate(call.arguments().get(0).value(), scope);
      Value line = member.name().equals("AppendLine") ? Value.text("\n") : Value.text("");
      Value added =
          Operations.sum(more instanceof Value.Text ? more : new Value.Text("", false), line);
      assignments.reset(member.of(), Operations.sum(before, added), scope);
    }
  }

  /** {@code fmt.Fprintf(&builder, format, …)}. */
  private void print(Call call, Scope scope) {
    Expression target = call.arguments().get(0).value();
    Value before = evaluator.evaluate(target, scope);
    if (before instanceof Value.Text && target instanceof Name && call.arguments().size() > 1) {
      Expression format = new Name("Sprintf", call.line());
      Value more =
          evaluator.evaluate(
              new Call(format, call.arguments().subList(1, call.arguments().size()), call.line()),
              scope);
      assignments.reset(target, Operations.sum(before, more), scope);
    }
  }

  private void put(Expression target, Call call, Scope scope) {
    if (target instanceof Name
        && call.arguments().size() == 2
        && evaluator.evaluate(target, scope) instanceof ObjectValue object) {
      Optional<String> key =
          Operations.spelled(evaluator.evaluate(call.arguments().get(0).value(), scope));
      Value value = evaluator.evaluate(call.arguments().get(1).value(), scope);
      key.ifPresent(known -> assignments.reset(target, Values.with(object, known, value), scope));
    }
  }
}
