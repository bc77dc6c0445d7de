package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The JSON Schema of an object whose properties are known. */
public final class ObjectSchema {
  private ObjectSchema() {}

  /**
   * The schema.
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
