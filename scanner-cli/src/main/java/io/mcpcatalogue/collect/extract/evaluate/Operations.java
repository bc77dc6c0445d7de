package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.Nothing;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators, truth and the spelling of values. */
public final class Operations {
  private static final int MAX_TEXT = 1 << 20;

  private Operations() {}

  static Value apply(Operation operation, Scope scope, Evaluator evaluator) {
    String operator = operation.operator();
    Value left = evaluator.evaluate(operation.left(), scope);
    if (operator.equals("or") || operator.equals("||") || operator.equals("??")) {
      return either(operator, left, operation.right(), scope, evaluator);
    }
    Value right = evaluator.evaluate(operation.right(), scope);
    boolean unary = operation.left() instanceof Expression.Unread;
    return switch (operator) {
      case "!" -> truth(right).<Value>map(value -> new Bool(!value)).orElse(Value.Unknown.VALUE);
      case "-" -> unary ? negative(right) : arithmetic(operator, left, right);
      case "|" ->
          left instanceof ObjectValue
              ? sum(left, right)
              : new Values.TypeExpression(operation, scope);
      case "+", "." -> unary ? right : sum(left, right);
      case "and", "&&" -> truth(left).orElse(true) ? right : left;
      case "==", "===", "is" -> equality(left, right, true);
      case "!=", "!==", "is not" -> equality(left, right, false);
      case "<", "<=", ">", ">=" -> comparison(operator, left, right);
      case "*", "/" -> arithmetic(operator, left, right);
      case "%" ->
          left instanceof Text text
              ? Template.printed(
                  text, right instanceof ListValue list ? list.items() : List.of(right))
              : Value.Unknown.VALUE;
      case "to" -> new ListValue(List.of(left, right), true);
      default -> Value.Unknown.VALUE;
    };
  }

  private static Value either(
      String operator, Value left, Expression right, Scope scope, Evaluator evaluator) {
    if (left instanceof Nothing) {
      return evaluator.evaluate(right, scope);
    }
    Optional<Boolean> truth = truth(left);
    if (truth.isPresent()) {
      return truth.get() || operator.equals("??") ? left : evaluator.evaluate(right, scope);
    }
    // What is set at run time has its default on the right.
    Value value = evaluator.evaluate(right, scope);
    return value.exactText().isPresent() ? doubtful(value) : left;
  }

  /** Whether the value counts as true; empty when nobody knows. */
  public static Optional<Boolean> truth(Value value) {
    if (value instanceof Bool bool) {
      return Optional.of(bool.value());
    }
    if (value instanceof Nothing) {
      return Optional.of(false);
    }
    if (value instanceof Text text && (text.exact() || !text.value().isEmpty())) {
      return Optional.of(!text.value().isEmpty());
    }
    if (value instanceof ListValue list && (list.complete() || !list.items().isEmpty())) {
      return Optional.of(!list.items().isEmpty());
    }
    if (value instanceof NumberValue number) {
      return Numbers.asDecimal(number).map(decimal -> decimal.signum() != 0);
    }
    return Optional.empty();
  }

  private static Value equality(Value left, Value right, boolean wanted) {
    return left.exact() && right.exact()
        ? new Bool(left.equals(right) == wanted)
        : Value.Unknown.VALUE;
  }

  private static Value comparison(String operator, Value left, Value right) {
    Optional<BigDecimal> a = Numbers.asDecimal(left);
    Optional<BigDecimal> b = Numbers.asDecimal(right);
    if (a.isEmpty() || b.isEmpty()) {
      return Value.Unknown.VALUE;
    }
    int order = a.get().compareTo(b.get());
    boolean isEqual = order == 0 && operator.endsWith("=");
    return new Bool(isEqual || (operator.startsWith("<") ? order < 0 : order > 0));
  }

  private static Value negative(Value value) {
    return value instanceof NumberValue number && !number.spelling().startsWith("-")
        ? new NumberValue("-" + number.spelling())
        : Value.Unknown.VALUE;
  }

  private static Value arithmetic(String operator, Value left, Value right) {
    Optional<BigDecimal> a = Numbers.asDecimal(left);
    Optional<BigDecimal> b = Numbers.asDecimal(right);
    if (a.isEmpty() || b.isEmpty()) {
      return Value.Unknown.VALUE;
    }
    return switch (operator) {
      case "+" -> Numbers.read(a.get().add(b.get()).toPlainString());
      case "-" -> Numbers.read(a.get().subtract(b.get()).toPlainString());
      case "*" -> Numbers.read(a.get().multiply(b.get()).toPlainString());
      default -> Value.Unknown.VALUE;
    };
  }

  /** Two texts, lists or objects put together. */
  static Value sum(Value left, Value right) {
    if (left instanceof ListValue first && right instanceof ListValue second) {
      List<Value> items = new ArrayList<>(first.items());
      items.addAll(second.items());
      return new ListValue(items, first.complete() && second.complete());
    }
    if (left instanceof ObjectValue first && right instanceof ObjectValue second) {
      Map<String, Value> members = new LinkedHashMap<>(first.members());
      members.putAll(second.members());
      return new ObjectValue(members, first.complete() && second.complete(), first.place());
    }
    if (left instanceof NumberValue && right instanceof NumberValue) {
      return arithmetic("+", left, right);
    }
    if (left instanceof Text || right instanceof Text) {
      String text = spelled(left).orElse("") + spelled(right).orElse("");
      return text.length() > MAX_TEXT
          ? Value.Unknown.VALUE
          : new Text(text, left.exact() && right.exact());
    }
    return Value.Unknown.VALUE;
  }

  /** The value as it stands in a text. */
  static Optional<String> spelled(Value value) {
    if (value instanceof NumberValue number) {
      return Optional.of(number.spelling());
    }
    if (value instanceof Bool bool) {
      return Optional.of(Boolean.toString(bool.value()));
    }
    return value.anyText();
  }

  /** The same value, no longer known word for word. */
  static Value doubtful(Value value) {
    return value instanceof Text text ? new Text(text.value(), false) : value;
  }

  /** What a loop over the value sees. */
  public static Value items(Value value) {
    if (value instanceof ObjectValue object) {
      return new ListValue(
          object.members().keySet().stream().map(Value::text).map(Value.class::cast).toList(),
          object.complete());
    }
    return value;
  }
}
