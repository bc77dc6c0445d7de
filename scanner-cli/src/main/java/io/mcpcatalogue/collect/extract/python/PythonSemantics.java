package io.mcpcatalogue.collect.extract.python;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Semantics;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import java.util.Optional;

/** The words of Python, and the library calls that describe types. Stateless. */
final class PythonSemantics implements Semantics {

  @Override
  public Optional<Value> word(String name) {
    return switch (name) {
      case "True" -> Optional.of(new Bool(true));
      case "False" -> Optional.of(new Bool(false));
      case "None" -> Optional.of(Value.Nothing.VALUE);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Value> call(Call call, Scope scope, Evaluator evaluator) {
    if (call.callee().lastName().equals("partial") && !call.arguments().isEmpty()) {
      // The function itself: what is filled in is no parameter of the tools that it makes.
      return Optional.of(evaluator.evaluate(call.arguments().get(0).value(), scope));
    }
    if (!(call.callee() instanceof Member member)) {
      return Optional.empty();
    }
    switch (member.name()) {
      case "model_json_schema", "schema", "model_schema":
        if (evaluator.evaluate(member.of(), scope) instanceof TypeValue type) {
          return Optional.of(new PythonSchemas(evaluator).asValue(type));
        }
        return Optional.empty();
      case "getenv", "get":
        // What the environment holds is not known; unset, it has its default.
        if (member.of().lastName().equals("os") || member.of().lastName().equals("environ")) {
          return call.arguments().size() > 1
              ? Optional.of(evaluator.evaluate(call.arguments().get(1).value(), scope))
              : Optional.of(Value.Unknown.VALUE);
        }
        return Optional.empty();
      default:
        return Optional.empty();
    }
  }

  /** {@code @wraps(other)} makes a function look like the other. */
  @Override
  public Value declared(FunctionValue function, Evaluator evaluator) {
    for (Expression mark : function.function().marks()) {
      if (mark instanceof Call call
          && call.callee().lastName().equals("wraps")
          && call.arguments().size() == 1) {
        return evaluator.evaluate(call.arguments().get(0).value(), function.scope());
      }
    }
    return function;
  }

  @Override
  public boolean assignsOutward() {
    return false;
  }

  /** The docstring as tools show it: without the indentation of the code. */
  static String docstring(FunctionValue function) {
    return cleaned(function.function().documentation());
  }

  static String cleaned(String documentation) {
    int firstBreak = documentation.indexOf('\n');
    if (firstBreak < 0) {
      return documentation.strip();
    }
    String rest = documentation.substring(firstBreak + 1).stripIndent();
    return (documentation.substring(0, firstBreak).strip() + "\n" + rest).strip();
  }
}
