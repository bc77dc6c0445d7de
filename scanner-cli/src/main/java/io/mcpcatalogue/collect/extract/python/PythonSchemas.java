package io.mcpcatalogue.collect.extract.python;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.TypeWalk;
import io.mcpcatalogue.collect.extract.evaluate.Types;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeExpression;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.tool.JsonValues;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** JSON Schemas of Python types, parameters and models, as pydantic makes them. */
final class PythonSchemas {
  private static final Map<String, String> FIELD_WORDS =
      Map.ofEntries(
          Map.entry("ge", "minimum"),
          Map.entry("le", "maximum"),
          Map.entry("gt", "exclusiveMinimum"),
          Map.entry("lt", "exclusiveMaximum"),
          Map.entry("min_length", "minLength"),
          Map.entry("max_length", "maxLength"),
          Map.entry("multiple_of", "multipleOf"),
          Map.entry("pattern", "pattern"),
          Map.entry("regex", "pattern"),
          Map.entry("examples", "examples"),
          Map.entry("title", "title"),
          Map.entry("description", "description"));
  private static final Set<String> LISTS =
      Set.of(
          "list",
          "List",
          "Sequence",
          "Iterable",
          "tuple",
          "Tuple",
          "Collection",
          "MutableSequence");
  private static final Set<String> SETS = Set.of("set", "Set", "frozenset", "FrozenSet");
  private static final Set<String> MAPS =
      Set.of("dict", "Dict", "Mapping", "MutableMapping", "OrderedDict", "defaultdict");
  private static final Set<String> ENUMS = Set.of("Enum", "StrEnum", "IntEnum", "str_enum", "Flag");

  private final Evaluator evaluator;
  private final TypeWalk walk = new TypeWalk();

