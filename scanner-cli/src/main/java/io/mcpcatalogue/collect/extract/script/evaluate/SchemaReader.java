package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Call;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Reference;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes JSON Schemas of schema literals and of the calls of schema builders. For one thread. */
public final class SchemaReader {
  private static final int MAX_DEPTH = 60;

  private final Evaluator evaluator;
  private final SchemaMethods methods = new SchemaMethods(this);

  public SchemaReader(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Whether the value is, or builds, a schema. */
  public boolean isSchema(Value value) {
    if (value instanceof Call call) {
      return isBuilderChain(call) || isConversion(call);
    }
    if (value instanceof ObjectValue object) {
      return isJsonSchema(object)
          || object.members().isEmpty()
          || object.members().values().stream()
              .anyMatch(member -> member instanceof Call call && isBuilderChain(call));
    }
    return false;
  }

  private static boolean isBuilderChain(Call call) {
    Call current = call;
    for (int steps = 0; steps < 400; steps++) {
      if (SchemaWords.begins(lower(current.function()))) {
        return true;
      }
      if (!(current.receiver().orElse(Value.Unknown.VALUE) instanceof Call next)) {
        return false;
      }
      current = next;
    }
    return false;
  }

  private static boolean isConversion(Call call) {
    return call.function().toLowerCase(Locale.ROOT).contains("schema");
  }

  static boolean isJsonSchema(ObjectValue object) {
    return object.get("type").exactText().filter(type -> type.equals("object")).isPresent()
        || object.get("properties") instanceof ObjectValue && !object.has("name")
        || object.has("$schema")
        || object.has("$ref")
        || object.get("anyOf") instanceof ListValue
        || object.get("oneOf") instanceof ListValue;
  }

  /** The schema of a tool's input: a schema, or the bare shape of an object. */
  public SchemaNode input(Value value) {
    if (value instanceof Value.Nothing) {
      return SchemaNode.ofObject();
    }
    if (value instanceof Closure closure) {
      return input(evaluator.functions().call(closure, List.of()), 1);
    }
    return input(value, 0);
  }

  private SchemaNode input(Value value, int depth) {
    if (value instanceof ObjectValue object && !isJsonSchema(object)) {
      return shape(object, depth);
    }
    return schema(value, depth);
  }

  SchemaNode shape(ObjectValue object, int depth) {
    SchemaNode node = SchemaNode.ofObject();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Value.Nothing)) {
                node.properties().put(name, schema(value, depth + 1));
              }
            });
    return object.complete() ? node : node.incomplete();
  }

  SchemaNode schema(Value value, int depth) {
    if (depth > MAX_DEPTH) {
      return SchemaNode.unknown();
    }
    if (value instanceof ObjectValue object) {
      return literal(object, depth);
    }
    if (value instanceof Call call) {
      return call(call, depth);
    }
    return SchemaNode.unknown();
  }

  /** A schema literal; builders may still stand inside of it. */
  private SchemaNode literal(ObjectValue object, int depth) {
    // A converted schema is spread into a literal by some to change a member of it.
    if (object.get("properties") instanceof ObjectValue properties) {
      ObjectValue rest = without(object, "properties", "required");
      SchemaNode node =
          SchemaNode.ofJson(rest.toJson().orElse(JsonObject.EMPTY).asObject(), rest.exact());
      List<JsonValue> required =
          object.get("required").toJson().map(list -> list.asArray().values()).orElse(List.of());
      properties
          .members()
          .forEach(
              (name, member) -> {
                SchemaNode property = schema(member, depth + 1);
                node.properties()
                    .put(name, property.copy().optional(!required.contains(JsonValue.of(name))));
              });
      return properties.complete() && object.complete() ? node : node.incomplete();
    }
    return SchemaNode.ofJson(object.toJson().orElse(JsonObject.EMPTY).asObject(), object.exact());
  }

  private static ObjectValue without(ObjectValue object, String... names) {
    var members = new LinkedHashMap<>(object.members());
    for (String name : names) {
      members.remove(name);
    }
    return new ObjectValue(members, object.complete(), object.place());
  }

  private SchemaNode call(Call call, int depth) {
    String function = lower(call.function());
    Value receiver = call.receiver().orElse(Value.Unknown.VALUE);
    boolean onRoot = receiver instanceof Reference || receiver instanceof Value.Unknown;
    if (onRoot && SchemaWords.begins(function)) {
      return base(function, call, depth);
    }
    if (receiver instanceof Call || receiver instanceof ObjectValue && !call.function().isEmpty()) {
      return methods.apply(schema(receiver, depth + 1), call, depth);
    }
    if (isConversion(call) && !call.arguments().isEmpty()) {
      return input(call.argument(0), depth + 1);
    }
    // A helper that could not be followed: what it is given is most of what it returns.
    for (Value argument : call.arguments()) {
      if (isSchema(argument)) {
        return input(argument, depth + 1).incomplete();
      }
    }
    return SchemaNode.unknown();
  }

  private SchemaNode base(String function, Call call, int depth) {
    Value first = call.argument(0);
    SchemaNode node =
        switch (function) {
          case "string", "templateLiteral" -> SchemaNode.ofType("string");
          case "email", "uuid", "url", "date" -> formatted(function);
          case "number", "float" -> SchemaNode.ofType("number");
          case "int", "integer", "bigint" -> SchemaNode.ofType("integer");
          case "boolean", "stringbool" -> SchemaNode.ofType("boolean");
          case "null" -> SchemaNode.ofType("null");
          case "object", "strictObject", "looseObject" ->
              first instanceof ObjectValue shape
                  ? shape(shape, depth)
                  : first instanceof Value.Nothing
                      ? SchemaNode.ofObject()
                      : SchemaNode.ofObject().incomplete();
          case "array", "set" -> array(first, depth);
          case "tuple" -> SchemaNode.ofType("array");
          case "record", "map", "partialRecord" -> record(call, depth);
          case "enum", "nativeEnum", "picklist" -> enumeration(first);
          case "literal" -> literalValue(first);
          case "union", "discriminatedUnion", "intersection" -> union(function, call, depth);
          case "optional", "nullish" -> schema(first, depth + 1).copy().optional(true);
          case "nullable" -> schema(first, depth + 1);
          case "preprocess" -> schema(call.argument(1), depth + 1);
          case "pipe" -> pipe(call, depth);
          default -> SchemaWords.TEXTS.contains(function) ? formatted(function) : new SchemaNode();
        };
    return methods.options(node, call, function);
  }

  private static SchemaNode formatted(String function) {
    SchemaNode node = SchemaNode.ofType("string");
    String format =
        switch (function) {
          case "url", "httpUrl" -> "uri";
          case "date" -> "date-time";
          case "guid", "uuidv4", "uuidv6", "uuidv7" -> "uuid";
          default -> function;
        };
    node.set("format", JsonValue.of(format));
    return node;
  }

  private SchemaNode array(Value items, int depth) {
    SchemaNode node = SchemaNode.ofType("array");
    SchemaNode inner = schema(items, depth + 1);
    node.set("items", inner.toJson());
    return inner.complete() ? node : node.incomplete();
  }

  private SchemaNode record(Call call, int depth) {
    SchemaNode node = SchemaNode.ofType("object");
    Value values = call.arguments().size() > 1 ? call.argument(1) : call.argument(0);
    node.set("additionalProperties", schema(values, depth + 1).toJson());
    return node;
  }

  private static SchemaNode enumeration(Value values) {
    SchemaNode node = SchemaNode.ofType("string");
    List<Value> items =
        values instanceof ListValue list
            ? list.items()
            : values instanceof ObjectValue object
                ? List.copyOf(object.members().values())
                : List.of();
    List<JsonValue> texts = new ArrayList<>();
    items.forEach(item -> item.toJson().ifPresent(texts::add));
    node.set("enum", new JsonArray(texts));
    if (!texts.isEmpty() && texts.stream().allMatch(JsonNumber.class::isInstance)) {
      node.set("type", JsonValue.of("number"));
    }
    return values.exact() && !items.isEmpty() ? node : node.incomplete();
  }

  private static SchemaNode literalValue(Value value) {
    SchemaNode node = new SchemaNode();
    Optional<JsonValue> json = value.toJson();
    json.ifPresent(
        known -> {
          String type =
              known instanceof JsonNumber
                  ? "number"
                  : known instanceof JsonValue.JsonBoolean ? "boolean" : "string";
          node.set("type", JsonValue.of(type));
          node.set("const", known);
        });
    return json.isPresent() ? node : node.incomplete();
  }

  private SchemaNode union(String function, Call call, int depth) {
    Value last = call.argument(0) instanceof Value.Text ? call.argument(1) : call.argument(0);
    List<Value> options = last instanceof ListValue list ? list.items() : call.arguments();
    SchemaNode node = new SchemaNode();
    List<JsonValue> schemas = new ArrayList<>();
    boolean complete = !options.isEmpty();
    for (Value option : options) {
      SchemaNode inner = schema(option, depth + 1);
      complete &= inner.complete();
      schemas.add(inner.toJson());
    }
    node.set(function.equals("intersection") ? "allOf" : "anyOf", new JsonArray(schemas));
    return complete ? node : node.incomplete();
  }

  private SchemaNode pipe(Call call, int depth) {
    SchemaNode node = schema(call.argument(0), depth + 1).copy();
    for (Value argument : call.arguments().subList(1, call.arguments().size())) {
      if (argument instanceof Call step) {
        node = methods.apply(node, step, depth);
      }
    }
    return node;
  }

  static String lower(String function) {
    return function.isEmpty()
        ? function
        : Character.toLowerCase(function.charAt(0)) + function.substring(1);
  }
}
