package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.Optional;

/** What names and calls mean in one language, beyond what the sources define. */
public interface Semantics {

  /** The meaning of a word of the language itself, such as {@code None}. */
  Optional<Value> word(String name);

  /** The value of a call of a library that the language knows; empty to go on as usual. */
  Optional<Value> call(Expression.Call call, Scope scope, Evaluator evaluator);

  /** What the name of a function stands for once it is declared: what annotations make of it. */
  default Value declared(FunctionValue function, Evaluator evaluator) {
    return function;
  }

  /** Whether {@code =} changes the variable of a scope around instead of making a new one. */
  boolean assignsOutward();
}
