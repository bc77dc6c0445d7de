package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.LambdaValue;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.Iterator;
import java.util.Map;

/**
 * A function with its arguments. Plain values are compared by what they say, others by identity: to
 * compare large values would cost more than to work them out. Immutable.
 */
final class CallKey {
  private final FunctionValue function;
  private final ObjectValue arguments;
  private final int hash;

  CallKey(FunctionValue function, ObjectValue arguments) {
    this.function = function;
    this.arguments = arguments;
    int sum = System.identityHashCode(function.function());
    for (Value argument : arguments.members().values()) {
      sum = 31 * sum + hash(argument);
    }
    this.hash = sum;
  }

  private static int hash(Value value) {
    if (isPlain(value)) {
      return value.hashCode();
    }
    if (value instanceof FunctionValue function) {
      return System.identityHashCode(function.function());
    }
    return value instanceof LambdaValue lambda
        ? System.identityHashCode(lambda.lambda())
        : System.identityHashCode(value);
  }

  private static boolean isPlain(Value value) {
    return value instanceof Value.Text
        || value instanceof Value.NumberValue
        || value instanceof Value.Bool
        || value instanceof Value.Nothing
        || value instanceof Value.Unknown
        || value instanceof Value.Reference;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallKey key
        && hash == key.hash
        && isSame(function, key.function)
        && arguments.complete() == key.arguments.complete()
        && areSame(arguments.members(), key.arguments.members());
  }

  private static boolean areSame(Map<String, Value> some, Map<String, Value> others) {
    if (some.size() != others.size()) {
      return false;
    }
    Iterator<Map.Entry<String, Value>> other = others.entrySet().iterator();
    for (Map.Entry<String, Value> one : some.entrySet()) {
      Map.Entry<String, Value> next = other.next();
      if (!one.getKey().equals(next.getKey()) || !isSame(one.getValue(), next.getValue())) {
        return false;
      }
    }
    return true;
  }

  // Comparing whole syntax trees would be slow.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Value one, Value other) {
    if (one == other || isPlain(one) && one.equals(other)) {
      return true;
    }
    if (one instanceof FunctionValue first && other instanceof FunctionValue second) {
      return first.function() == second.function()
          && first.scope() == second.scope()
          && first.self().isEmpty()
          && second.self().isEmpty();
    }
    return one instanceof LambdaValue first
        && other instanceof LambdaValue second
        && first.lambda() == second.lambda()
        && first.scope() == second.scope();
  }
}
