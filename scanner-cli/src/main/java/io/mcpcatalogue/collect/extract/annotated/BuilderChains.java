package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes tools out of calls: builders with a method for each part, and calls or literals with all
 * parts as arguments. For one thread.
 */
final class BuilderChains {
  private static final int MAX_LINKS = 200;
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

  private final Evaluator evaluator;
  private final TypeSchemas schemas;
  private final Function<String, Optional<FunctionValue>> methods;

  /**
   * @param methods finds a method of the sources by its name
   */
  BuilderChains(Evaluator evaluator, Function<String, Optional<FunctionValue>> methods) {
    this.evaluator = evaluator;
    this.methods = methods;
    this.schemas = new TypeSchemas(evaluator);
  }

  /** Whether the call ends a chain that sets a name and a description. */
  static boolean isChain(Call call) {
    if (!(call.callee() instanceof Member member)
        || !Set.of("build", "Build").contains(member.name())) {
      return false;
    }
    Set<String> parts = new HashSet<>();
    links(call).forEach(link -> parts.add(part(link.callee().lastName())));
    return parts.contains("description") && (parts.contains("name") || parts.contains("builder"));
  }

  /** The calls of the chain, the first one first. */
  static List<Call> links(Call last) {
    List<Call> links = new ArrayList<>();
    Expression next = last;
    while (next instanceof Call call && links.size() < MAX_LINKS) {
      links.add(0, call);
      next = call.callee() instanceof Member member ? member.of() : new Expression.Unread(0);
    }
    return links;
  }

  /** {@code setDescription} and {@code withDescription} set the description. */
  private static String part(String method) {
    String plain = method.toLowerCase(Locale.ROOT);
    return plain.startsWith("set")
        ? plain.substring(3)
        : plain.startsWith("with") ? plain.substring(4) : plain;
  }

