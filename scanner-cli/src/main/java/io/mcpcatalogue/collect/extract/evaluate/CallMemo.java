package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers what functions returned for their arguments: the list of all tools, say, is asked for
 * wherever a program uses it. For one thread.
 */
final class CallMemo {
  private static final int MAX_KEPT = 10_000;

  private final Map<CallKey, Value> known = new HashMap<>();
  private long cuts;

  /** Something was left out because of where it was asked: what hangs on it is not kept. */
  void cut() {
    cuts++;
  }

  /** What the call returns, worked out in this way when it is not known yet. */
  Value result(FunctionValue function, ObjectValue arguments, Supplier<Value> way) {
    if (function.self().isPresent()) {
      return way.get();
    }
    CallKey key = new CallKey(function, arguments);
    Value value = known.get(key);
    if (value == null) {
      long before = cuts;
      value = way.get();
      if (cuts == before && known.size() < MAX_KEPT) {
        known.put(key, value);
      }
    }
    return value;
  }
}
