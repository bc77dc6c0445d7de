package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schema while it is put together from the calls of a builder. For one thread. */
public final class SchemaNode {
  private final Map<String, JsonValue> members = new LinkedHashMap<>();
  private Map<String, SchemaNode> properties;
  private boolean optional;
  private boolean complete = true;

  public static SchemaNode ofType(String type) {
    SchemaNode node = new SchemaNode();
    node.set("type", JsonValue.of(type));
    return node;
  }

  static SchemaNode ofObject() {
    SchemaNode node = ofType("object");
    node.properties = new LinkedHashMap<>();
    return node;
  }

  /** A schema of which nothing is known. */
  static SchemaNode unknown() {
    SchemaNode node = new SchemaNode();
    node.complete = false;
    return node;
  }

  /** A schema that is written down as JSON already. */
  static SchemaNode ofJson(JsonObject json, boolean complete) {
    SchemaNode node = new SchemaNode();
    node.members.putAll(json.members());
    node.complete = complete;
    JsonObject known = json.object("properties");
    if (json.get("properties").isPresent()) {
      List<JsonValue> required = json.items("required");
      node.properties = new LinkedHashMap<>();
      known
          .members()
          .forEach(
              (name, schema) -> {
                SchemaNode property = ofJson(schema.asObject(), true);
                property.optional = !required.contains(JsonValue.of(name));
                node.properties.put(name, property);
              });
      node.members.remove("properties");
      node.members.remove("required");
    }
    return node;
  }

  SchemaNode copy() {
    SchemaNode copy = new SchemaNode();
    copy.members.putAll(members);
    copy.properties = properties == null ? null : new LinkedHashMap<>(properties);
    copy.optional = optional;
    copy.complete = complete;
    return copy;
  }

  void set(String name, JsonValue value) {
    members.put(name, value);
  }

  /** The members of an object schema; they may be changed. */
  Map<String, SchemaNode> properties() {
    if (properties == null) {
      properties = new LinkedHashMap<>();
    }
    return properties;
  }

  SchemaNode optional(boolean value) {
    optional = value;
    return this;
  }

  SchemaNode incomplete() {
    complete = false;
    return this;
  }

  /** Whether all of it is known, the members included. */
  public boolean complete() {
    return complete
        && (properties == null || properties.values().stream().allMatch(SchemaNode::complete));
  }

  public JsonObject toJson() {
    JsonObjectBuilder json = new JsonObjectBuilder();
    members.forEach(json::put);
    if (properties != null) {
      JsonObjectBuilder list = new JsonObjectBuilder();
      properties.forEach((name, schema) -> list.put(name, schema.toJson()));
      json.put("properties", list.build());
      List<JsonValue> required =
          properties.entrySet().stream()
              .filter(entry -> !entry.getValue().optional)
              .<JsonValue>map(entry -> JsonValue.of(entry.getKey()))
              .toList();
      if (!required.isEmpty()) {
        json.put("required", new JsonArray(required));
      }
    }
    return json.build();
  }
}
