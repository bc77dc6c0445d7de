package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Leads the way through types that hold others: a type is described once, is not entered from
 * within itself, and only so many may lie within each other. For one thread.
 */
public final class TypeWalk {
  private static final int MAX_DEPTH = 24;

  private final Map<Statement.Type, Known> known = new IdentityHashMap<>();
  private final Set<Statement.Type> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int depth;

  /** How often something was left out because of what is around it. */
  private long cuts;

  private record Known(Scope scope, JsonObject schema) {}

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

  /** What is found within the type; of a type within itself, one level says enough. */
  public <T> T within(TypeValue type, T otherwise, Supplier<T> way) {
    if (!open.add(type.type())) {
      cuts++;
      return otherwise;
    }
    try {
      return deeper(otherwise, way);
    } finally {
      open.remove(type.type());
    }
  }

  /** Does something within the type, unless it is done there already. */
  public void within(TypeValue type, Runnable task) {
    within(
        type,
        Optional.empty(),
        () -> {
          task.run();
          return Optional.empty();
        });
  }

  /** What is found one level further in. */
  public <T> T deeper(T otherwise, Supplier<T> way) {
    if (depth >= MAX_DEPTH) {
      cuts++;
      return otherwise;
    }
    depth++;
    try {
      return way.get();
    } finally {
      depth--;
    }
  }
}
