package io.mcpcatalogue.collect.listing;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the plain argument lists of some registries ({@code [{"name", "type", "desc"}]}) into the
 * JSON Schema that they stand for.
 */
final class ArgumentList {
  private ArgumentList() {}

  static JsonObject toSchema(JsonArray arguments) {
    ObjectSchema schema = new ObjectSchema();
    Set<String> names = new HashSet<>();
    for (JsonValue item : arguments.values()) {
      JsonObject argument = item.asObject();
      String name = argument.text("name").orElse("");
      if (!name.isEmpty()) {
        schema.put(name, property(argument), names.add(name) && isRequired(argument));
      }
    }
    return schema.build();
  }

  /** Keeps what a schema says in the same words: enum, default, items, format … */
  private static JsonObject property(JsonObject argument) {
    JsonObjectBuilder property = new JsonObjectBuilder();
    argument.text("type").ifPresent(type -> property.put("type", type));
    argument
        .text("desc")
        .or(() -> argument.text("description"))
        .ifPresent(text -> property.put("description", text));
    for (String member : List.of("enum", "default", "items", "format", "properties")) {
      property.putIfPresent(member, argument.get(member));
    }
    return property.build();
  }

  /** Whether these lists say so: they name either the optional arguments or the required ones. */
  private static boolean isRequired(JsonObject argument) {
    if (argument.get("required").isPresent()) {
      return argument.isTrue("required");
    }
    return argument.get("optional").isPresent() && !argument.isTrue("optional");
  }
}
