package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Unbound;
import io.mcpcatalogue.collect.extract.script.module.ExpressionParser;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Choices;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Reference;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What operators make of their operands. */
final class Operators {

  private Operators() {}

  static Value template(
      Evaluator evaluator, ScriptModule module, Node.Template template, Bindings bindings) {
    List<Value> parts = new ArrayList<>();
    for (Node part : template.parts()) {
      parts.add(evaluator.evaluate(module, part, bindings));
    }
    Value text = joined(parts, "");
    boolean dedents = template.tag().map(Operators::tagName).filter(Texts::dedents).isPresent();
    return dedents && text instanceof Text known
        ? new Text(Texts.dedent(known.value()), known.exact())
        : text;
  }

  private static String tagName(Node tag) {
    if (tag instanceof Node.Name name) {
      return name.name();
    }
    if (tag instanceof Node.Member member) {
      return tagName(member.object()) + "." + member.name();
    }
    return tag instanceof Node.Invocation invocation ? tagName(invocation.callee()) : "";
  }

  /**
   * The texts in a row; what is not known or makes it too long is left out, and the result is not
   * exact then.
   */
  static Text joined(List<Value> parts, String separator) {
    StringBuilder text = new StringBuilder();
    boolean exact = true;
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "" : separator);
      Optional<String> part =
          spelled(parts.get(i)).filter(known -> text.length() + known.length() <= Texts.LONGEST);
      exact &= part.isPresent() && parts.get(i).exact();
      part.ifPresent(text::append);
    }
    return new Text(text.toString(), exact);
  }

  private static Optional<String> spelled(Value value) {
    if (value instanceof NumberValue number) {
      return Optional.of(number.spelling());
    }
    if (value instanceof Bool bool) {
      return Optional.of(Boolean.toString(bool.value()));
    }
    if (value instanceof ListValue list) {
      Text joined = joined(list.items(), ",");
      return list.complete() && joined.exact() ? Optional.of(joined.value()) : Optional.empty();
    }
    return value.anyText();
  }

  static Value operation(
      Evaluator evaluator, ScriptModule module, Node.Operation operation, Bindings bindings) {
    return switch (operation.operator()) {
      case "||", "??" -> alternative(evaluator, module, operation, bindings);
      case "&&" -> conjunction(evaluator, module, operation, bindings);
      case "+" -> sum(values(evaluator, module, operation, bindings));
      case "-", "*", "/" ->
          arithmetic(operation.operator(), values(evaluator, module, operation, bindings));
      case "===", "==", "!==", "!=" ->
          equality(operation.operator(), values(evaluator, module, operation, bindings));
      default -> Value.Unknown.VALUE;
    };
  }

  private static List<Value> values(
      Evaluator evaluator, ScriptModule module, Node.Operation operation, Bindings bindings) {
    List<Value> values = new ArrayList<>();
    operation
        .operands()
        .forEach(operand -> values.add(evaluator.evaluate(module, operand, bindings)));
    return values;
  }

  /** The first operand that is known to be there: {@code environment.name || "default"}. */
  private static Value alternative(
      Evaluator evaluator, ScriptModule module, Node.Operation operation, Bindings bindings) {
    Value best = Value.Unknown.VALUE;
    for (Node operand : operation.operands()) {
      Value value = evaluator.evaluate(module, operand, bindings);
      boolean absent =
          value instanceof Value.Nothing
              || value instanceof Bool bool && !bool.value() && operation.operator().equals("||")
              || value.exactText().filter(String::isEmpty).isPresent()
                  && operation.operator().equals("||");
      boolean open =
          value instanceof Value.Unknown
              || value instanceof Unbound
              || value instanceof Reference
              || value instanceof Value.Call;
      if (!absent && !open) {
        return value;
      }
      best = open && best instanceof Value.Unknown ? value : best;
    }
    return best;
  }

  private static Value conjunction(
      Evaluator evaluator, ScriptModule module, Node.Operation operation, Bindings bindings) {
    Value last = Value.Unknown.VALUE;
    for (Node operand : operation.operands()) {
      last = evaluator.evaluate(module, operand, bindings);
      if (last instanceof Bool bool && !bool.value() || last instanceof Value.Nothing) {
        return last;
      }
    }
    return last;
  }

  private static Value sum(List<Value> values) {
    if (values.stream().anyMatch(Text.class::isInstance)) {
      return joined(values, "");
    }
    return arithmetic("+", values);
  }

  private static Value arithmetic(String operator, List<Value> values) {
    double result = 0;
    for (int i = 0; i < values.size(); i++) {
      if (!(values.get(i) instanceof NumberValue number)) {
        return Value.Unknown.VALUE;
      }
      double operand = Double.parseDouble(number.spelling());
      result =
          i == 0
              ? operand
              : switch (operator) {
                case "+" -> result + operand;
                case "-" -> result - operand;
                case "*" -> result * operand;
                default -> result / operand;
              };
    }
    return ExpressionParser.number(Double.toString(result));
  }

  private static Value equality(String operator, List<Value> values) {
    if (values.size() != 2 || !values.get(0).exact() || !values.get(1).exact()) {
      return Value.Unknown.VALUE;
    }
    return new Bool(values.get(0).equals(values.get(1)) == operator.startsWith("="));
  }

  static Value conditional(
      Evaluator evaluator, ScriptModule module, Node.Conditional node, Bindings bindings) {
    Value test = evaluator.evaluate(module, node.test(), bindings);
    if (test instanceof Bool bool) {
      return evaluator.evaluate(module, bool.value() ? node.yes() : node.no(), bindings);
    }
    return better(
        evaluator.evaluate(module, node.yes(), bindings),
        evaluator.evaluate(module, node.no(), bindings));
  }

  /**
   * What two values say of which either may hold; where they cannot both be told, what says more.
   */
  static Value better(Value first, Value second) {
    return Choices.both(first, second).orElseGet(() -> rank(second) > rank(first) ? second : first);
  }

  private static int rank(Value value) {
    if (value instanceof Value.Unknown || value instanceof Unbound || value instanceof Reference) {
      return 0;
    }
    boolean empty =
        value instanceof Value.Nothing
            || value instanceof Text text && text.value().isEmpty()
            || value instanceof ListValue list && list.items().isEmpty()
            || value instanceof ObjectValue object && object.members().isEmpty();
    return empty ? 1 : value instanceof Value.Call ? 2 : value.exact() ? 4 : 3;
  }

  static Value prefix(
      Evaluator evaluator, ScriptModule module, Node.Prefix node, Bindings bindings) {
    Value operand = evaluator.evaluate(module, node.operand(), bindings);
    if (operand instanceof NumberValue number) {
      return switch (node.operator()) {
        case "-" ->
            ExpressionParser.number(
                number.spelling().startsWith("-")
                    ? number.spelling().substring(1)
                    : "-" + number.spelling());
        case "!" -> new Bool(number.spelling().equals("0"));
        case "void" -> Value.Nothing.VALUE;
        default -> number;
      };
    }
    if (node.operator().equals("!")) {
      return operand instanceof Bool bool
          ? new Bool(!bool.value())
          : operand instanceof Value.Nothing ? new Bool(true) : Value.Unknown.VALUE;
    }
    return node.operator().equals("void") ? Value.Nothing.VALUE : Value.Unknown.VALUE;
  }
}
