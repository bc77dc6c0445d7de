package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the JSON Schema of an object out of its properties. For one thread. */
public final class ObjectSchema {
  /** The schema of an object without properties. */
  public static final JsonObject EMPTY = new ObjectSchema().build();

  private final Map<String, JsonValue> properties = new LinkedHashMap<>();
  private final Set<JsonValue> required = new LinkedHashSet<>();

  /** Adds a property, or describes it anew. */
  public void put(String name, JsonValue schema, boolean isRequired) {
    properties.put(name, schema);
    if (isRequired) {
      require(JsonValue.of(name));
    }
  }

  /** Adds a property; one of that name that is there already stays as it is described. */
  public void putIfAbsent(String name, JsonValue schema, boolean isRequired) {
    put(name, properties.getOrDefault(name, schema), isRequired);
  }

  /** Adds all that the schema of another object says of properties. */
  public void putAll(JsonObject schema) {
    properties.putAll(schema.object("properties").members());
    schema.items("required").forEach(this::require);
  }

  public void require(JsonValue name) {
    required.add(name);
  }

  public boolean isEmpty() {
    return properties.isEmpty();
  }

  public JsonObject build() {
    return of(properties, required);
  }

  /**
   * The schema of an object whose properties are known.
   *
   * @param required the names of the properties that must be there
   */
  public static JsonObject of(Map<String, JsonValue> properties, Collection<JsonValue> required) {
    JsonObjectBuilder schema =
        new JsonObjectBuilder().put("type", "object").put("properties", new JsonObject(properties));
    return required.isEmpty()
        ? schema.build()
        : schema.put("required", List.copyOf(required)).build();
  }
}
