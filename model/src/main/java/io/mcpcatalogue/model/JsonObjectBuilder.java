package io.mcpcatalogue.model;

import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link JsonObject} member by member, in the order of the calls. For one thread. */
public final class JsonObjectBuilder {
  private final Map<String, JsonValue> members = new LinkedHashMap<>();

  public JsonObjectBuilder put(String name, JsonValue value) {
    members.put(name, value);
    return this;
  }

  public JsonObjectBuilder put(String name, String text) {
    return put(name, JsonValue.of(text));
  }

  public JsonObjectBuilder put(String name, long number) {
    return put(name, JsonValue.of(number));
  }

  public JsonObjectBuilder put(String name, double number) {
    return put(name, JsonValue.of(number));
  }

  public JsonObjectBuilder put(String name, boolean value) {
    return put(name, JsonValue.of(value));
  }

  public JsonObjectBuilder put(String name, List<? extends JsonValue> values) {
    return put(name, new JsonArray(List.copyOf(values)));
  }

  /** Puts the text unless it is empty: absent texts are empty strings in the records. */
  public JsonObjectBuilder putUnlessEmpty(String name, String text) {
    return text.isEmpty() ? this : put(name, text);
  }

  public JsonObjectBuilder putIfPresent(String name, Optional<? extends JsonValue> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  public JsonObject build() {
    return new JsonObject(members);
  }
}