  /** The tool that a chain builds. */
  Optional<ExtractedTool> chain(Call call, Scope scope) {
    Value name = Value.Nothing.VALUE;
    Value description = Value.text("");
    String title = "";
    JsonObject annotations = JsonObject.EMPTY;
    Optional<JsonObject> schema = Optional.empty();
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    List<JsonValue> required = new ArrayList<>();
    boolean complete = true;
    boolean missing = false;
    for (Call link : links(call)) {
      List<Value> values =
          link.arguments().stream()
              .map(argument -> evaluator.evaluate(argument.value(), scope))
              .toList();
      Value first = values.isEmpty() ? Value.Nothing.VALUE : values.get(0);
      String part = part(link.callee().lastName());
      switch (part) {
        case "name" -> name = first;
        case "builder" -> name = first instanceof Value.Text ? first : name;
        case "description" -> description = first;
        case "title" -> title = first.anyText().orElse("");
        case "annotations" -> annotations = annotations(first);
        case "inputschema", "schema" -> {
          schema = schemaOf(values);
          missing = schema.isEmpty();
        }
        case "inputtype" -> schema = classSchema(link, scope);
        case "readonlyhint" ->
            annotations = JsonObjects.with(annotations, "readOnlyHint", flag(first));
        case "destructivehint" ->
            annotations = JsonObjects.with(annotations, "destructiveHint", flag(first));
        case "idempotenthint" ->
            annotations = JsonObjects.with(annotations, "idempotentHint", flag(first));
        case "openworldhint" ->
            annotations = JsonObjects.with(annotations, "openWorldHint", flag(first));
        default -> {
          if (part.startsWith("add") && part.endsWith("property") || part.equals("param")) {
            complete &= property(part, values, properties, required);
          } else if (part.startsWith("add") || part.contains("propert")) {
            complete &= helper(link, properties, required);
          }
        }
      }
    }
    if (name.exactText().filter(text -> !text.isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    boolean hasOwn = !properties.isEmpty() || schema.isEmpty();
    JsonObject built = ObjectSchema.of(properties, required);
    return Optional.of(
        new ExtractedTool(
            name.exactText().get(),
            title,
            description.anyText().orElse(""),
            description.exact(),
            hasOwn ? built : schema.get(),
            missing && properties.isEmpty()
                ? SchemaCoverage.UNKNOWN
                : complete && !missing ? SchemaCoverage.COMPLETE : SchemaCoverage.PARTIAL,
            annotations,
            Evaluator.place(call, scope),
            "",
            Confidence.SHAPED));
  }

  /** A method of the sources' own builder that adds several properties. */
  private boolean helper(Call link, Map<String, JsonValue> properties, List<JsonValue> required) {
    Optional<FunctionValue> method = methods.apply(link.callee().lastName());
    boolean complete = method.isPresent();
    for (Expression expression :
        method.map(known -> Statements.expressions(known.function().body())).orElse(List.of())) {
      List<Call> links = links(expression instanceof Call call ? call : link);
      for (Call inner : expression instanceof Call ? links : List.<Call>of()) {
        String part = part(inner.callee().lastName());
        if (part.startsWith("add") && part.endsWith("property")) {
          List<Value> values =
              inner.arguments().stream()
                  .map(argument -> evaluator.evaluate(argument.value(), method.get().scope()))
                  .toList();
          complete &= property(part, values, properties, required);
        }
      }
    }
    return complete;
  }

  private static JsonValue flag(Value value) {
    return value
        .toJson()
        .filter(JsonValue.JsonBoolean.class::isInstance)
        .orElse(JsonValue.of(true));
  }

  /** {@code addRequiredStringProperty("id", "Which")}. */
  private static boolean property(
      String method,
      List<Value> values,
      Map<String, JsonValue> properties,
      List<JsonValue> required) {
    Optional<String> name = values.isEmpty() ? Optional.empty() : values.get(0).exactText();
    if (name.isEmpty()) {
      return false;
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    for (String type : List.of("string", "number", "integer", "boolean", "array", "object")) {
      if (method.contains(type)) {
        schema.putIfAbsent("type", JsonValue.of(type));
      }
    }
    for (Value value : values.subList(1, values.size())) {
      value.anyText().ifPresent(text -> schema.put("description", JsonValue.of(text)));
      if (value instanceof ListValue) {
        value.toJson().ifPresent(json -> schema.put("enum", json));
      }
    }
    properties.put(name.get(), new JsonObject(schema));
    if (method.contains("required")) {
      required.add(JsonValue.of(name.get()));
    }
    return true;
  }

  private Optional<JsonObject> classSchema(Call link, Scope scope) {
    if (link.arguments().isEmpty()) {
      return Optional.empty();
    }
    Expression type =
        link.arguments().get(0).value() instanceof Member member && member.name().equals("class")
            ? member.of()
            : link.arguments().get(0).value();
    return evaluator.evaluate(type, scope) instanceof TypeValue known
        ? Optional.of(schemas.structure(known))
        : Optional.empty();
  }

  /** A schema given as JSON text, as a map, or as an object of the SDK. */
  private Optional<JsonObject> schemaOf(List<Value> values) {
    for (Value value : values) {
      Optional<JsonObject> schema = schemaOf(value);
      if (schema.isPresent()) {
        return schema;
      }
    }
    return Optional.empty();
  }

  Optional<JsonObject> schemaOf(Value value) {
    if (value.exactText().isPresent()) {
      try {
        JsonObject parsed =
            JsonReader.withDefaultLimits().parse(value.exactText().get()).asObject();
        return parsed.isEmpty() ? Optional.empty() : Optional.of(parsed);
      } catch (MalformedJsonException e) {
        return Optional.empty();
      }
    }
    if (value instanceof ObjectValue object) {
      return object.toJson().map(JsonValue::asObject).filter(json -> !json.isEmpty());
    }
    if (value instanceof Made made) {
      return made(made);
    }
    return Optional.empty();
  }

  /**
   * {@code new JsonSchema("object", properties, required, …)}, {@code ToolSchema(properties = …)}.
   */
  private Optional<JsonObject> made(Made made) {
    Optional<Value> properties =
        made.members().members().entrySet().stream()
            .filter(
                member ->
                    member.getKey().equalsIgnoreCase("properties")
                        || member.getValue() instanceof ObjectValue
                            && Character.isDigit(member.getKey().charAt(0))
                            && !member.getKey().equals("0"))
            .map(Map.Entry::getValue)
            .filter(value -> value instanceof ObjectValue || value instanceof Made)
            .findFirst()
            .or(() -> Optional.of(made.get("0")).filter(ObjectValue.class::isInstance));
    Optional<Value> required =
        made.members().members().entrySet().stream()
            .filter(
                member ->
                    member.getKey().equalsIgnoreCase("required")
                        || Character.isDigit(member.getKey().charAt(0)))
            .map(Map.Entry::getValue)
            .filter(ListValue.class::isInstance)
            .findFirst();
    boolean isEmpty =
        made.members().members().isEmpty()
            || made.get("0").exactText().filter("object"::equals).isPresent()
                && made.get("1") instanceof Value.Nothing;
    if (properties.isEmpty() && isEmpty) {
      return Optional.of(ObjectSchema.of(Map.of(), List.of()));
    }
    return properties
        .flatMap(BuilderChains::json)
        .map(
            json ->
                ObjectSchema.of(
                    json.asObject().members(),
                    required
                        .flatMap(Value::toJson)
                        .map(JsonValue::asArray)
                        .orElse(JsonArray.EMPTY)
                        .values()));
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
                      .filter(json -> !Character.isDigit(name.charAt(0)))
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

  private static JsonObject annotations(Value value) {
    ObjectValue members = value instanceof Made made ? made.members() : value.asObject();
    return members.toJson().map(JsonValue::asObject).orElse(JsonObject.EMPTY);
  }

  /** The tool that an object describes to a function that may find its schema elsewhere. */
  Optional<ExtractedTool> registered(ObjectValue members, Place place) {
    boolean saysSchema = members.has("inputSchema") || members.has("input_schema");
    return whole(members, place).map(tool -> saysSchema ? tool : tool.withoutSchema());
  }

  /** The tool that a call or literal with all parts is. */
  Optional<ExtractedTool> whole(ObjectValue arguments, Place place) {
    Value name = arguments.has("name") ? arguments.get("name") : arguments.get("0");
    Value description =
        arguments.has("description") ? arguments.get("description") : arguments.get("1");
    if (name.exactText().filter(text -> !text.isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonObject> schema =
        List.of("inputSchema", "input_schema", "2", "3").stream()
            .filter(arguments::has)
            .map(arguments::get)
            .flatMap(value -> schemaOf(value).stream())
            .findFirst();
    boolean saysSchema = arguments.has("inputSchema") || arguments.has("input_schema");
    if (!(description instanceof Value.Text) && schema.isEmpty() && !saysSchema) {
      return Optional.empty();
    }
    Value hints =
        List.of("toolAnnotations", "annotations").stream()
            .filter(arguments::has)
            .map(arguments::get)
            .findFirst()
            .orElse(Value.Nothing.VALUE);
    return Optional.of(
        new ExtractedTool(
            name.exactText().get(),
            arguments.get("title").anyText().orElse(""),
            description.anyText().orElse(""),
            description.exact(),
            schema.orElse(ObjectSchema.of(Map.of(), List.of())),
            schema.isPresent()
                ? SchemaCoverage.COMPLETE
                : saysSchema || !arguments.has("name")
                    ? SchemaCoverage.UNKNOWN
                    : SchemaCoverage.COMPLETE,
            annotations(hints),
            place,
            "",
            Confidence.REGISTERED));
  }

  /** JSON objects with a member more. */
  private static final class JsonObjects {
    static JsonObject with(JsonObject object, String name, JsonValue value) {
      Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
      members.put(name, value);
      return new JsonObject(members);
    }
  }
}
