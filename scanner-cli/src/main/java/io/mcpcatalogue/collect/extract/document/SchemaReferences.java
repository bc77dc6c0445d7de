package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what references within one document point at in their place, to a bounded depth and size:
 * such documents refer in circles. For one thread.
 */
final class SchemaReferences {
  private static final int MAX_REFERENCES = 6;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_VALUES = 300_000;

  private final JsonObject document;
  private int values;
  private boolean complete = true;

  SchemaReferences(JsonObject document) {
    this.document = document;
  }

  /** Forgets what could not be resolved so far. */
  void begin() {
    complete = true;
  }

  /** Whether all references since the beginning were resolved. */
  boolean isComplete() {
    return complete;
  }

  /** The value without references; what lies too deep is left out. */
  JsonValue resolved(JsonValue value) {
    return resolved(value, 0, 0);
  }

  private JsonValue resolved(JsonValue value, int depth, int references) {
    if (++values > MAX_VALUES || depth > MAX_DEPTH || references > MAX_REFERENCES) {
      complete = false;
      return JsonObject.EMPTY;
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>();
      array.values().forEach(item -> items.add(resolved(item, depth + 1, references)));
      return new JsonArray(items);
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    Optional<String> reference = object.text("$ref");
    if (reference.isPresent()) {
      Optional<JsonValue> target = target(reference.get());
      complete &= target.isPresent();
      return target
          .map(found -> resolved(found, depth + 1, references + 1))
          .orElse(JsonObject.EMPTY);
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, member) -> members.put(name, resolved(member, depth + 1, references)));
    return new JsonObject(members);
  }

  private Optional<JsonValue> target(String reference) {
    if (!reference.startsWith("#/")) {
      return Optional.empty();
    }
    Optional<JsonValue> value = Optional.of(document);
    for (String step : reference.substring(2).split("/")) {
      String name = step.replace("~1", "/").replace("~0", "~");
      value = value.flatMap(found -> found.asObject().get(name));
    }
    return value;
  }
}
