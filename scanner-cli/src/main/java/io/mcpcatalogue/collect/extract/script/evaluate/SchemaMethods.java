package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Call;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the methods of a schema builder do to the schema they are called on. Stateless. */
final class SchemaMethods {
  private static final Set<String> OPTIONS =
      Set.of(
          "description",
          "title",
          "default",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "format",
          "minItems",
          "maxItems",
          "examples",
          "additionalProperties");

  private final SchemaReader reader;

  SchemaMethods(SchemaReader reader) {
    this.reader = reader;
  }

  SchemaNode apply(SchemaNode receiver, Call call, int depth) {
    SchemaNode node = receiver.copy();
    Value first = call.argument(0);
    switch (call.function()) {
      case "describe", "description" -> text(node, "description", first);
      case "title" -> text(node, "title", first);
      case "meta", "openapi", "register" -> members(node, first);
      case "optional", "nullish", "exactOptional" -> node.optional(true);
      case "default", "prefault", "catch" -> {
        node.optional(true);
        first.toJson().filter(json -> first.exact()).ifPresent(json -> node.set("default", json));
      }
      case "required" -> setOptional(node, first, false);
      case "partial", "deepPartial" -> setOptional(node, first, true);
      case "extend", "merge", "augment", "safeExtend", "and", "setKey" ->
          extend(node, first, depth);
      case "omit" -> retain(node, first, false);
      case "pick" -> retain(node, first, true);
      case "array" -> {
        SchemaNode list = SchemaNode.ofType("array");
        list.set("items", node.toJson());
        return node.complete() ? list : list.incomplete();
      }
      case "or" -> {
        SchemaNode either = new SchemaNode();
        SchemaNode other = reader.schema(first, depth + 1);
        either.set("anyOf", new JsonArray(List.of(node.toJson(), other.toJson())));
        return other.complete() && node.complete() ? either : either.incomplete();
      }
      case "int", "integer" -> node.set("type", JsonValue.of("integer"));
      case "positive" -> node.set("exclusiveMinimum", JsonValue.of(0));
      case "nonnegative" -> node.set("minimum", JsonValue.of(0));
      case "email", "uuid", "datetime", "url", "uri" -> format(node, call.function());
      case "min", "gte", "minLength" -> bound(node, "min", first);
      case "max", "lte", "maxLength" -> bound(node, "max", first);
      case "strict" -> node.set("additionalProperties", JsonValue.of(false));
      default -> {
        // Refinements, transformations and the like leave the declared parameters as they are.
      }
    }
    return node;
  }

  /** Options in an object after the arguments, as some builders take them. */
  SchemaNode options(SchemaNode node, Call call, String function) {
    if (call.arguments().isEmpty()
        || !(call.arguments().get(call.arguments().size() - 1) instanceof ObjectValue options)
        || function.equals("object") && call.arguments().size() == 1
        || function.endsWith("Object") && call.arguments().size() == 1
        || function.equals("nativeEnum")
        || function.equals("enum")) {
      return node;
    }
    members(node, options);
    return node;
  }

  private static void members(SchemaNode node, Value value) {
    value
        .asObject()
        .members()
        .forEach(
            (name, member) -> {
              if (OPTIONS.contains(name)) {
                member.toJson().ifPresent(json -> node.set(name, json));
              }
            });
  }

  private static void text(SchemaNode node, String name, Value value) {
    value.anyText().ifPresent(text -> node.set(name, JsonValue.of(text)));
  }

  private static void format(SchemaNode node, String function) {
    String format =
        switch (function) {
          case "url" -> "uri";
          case "datetime" -> "date-time";
          default -> function;
        };
    node.set("format", JsonValue.of(format));
  }

  private static void bound(SchemaNode node, String side, Value value) {
    String type = node.toJson().text("type").orElse("");
    String keyword =
        switch (type) {
          case "string" -> side + "Length";
          case "array" -> side + "Items";
          default -> side + "imum";
        };
    value.toJson().ifPresent(json -> node.set(keyword, json));
  }

  private static void setOptional(SchemaNode node, Value only, boolean optional) {
    Map<String, SchemaNode> changed = new LinkedHashMap<>(node.properties());
    changed.replaceAll(
        (name, property) ->
            only instanceof ObjectValue names && !names.has(name)
                ? property
                : property.copy().optional(optional));
    node.properties().putAll(changed);
  }

  private void extend(SchemaNode node, Value more, int depth) {
    SchemaNode other =
        more instanceof ObjectValue shape && !SchemaReader.isJsonSchema(shape)
            ? reader.shape(shape, depth + 1)
            : reader.schema(more, depth + 1);
    node.properties().putAll(other.properties());
    if (!other.complete()) {
      node.incomplete();
    }
  }

  private static void retain(SchemaNode node, Value names, boolean named) {
    if (!(names instanceof ObjectValue object)) {
      node.incomplete();
      return;
    }
    node.properties().keySet().removeIf(name -> object.has(name) != named);
    if (!object.complete()) {
      node.incomplete();
    }
  }
}
