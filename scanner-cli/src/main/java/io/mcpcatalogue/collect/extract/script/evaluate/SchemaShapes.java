package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Call;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of an object schema as values, as {@code schema.shape} gives them to spread. */
final class SchemaShapes {
  private static final int MAX_DEPTH = 60;

  private SchemaShapes() {}

  /** Empty when the value builds no object, or it is not known which. */
  static Optional<ObjectValue> of(Value value) {
    return of(value, 0);
  }

  private static Optional<ObjectValue> of(Value value, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    if (value instanceof ObjectValue object) {
      return Optional.of(object);
    }
    if (!(value instanceof Call call)) {
      return Optional.empty();
    }
    Value first = call.argument(0);
    Value receiver = call.receiver().orElse(Value.Unknown.VALUE);
    return switch (call.function()) {
      case "object", "strictObject", "looseObject", "Object" -> of(first, depth + 1);
      case "extend", "merge", "augment", "safeExtend", "and" ->
          of(receiver, depth + 1).map(base -> joined(base, of(first, depth + 1)));
      case "omit" -> of(receiver, depth + 1).map(base -> retained(base, first, false));
      case "pick" -> of(receiver, depth + 1).map(base -> retained(base, first, true));
      case "partial", "deepPartial" -> of(receiver, depth + 1).map(base -> optional(base, call));
      default -> receiver instanceof Call ? of(receiver, depth + 1) : Optional.empty();
    };
  }

  private static ObjectValue joined(ObjectValue base, Optional<ObjectValue> more) {
    Map<String, Value> members = new LinkedHashMap<>(base.members());
    more.ifPresent(known -> members.putAll(known.members()));
    boolean complete = base.complete() && more.map(ObjectValue::complete).orElse(false);
    return new ObjectValue(members, complete, base.place());
  }

  private static ObjectValue retained(ObjectValue base, Value names, boolean named) {
    Map<String, Value> members = new LinkedHashMap<>(base.members());
    ObjectValue listed = names.asObject();
    members.keySet().removeIf(name -> listed.has(name) != named);
    return new ObjectValue(members, base.complete() && listed.complete(), base.place());
  }

  private static ObjectValue optional(ObjectValue base, Call call) {
    Map<String, Value> members = new LinkedHashMap<>(base.members());
    members.replaceAll(
        (name, member) -> new Call("optional", Optional.of(member), List.of(), call.place()));
    return new ObjectValue(members, base.complete(), base.place());
  }
}
