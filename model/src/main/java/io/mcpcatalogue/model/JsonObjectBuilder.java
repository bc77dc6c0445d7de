package io.mcpcatalogue.model;

import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link JsonObject} member by member, in the order of the calls. For one thread. */
public final class JsonObjectBuilder {
  private String[] names = new String[4];
  private JsonValue[] values = new JsonValue[4];
  private int size;

  /** All members, from when there are more than {@link Members#FEW}; empty before. */
  private Map<String, JsonValue> many = Map.of();

  /** Puts a member; one that is there already keeps its place and gets the new value. */
  public JsonObjectBuilder put(String name, JsonValue value) {
    if (!many.isEmpty()) {
      many.put(name, value);
      return this;
    }
    int index = Members.indexOf(names, size, name);
    if (index >= 0) {
      values[index] = value;
    } else if (size == Members.FEW) {
      many = new LinkedHashMap<>(Members.of(names, values, size));
      many.put(name, value);
    } else {
      append(name, value);
    }
    return this;
  }

  private void append(String name, JsonValue value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    names[size] = name;
    values[size++] = value;
  }

  public JsonObjectBuilder put(String name, String text) {
    return put(name, JsonValue.of(text));
  }

  public JsonObjectBuilder put(String name, long number) {
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
    if (size == 0) {
      return JsonObject.EMPTY;
    }
    return new JsonObject(many.isEmpty() ? Members.of(names, values, size) : Members.of(many));
  }
}
