package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Values;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.tool.JsonValues;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Reads the schemas and annotations that values describe. */
final class SchemaValues {
  private static final Set<String> SCHEMA_TYPES =
      Set.of("string", "integer", "number", "boolean", "array", "object", "null");
  private static final Set<String> SCHEMA_WORDS =
      Set.of(
          "type",
          "description",
          "enum",
          "items",
          "default",
          "format",
          "minimum",
          "maximum",
          "properties",
          "required");

  private SchemaValues() {}

  /** A schema given as JSON text, as a map, or as an object of the SDK. */
  static Optional<JsonObject> schema(Value value) {
    if (value.exactText().isPresent()) {
      return JsonValues.parsed(value.exactText().get())
          .map(JsonValue::asObject)
          .filter(json -> !json.isEmpty());
    }
    if (value instanceof ObjectValue object) {
      return object.toJson().map(JsonValue::asObject).filter(json -> !json.isEmpty());
    }
    if (value instanceof Made made) {
      return made(made);
    }
    return Optional.empty();
  }

  /** Whether all parameters that the schema describes are known. */
  static boolean isWhole(Value schema) {
    if (schema instanceof ObjectValue object) {
      return object.has("properties") ? isKnown(object.get("properties")) : object.complete();
    }
    return !(schema instanceof Made made)
        || made.members().members().entrySet().stream()
            .filter(member -> member.getKey().equalsIgnoreCase("properties"))
            .allMatch(member -> isKnown(member.getValue()));
  }

  private static boolean isKnown(Value properties) {
    if (properties instanceof ObjectValue object) {
      return object.complete();
    }
    if (properties instanceof Made made) {
      return isConstructed(made);
    }
    // In PHP an empty list is an empty object as well.
    return properties instanceof ListValue list
        ? list.complete() && list.items().isEmpty()
        : properties instanceof Value.Nothing || properties.exactText().isPresent();
  }

  /** What begins with a small letter is a function, of which nothing is known. */
  private static boolean isConstructed(Made made) {
    return !made.type().isEmpty() && Character.isUpperCase(made.type().charAt(0));
  }

  /**
   * {@code new JsonSchema("object", properties, required, …)}, {@code ToolSchema(properties = …)}.
   */
  private static Optional<JsonObject> made(Made made) {
    Optional<Value> properties =
        first(
                made,
                (name, value) ->
                    name.equalsIgnoreCase("properties")
                        ? value instanceof ObjectValue || value instanceof Made
                        : value instanceof ObjectValue && Values.isPlace(name) && !name.equals("0"))
            .or(() -> Optional.of(made.get("0")).filter(ObjectValue.class::isInstance));
    Optional<Value> required =
        first(
            made,
            (name, value) ->
                value instanceof ListValue
                    && (name.equalsIgnoreCase("required") || Values.isPlace(name)));
    boolean isEmpty =
        made.arguments().isEmpty() && (isConstructed(made) || SCHEMA_TYPES.contains(made.type()))
            || made.get("0").exactText().filter("object"::equals).isPresent()
                && made.get("1") instanceof Value.Nothing;
    if (properties.isEmpty() && isEmpty) {
      return Optional.of(ObjectSchema.EMPTY);
    }
    return properties
        .flatMap(SchemaValues::json)
        .map(
            json ->
                ObjectSchema.of(
                    json.asObject().members(),
                    required.flatMap(Value::toJson).orElse(JsonArray.EMPTY).asArray().values()));
  }

  private static Optional<Value> first(Made made, BiPredicate<String, Value> wanted) {
    return made.members().members().entrySet().stream()
        .filter(member -> wanted.test(member.getKey(), member.getValue()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A value as JSON; {@code .string(description: "…")} is a schema of that type. */
  private static Optional<JsonValue> json(Value value) {
    if (value instanceof Made made) {
      Map<String, JsonValue> schema = new LinkedHashMap<>();
      if (SCHEMA_TYPES.contains(made.type())) {
        schema.put("type", JsonValue.of(made.type()));
      }
      made.members()
          .members()
          .forEach(
              (name, member) ->
                  json(member)
                      .filter(json -> !Values.isPlace(name))
                      .ifPresent(json -> schema.put(keyword(name), json)));
      return Optional.of(new JsonObject(schema));
    }
    if (value instanceof ObjectValue object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object
          .members()
          .forEach((name, member) -> json(member).ifPresent(json -> members.put(name, json)));
      return Optional.of(new JsonObject(members));
    }
    return value.toJson();
  }

  /** The members of C# structures begin with capitals, the words of JSON Schema do not. */
  private static String keyword(String name) {
    String plain = Names.camelCase(name);
    return SCHEMA_WORDS.contains(plain) ? plain : name;
  }

  /** The annotations that a map or an object of the SDK holds. */
  static JsonObject annotations(Value value) {
    ObjectValue members = value instanceof Made made ? made.members() : value.asObject();
    return members.toJson().map(JsonValue::asObject).orElse(JsonObject.EMPTY);
  }
}
