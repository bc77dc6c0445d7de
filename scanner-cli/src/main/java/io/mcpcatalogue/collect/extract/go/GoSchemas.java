package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.TypeWalk;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeExpression;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.tool.JsonValues;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON Schemas of Go structures, and of schemas that are written as Go values. */
final class GoSchemas {
  private static final Pattern SEPARATOR = Pattern.compile("(?<!\\\\),");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
  private static final Pattern TAG = Pattern.compile("([A-Za-z0-9_]+):\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SETTING =
      Pattern.compile(
          "(required|title|description|type|format|pattern|default|example|enum|minimum|"
              + "maximum|exclusiveMinimum|exclusiveMaximum|minLength|maxLength|minItems|maxItems|"
              + "uniqueItems|multipleOf|anyof_[a-z]+|oneof_[a-z]+|nullable|readOnly|writeOnly|-)(?:=(.*))?",
          Pattern.DOTALL);
  private static final Set<String> NUMERIC =
      Set.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "multipleOf");

  private final Evaluator evaluator;
  private final TypeWalk walk = new TypeWalk();

  GoSchemas(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The schema of a structure, by its fields and their tags. */
  JsonObject structure(TypeValue type) {
    return walk.schema(type, () -> newStructure(type));
  }

  private JsonObject newStructure(TypeValue type) {
    ObjectSchema schema = new ObjectSchema();
    addFields(type, schema);
    return schema.build();
  }

  /** Adds the fields of the type and those of the types embedded in it. */
  private void addFields(TypeValue type, ObjectSchema structure) {
    walk.within(
        type,
        () -> {
          for (Expression base : type.type().bases()) {
            if (evaluator.evaluate(base, type.scope()) instanceof TypeValue other) {
              addFields(other, structure);
            }
          }
          for (Parameter field : type.type().fields()) {
            field(field, type.scope(), structure);
          }
        });
  }

  private void field(Parameter field, Scope scope, ObjectSchema structure) {
    Map<String, String> tags = tags(field.documentation());
    List<String> json = List.of(tags.getOrDefault("json", "").split(",", -1));
    boolean isEmbedded = field.name().isEmpty() && json.get(0).isEmpty();
    if (json.get(0).equals("-") && json.size() == 1) {
      return;
    }
    if (isEmbedded || json.contains("inline")) {
      if (field.type().map(type -> evaluator.evaluate(type, scope)).orElse(Value.Unknown.VALUE)
          instanceof TypeValue other) {
        addFields(other, structure);
      }
      return;
    }
    boolean isExported = !field.name().isEmpty() && Character.isUpperCase(field.name().charAt(0));
    if (!isExported && !field.name().isEmpty()) {
      return;
    }
    String name = json.get(0).isEmpty() ? field.name() : json.get(0);
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    field.type().ifPresent(type -> schema.putAll(type(type, scope).members()));
    boolean isRequired = !json.contains("omitempty") && !json.contains("omitzero");
    isRequired |= settings(tags.getOrDefault("jsonschema", ""), schema);
    String described =
        tags.getOrDefault("jsonschema_description", tags.getOrDefault("description", ""));
    if (!described.isEmpty()) {
      schema.put("description", JsonValue.of(described));
    }
    structure.put(name, new JsonObject(schema), isRequired);
  }

  private static Map<String, String> tags(String tag) {
    Map<String, String> tags = new LinkedHashMap<>();
    Matcher matcher = TAG.matcher(tag);
    while (matcher.find()) {
      tags.put(
          matcher.group(1),
          matcher.group(2).replace("\\\"", "\"").replace("\\\\", "\\").replace("\\n", "\n"));
    }
    return tags;
  }

  /**
   * Reads the settings of one tag; one library has them as {@code name=value} between commas, the
   * other has the bare description.
   *
   * @return whether the tag makes the field required
   */
  private static boolean settings(String tag, Map<String, JsonValue> schema) {
    if (tag.isEmpty()) {
      return false;
    }
    String[] parts = SEPARATOR.split(tag, -1);
    if (!SETTING.matcher(parts[0].strip()).matches()) {
      schema.put("description", JsonValue.of(tag));
      return false;
    }
    boolean required = false;
    List<JsonValue> allowed = new ArrayList<>();
    for (String part : parts) {
      Matcher matcher = SETTING.matcher(part.strip());
      if (!matcher.matches()) {
        continue;
      }
      String name = matcher.group(1);
      String value = matcher.group(2) == null ? "" : matcher.group(2).replace("\\,", ",");
      if (name.equals("required")) {
        required = true;
      } else if (name.equals("enum")) {
        allowed.add(JsonValue.of(value));
      } else if (NUMERIC.contains(name) && NUMBER.matcher(value).matches()) {
        schema.put(name, new JsonNumber(value));
      } else if (!value.isEmpty()) {
        schema.put(name, JsonValue.of(value));
      }
    }
    if (!allowed.isEmpty()) {
      schema.put("enum", new JsonArray(allowed));
    }
    return required;
  }

  /** The schema of a type. */
  JsonObject type(Expression type, Scope scope) {
    return walk.deeper(JsonObject.EMPTY, () -> bounded(type, scope));
  }

  private JsonObject bounded(Expression type, Scope scope) {
    if (type instanceof Index index && index.lastName().equals("[]")) {
      boolean isBytes = index.at().get(0).lastName().equals("byte");
      return isBytes ? simple("string") : withItems(type(index.at().get(0), scope));
    }
    if (type instanceof Index index && index.lastName().equals("map")) {
      return new JsonObjectBuilder()
          .put("type", "object")
          .put("additionalProperties", type(index.at().get(1), scope))
          .build();
    }
    Optional<JsonObject> plain = plain(type.lastName());
    return plain.isPresent() ? plain.get() : declared(type, scope);
  }

  private static Optional<JsonObject> plain(String name) {
    return switch (name) {
      case "string", "error", "URL", "Duration" -> Optional.of(simple("string"));
      case "bool" -> Optional.of(simple("boolean"));
      case "int",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "byte",
          "rune" ->
          Optional.of(simple("integer"));
      case "float32", "float64", "Number" -> Optional.of(simple("number"));
      case "struct" -> Optional.of(simple("object"));
      case "Time" ->
          Optional.of(
              new JsonObjectBuilder().put("type", "string").put("format", "date-time").build());
      default -> Optional.empty();
    };
  }

  /** The schema of a type of the sources. */
  private JsonObject declared(Expression type, Scope scope) {
    Value value = evaluator.evaluate(type, scope);
    if (value instanceof TypeValue known) {
      boolean isAlias = known.type().fields().isEmpty() && known.type().bases().size() == 1;
      return isAlias ? type(known.type().bases().get(0), known.scope()) : structure(known);
    }
    return value instanceof TypeExpression generic
            && generic.type() instanceof Index index
            && evaluator.evaluate(index.of(), generic.scope()) instanceof TypeValue known
        ? structure(known)
        : JsonObject.EMPTY;
  }

  private static JsonObject simple(String type) {
    return new JsonObject(Map.of("type", JsonValue.of(type)));
  }

  private static JsonObject withItems(JsonObject items) {
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    schema.put("type", JsonValue.of("array"));
    schema.put("items", items);
    return new JsonObject(schema);
  }

  /** The schema that is given as JSON text, or as a value. */
  Optional<JsonObject> given(Value schema) {
    return schema.exactText().isPresent()
        ? JsonValues.parsed(schema.exactText().get()).map(JsonValue::asObject)
        : described(schema).filter(json -> !json.isEmpty());
  }

  /** The schema that a value of the schema type, or a map, describes. */
  Optional<JsonObject> described(Value value) {
    return json(value).filter(JsonObject.class::isInstance).map(JsonValue::asObject);
  }

  private Optional<JsonValue> json(Value value) {
    return walk.deeper(Optional.empty(), () -> bounded(value));
  }

  private Optional<JsonValue> bounded(Value value) {
    if (value instanceof Made made) {
      // What a call that is not known makes of its arguments is not known either.
      return Optional.of(made.members().has("0") ? JsonObject.EMPTY : object(made.members(), true));
    }
    if (value instanceof ObjectValue object) {
      return Optional.of(object(object, false));
    }
    if (value instanceof ListValue list) {
      List<JsonValue> items = new ArrayList<>();
      list.items().forEach(item -> json(item).ifPresent(items::add));
      return Optional.of(new JsonArray(items));
    }
    return value.toJson();
  }

  private JsonValue object(ObjectValue object, boolean isStructure) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) ->
                json(value)
                    .ifPresent(json -> members.put(isStructure ? keyword(name) : name, json)));
    return new JsonObject(members);
  }

  /** {@code AdditionalProperties} is {@code additionalProperties}. */
  private static String keyword(String field) {
    return switch (field) {
      case "Ref" -> "$ref";
      case "Defs" -> "$defs";
      case "Types" -> "type";
      default ->
          field.isEmpty() ? field : Character.toLowerCase(field.charAt(0)) + field.substring(1);
    };
  }
}
