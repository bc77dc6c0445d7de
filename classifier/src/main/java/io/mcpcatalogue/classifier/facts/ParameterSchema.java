package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.facts.Parameter.AllowedValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.Members;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what the schemas of one parameter say, each read once from end to end. One thread. */
final class ParameterSchema {
  private List<String> types = List.of();
  private List<AllowedValue> values = List.of();
  private String description = "";
  private boolean container;
  private boolean combined;

  /** Whether something below the schema may be a parameter. */
  static boolean mayHaveMembers(JsonObject schema) {
    Members members = schema.members();
    return members.containsKey("properties")
        || members.containsKey("items")
        || members.containsKey("additionalProperties")
        || SchemaParts.isCombined(schema);
  }

  /** Adds what the schema at the place says. */
  void add(JsonObject schema, Pointer pointer) {
    Members members = schema.members();
    for (int i = 0; i < members.size(); i++) {
      JsonValue value = members.value(i);
      switch (members.name(i)) {
        case "type" -> types = withTypes(types, value);
        case "enum" -> addValues(value.asArray().values(), pointer);
        case "const" -> addValue(value, pointer, AllowedValue.CONSTANT);
        case "description" -> {
          if (description.isEmpty() && value instanceof JsonString words) {
            description = words.value();
          }
        }
        case "properties", "items", "additionalProperties" -> container = true;
        case "anyOf", "oneOf", "allOf", "$ref", "then", "else", "dependentSchemas" ->
            combined = true;
        default -> {}
      }
    }
  }

  /** The types in the order of the schemas. */
  List<String> types() {
    return types;
  }

  /** What {@code enum} and {@code const} allow. */
  List<AllowedValue> values() {
    return values;
  }

  /** The first description that is not empty; empty if there is none. */
  String description() {
    return description;
  }

  /** Whether members or elements are declared. */
  boolean isContainer() {
    return container;
  }

  /** Whether other schemas apply, too. */
  boolean isCombined() {
    return combined;
  }

  private static List<String> withTypes(List<String> types, JsonValue type) {
    if (type instanceof JsonString one && types.isEmpty()) {
      return List.of(one.value());
    }
    Set<String> all = new LinkedHashSet<>(types);
    if (type instanceof JsonString one) {
      all.add(one.value());
    } else {
      for (JsonValue each : type.asArray().values()) {
        if (each instanceof JsonString one) {
          all.add(one.value());
        }
      }
    }
    return List.copyOf(all);
  }

  private void addValues(List<JsonValue> enumeration, Pointer pointer) {
    for (int i = 0; i < enumeration.size(); i++) {
      addValue(enumeration.get(i), pointer, i);
    }
  }

  private void addValue(JsonValue value, Pointer pointer, int index) {
    if (values.isEmpty()) {
      values = new ArrayList<>(4);
    }
    String text = value instanceof JsonString string ? string.value() : value.toString();
    values.add(new AllowedValue(text, pointer, index));
  }
}
