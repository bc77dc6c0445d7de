package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the schemas of types: that of a common type is asked for wherever the type is used. For
 * one thread.
 */
public final class TypeMemo {
  private final Map<Statement.Type, Known> known = new IdentityHashMap<>();
  private long cuts;

  private record Known(Scope scope, JsonObject schema) {}

  /** Something was left out because of what is around it: what holds it is not kept. */
  public void cut() {
    cuts++;
  }

  /** The schema of the type, worked out in this way when it is not known yet. */
  public JsonObject schema(TypeValue type, Supplier<JsonObject> way) {
    Known before = known.get(type.type());
    if (before != null && before.scope().equals(type.scope())) {
      return before.schema();
    }
    long cutsBefore = cuts;
    JsonObject schema = way.get();
    if (cuts == cutsBefore) {
      known.put(type.type(), new Known(type.scope(), schema));
    }
    return schema;
  }
}