  PythonSchemas(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** A parameter or field with all that is known of it. Immutable. */
  record Property(String name, JsonObject schema, boolean required) {}

  /** The schema of an object with these properties. */
  static JsonObject object(List<Property> properties) {
    ObjectSchema object = new ObjectSchema();
    properties.forEach(each -> object.put(each.name(), each.schema(), each.required()));
    return object.build();
  }

  /** The schema of a model, as a value of the program. */
  Value asValue(TypeValue type) {
    return JsonValues.toValue(model(type));
  }

  /** The property that a parameter or field becomes. */
  Property property(Parameter parameter, Scope scope) {
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    Optional<Value> defaultValue =
        parameter.defaultValue().map(value -> evaluator.evaluate(value, scope));
    String name = parameter.name();
    boolean required = parameter.defaultValue().isEmpty();
    parameter.type().ifPresent(type -> schema.putAll(type(type, scope).members()));
    Optional<Made> field = defaultValue.flatMap(PythonSchemas::field);
    if (field.isEmpty()) {
      field = annotatedField(parameter.type(), scope);
      if (field.isPresent() && parameter.defaultValue().isEmpty()) {
        required = isRequired(field.get());
      }
      defaultValue
          .filter(Value::exact)
          .flatMap(Value::toJson)
          .ifPresent(json -> schema.put("default", json));
    } else {
      required = isRequired(field.get());
      describe(field.get(), schema);
    }
    if (field.isPresent()) {
      name = alias(field.get()).orElse(name);
    }
    return new Property(name, new JsonObject(schema), required);
  }

  private static Optional<String> alias(Made field) {
    return field
        .get("alias")
        .exactText()
        .or(() -> field.get("validation_alias").exactText())
        .or(() -> field.get("serialization_alias").exactText());
  }

  private static Optional<Made> field(Value value) {
    return value instanceof Made made
            && Set.of("Field", "FieldInfo", "Query", "Body", "Param").contains(made.type())
        ? Optional.of(made)
        : Optional.empty();
  }

  private Optional<Made> annotatedField(Optional<Expression> type, Scope scope) {
    if (type.isEmpty()
        || !(type.get() instanceof Index index)
        || !index.lastName().equals("Annotated")) {
      return Optional.empty();
    }
    for (Expression mark : index.at()) {
      Optional<Made> field = field(evaluator.evaluate(mark, scope));
      if (field.isPresent()) {
        return field;
      }
    }
    return Optional.empty();
  }

  private static boolean isRequired(Made field) {
    Value defaultValue = field.argument("default", 0);
    boolean hasDefault =
        field.members().has("default")
            || field.members().has("0")
            || field.members().has("default_factory");
    return !hasDefault
        || defaultValue instanceof Value.Reference reference && reference.name().equals("...");
  }

  /** What {@code Field(…)} says goes into the schema. */
  private static void describe(Made field, Map<String, JsonValue> schema) {
    field
        .members()
        .members()
        .forEach(
            (name, value) -> {
              String word = FIELD_WORDS.get(name);
              if (word != null) {
                String fitting = isArray(schema) ? word.replace("Length", "Items") : word;
                value.toJson().ifPresent(json -> schema.put(fitting, json));
              }
            });
    Value defaultValue = field.argument("default", 0);
    if (defaultValue.exact() && (field.members().has("default") || field.members().has("0"))) {
      defaultValue.toJson().ifPresent(json -> schema.put("default", json));
    }
    if (field.get("json_schema_extra") instanceof ObjectValue extra) {
      extra
          .members()
          .forEach((name, value) -> value.toJson().ifPresent(json -> schema.put(name, json)));
    }
  }

  private static boolean isArray(Map<String, JsonValue> schema) {
    return JsonValue.of("array").equals(schema.get("type"));
  }

  /** The schema of a type. */
  JsonObject type(Expression type, Scope scope) {
    return walk.deeper(JsonObject.EMPTY, () -> new JsonObject(bounded(type, scope)));
  }

  private Map<String, JsonValue> bounded(Expression type, Scope scope) {
    if (type instanceof Text text) {
      // A forward reference.
      return named(text.value(), scope);
    }
    if (type instanceof Operation operation && operation.operator().equals("|")) {
      return union(List.of(operation.left(), operation.right()), scope);
    }
    if (type instanceof Index index) {
      return generic(index, scope);
    }
    String name = type.lastName();
    Optional<Map<String, JsonValue>> simple = simple(name);
    if (simple.isPresent() && !(evaluator.evaluate(type, scope) instanceof TypeValue)) {
      return simple.get();
    }
    return resolved(evaluator.evaluate(type, scope));
  }

  private Map<String, JsonValue> named(String name, Scope scope) {
    Optional<Map<String, JsonValue>> simple = simple(name);
    return simple.isPresent()
        ? simple.get()
        : scope.find(name).map(this::resolved).orElseGet(LinkedHashMap::new);
  }

  private Map<String, JsonValue> resolved(Value value) {
    if (value instanceof TypeValue type) {
      return new LinkedHashMap<>(model(type).members());
    }
    if (value instanceof TypeExpression expression) {
      return new LinkedHashMap<>(type(expression.type(), expression.scope()).members());
    }
    return new LinkedHashMap<>();
  }

  private static Optional<Map<String, JsonValue>> simple(String name) {
    String type =
        switch (name) {
          case "str",
              "Path",
              "UUID",
              "UUID4",
              "datetime",
              "date",
              "time",
              "AnyUrl",
              "HttpUrl",
              "bytes",
              "EmailStr",
              "SecretStr",
              "timedelta",
              "Pattern" ->
              "string";
          case "int", "PositiveInt", "NonNegativeInt", "StrictInt" -> "integer";
          case "float", "Decimal", "PositiveFloat", "NonNegativeFloat", "complex" -> "number";
          case "bool", "StrictBool" -> "boolean";
          case "None", "NoneType" -> "null";
          default ->
              LISTS.contains(name) || SETS.contains(name)
                  ? "array"
                  : MAPS.contains(name) ? "object" : "";
        };
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    schema.put("type", JsonValue.of(type));
    String format =
        switch (name) {
          case "datetime" -> "date-time";
          case "date", "time" -> name;
          case "UUID", "UUID4" -> "uuid";
          case "AnyUrl", "HttpUrl" -> "uri";
          case "Path" -> "path";
          default -> "";
        };
    if (!format.isEmpty()) {
      schema.put("format", JsonValue.of(format));
    }
    return Optional.of(schema);
  }

  private Map<String, JsonValue> generic(Index index, Scope scope) {
    String name = index.lastName();
    List<Expression> at = arguments(index);
    if (at.isEmpty()) {
      return new LinkedHashMap<>();
    }
    return switch (name) {
      case "Optional" -> {
        List<Expression> both = new ArrayList<>(at);
        both.add(new Name("None", index.line()));
        yield union(both, scope);
      }
      case "Union" -> union(at, scope);
      case "Literal" -> literal(at, scope);
      case "Annotated" -> annotated(at, scope);
      case "Required", "NotRequired", "Final", "ClassVar", "ReadOnly" ->
          new LinkedHashMap<>(type(at.get(0), scope).members());
      default ->
          LISTS.contains(name) || SETS.contains(name) || MAPS.contains(name)
              ? container(name, at, scope)
              : resolved(evaluator.evaluate(index.of(), scope));
    };
  }

  private Map<String, JsonValue> annotated(List<Expression> at, Scope scope) {
    Map<String, JsonValue> schema = new LinkedHashMap<>(type(at.get(0), scope).members());
    for (Expression mark : at.subList(1, at.size())) {
      Value value = evaluator.evaluate(mark, scope);
      field(value).ifPresent(field -> describe(field, schema));
      value.exactText().ifPresent(text -> schema.put("description", JsonValue.of(text)));
    }
    return schema;
  }

  private Map<String, JsonValue> container(String name, List<Expression> at, Scope scope) {
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    if (MAPS.contains(name)) {
      JsonObject values = type(at.get(at.size() - 1), scope);
      schema.put("type", JsonValue.of("object"));
      schema.put("additionalProperties", values.isEmpty() ? JsonValue.of(true) : values);
      return schema;
    }
    schema.put("type", JsonValue.of("array"));
    schema.put("items", type(at.get(0), scope));
    if (SETS.contains(name)) {
      schema.put("uniqueItems", JsonValue.of(true));
    }
    return schema;
  }

  private static List<Expression> arguments(Index index) {
    return index.at().size() == 1 && index.at().get(0) instanceof Sequence sequence
        ? sequence.items()
        : index.at();
  }

  private Map<String, JsonValue> union(List<Expression> types, Scope scope) {
    List<JsonValue> any = new ArrayList<>();
    for (Expression type : types) {
      JsonObject schema = type(type, scope);
      List<JsonValue> nested = schema.items("anyOf");
      any.addAll(nested.isEmpty() ? List.of(schema) : nested);
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    schema.put("anyOf", new JsonArray(any));
    return schema;
  }

  private Map<String, JsonValue> literal(List<Expression> values, Scope scope) {
    List<JsonValue> allowed = new ArrayList<>();
    for (Expression value : values) {
      evaluator.evaluate(value, scope).toJson().ifPresent(allowed::add);
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    if (allowed.stream().allMatch(value -> value.text().isPresent())) {
      schema.put("type", JsonValue.of("string"));
    }
    schema.put("enum", new JsonArray(allowed));
    return schema;
  }

  /** The schema of a class: a model, dataclass, typed dictionary or enumeration. */
  JsonObject model(TypeValue type) {
    return walk.schema(type, () -> walk.within(type, JsonObject.EMPTY, () -> newModel(type)));
  }

  private JsonObject newModel(TypeValue type) {
    Set<String> bases = Types.baseNames(type, evaluator);
    return bases.stream().anyMatch(ENUMS::contains) ? enumeration(type) : fields(type);
  }

  private JsonObject enumeration(TypeValue type) {
    List<JsonValue> values = new ArrayList<>();
    Scope scope = Types.inside(type, evaluator);
    for (Parameter field : type.type().fields()) {
      field
          .defaultValue()
          .flatMap(value -> evaluator.evaluate(value, scope).toJson())
          .filter(json -> !(json instanceof JsonNull))
          .ifPresent(values::add);
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    if (values.stream().allMatch(value -> value.text().isPresent())) {
      schema.put("type", JsonValue.of("string"));
    }
    schema.put("enum", new JsonArray(values));
    return new JsonObject(schema);
  }

  private JsonObject fields(TypeValue type) {
    Map<String, Property> properties = new LinkedHashMap<>();
    List<TypeValue> types = new ArrayList<>(Types.withBases(type, evaluator));
    Collections.reverse(types);
    for (TypeValue each : types) {
      Scope scope = Types.inside(each, evaluator);
      for (Parameter field : each.type().fields()) {
        boolean isField =
            field.type().isPresent()
                && !field.name().startsWith("_")
                && !field.name().equals("model_config")
                && !field.type().get().lastName().equals("ClassVar");
        if (isField) {
          properties.put(field.name(), property(field, scope));
        }
      }
    }
    JsonObject schema = object(List.copyOf(properties.values()));
    String documentation = PythonSemantics.cleaned(type.type().documentation());
    if (documentation.isEmpty()) {
      return schema;
    }
    Map<String, JsonValue> described = new LinkedHashMap<>(schema.members());
    described.put("description", JsonValue.of(documentation));
    return new JsonObject(described);
  }
}
