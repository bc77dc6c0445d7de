package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.LambdaValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the options of a tool builder add up to. For one tool. */
final class GoOptions {
  private static final Map<String, String> PROPERTY_TYPES =
      Map.of(
          "WithString", "string",
          "WithNumber", "number",
          "WithInteger", "integer",
          "WithBoolean", "boolean",
          "WithObject", "object",
          "WithArray", "array",
          "WithAny", "");
  private static final Map<String, String> HINTS =
      Map.of(
          "WithTitleAnnotation", "title",
          "WithReadOnlyHintAnnotation", "readOnlyHint",
          "WithDestructiveHintAnnotation", "destructiveHint",
          "WithIdempotentHintAnnotation", "idempotentHint",
          "WithOpenWorldHintAnnotation", "openWorldHint");
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("Description", "description"),
          Map.entry("Title", "title"),
          Map.entry("DefaultString", "default"),
          Map.entry("DefaultNumber", "default"),
          Map.entry("DefaultBool", "default"),
          Map.entry("DefaultArray", "default"),
          Map.entry("Default", "default"),
          Map.entry("Min", "minimum"),
          Map.entry("Max", "maximum"),
          Map.entry("MinLength", "minLength"),
          Map.entry("MaxLength", "maxLength"),
          Map.entry("MinItems", "minItems"),
          Map.entry("MaxItems", "maxItems"),
          Map.entry("UniqueItems", "uniqueItems"),
          Map.entry("MultipleOf", "multipleOf"),
          Map.entry("Pattern", "pattern"),
          Map.entry("Properties", "properties"),
          Map.entry("AdditionalProperties", "additionalProperties"),
          Map.entry("Items", "items"));

  private static final Pattern OPTION_TYPE = Pattern.compile(".*(?:Option|Parameter|Property)s?");

  private final Evaluator evaluator;
  private final GoSchemas schemas;
  private final ObjectSchema properties = new ObjectSchema();
  private final Map<String, JsonValue> annotations = new LinkedHashMap<>();
  private Value description = Value.text("");
  private Optional<JsonObject> wholeSchema = Optional.empty();
  private JsonObject outputSchema = JsonObject.EMPTY;
  private boolean complete = true;

  GoOptions(Evaluator evaluator, GoSchemas schemas) {
    this.evaluator = evaluator;
    this.schemas = schemas;
  }

  /**
   * Whether a function of the sources stands in for an option of the SDK, so that its name tells
   * what it does.
   */
  static boolean isOption(Function function) {
    String name = function.name();
    boolean isKnown =
        PROPERTY_TYPES.containsKey(name)
            || HINTS.containsKey(name)
            || SETTINGS.containsKey(name)
            || Set.of("WithDescription", "Required", "Enum").contains(name);
    return isKnown
        && function
            .result()
            .filter(type -> OPTION_TYPE.matcher(type.lastName()).matches())
            .isPresent();
  }

  /** Whether this is an option that describes a tool, or a list of such. */
  static boolean describes(Value value) {
    return value instanceof ListValue list
        ? list.items().stream().anyMatch(GoOptions::describes)
        : value instanceof Made made
            && (PROPERTY_TYPES.containsKey(made.type()) || made.type().equals("WithDescription"));
  }

  Value description() {
    return description;
  }

  JsonObject annotations() {
    return new JsonObject(annotations);
  }

  boolean isComplete() {
    return complete;
  }

  JsonObject schema() {
    return wholeSchema.orElseGet(properties::build);
  }

  JsonObject outputSchema() {
    return outputSchema;
  }

  void describe(Value text) {
    description = text;
  }

  /** Applies one option, or a list of them. */
  void apply(Value option) {
    if (option instanceof ListValue list) {
      list.items().forEach(this::apply);
      complete &= list.complete();
    } else if (option instanceof LambdaValue lambda) {
      applyFunction(lambda);
    } else if (option instanceof Made made) {
      apply(made);
    } else {
      complete = false;
    }
  }

  private void apply(Made option) {
    String type = option.type();
    Value first = option.get("0");
    if (PROPERTY_TYPES.containsKey(type)) {
      property(option, PROPERTY_TYPES.get(type));
    } else if (HINTS.containsKey(type)) {
      first.toJson().ifPresent(json -> annotations.put(HINTS.get(type), json));
    } else if (type.equals("WithDescription")) {
      description = first;
    } else if (type.equals("WithToolAnnotation")) {
      annotations.putAll(schemas.described(first).orElse(JsonObject.EMPTY).members());
    } else if (type.contains("InputSchema")) {
      wholeSchema = schemas.given(first);
      complete &= wholeSchema.isPresent();
    } else if (type.contains("OutputSchema")) {
      outputSchema = schemas.given(first).orElse(JsonObject.EMPTY);
    } else if (!type.startsWith("With")) {
      complete = false;
    }
  }

  private void property(Made option, String type) {
    Optional<String> name = option.get("0").exactText();
    if (name.isEmpty()) {
      complete = false;
      return;
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    if (!type.isEmpty()) {
      schema.put("type", JsonValue.of(type));
    }
    boolean isRequired = false;
    for (Value argument : option.members().argumentsFrom(1)) {
      if (argument instanceof Made setting) {
        isRequired |= setting.type().equals("Required");
        set(setting, schema);
      }
    }
    properties.put(name.get(), new JsonObject(schema), isRequired);
  }

  private void set(Made setting, Map<String, JsonValue> schema) {
    String word = SETTINGS.getOrDefault(setting.type(), "");
    Value first = setting.get("0");
    if (!word.isEmpty()) {
      Optional<JsonValue> json =
          first instanceof ObjectValue || first instanceof Made
              ? schemas.described(first).map(JsonValue.class::cast)
              : first.toJson();
      json.ifPresent(known -> schema.put(word, known));
    } else if (setting.type().equals("Enum")) {
      schema.put("enum", strings(setting));
    } else if (setting.type().endsWith("Items")) {
      items(setting, schema);
    }
  }

  private static JsonArray strings(Made setting) {
    return new JsonArray(
        setting.arguments().stream()
            .flatMap(
                value -> value instanceof ListValue list ? list.items().stream() : Stream.of(value))
            .flatMap(value -> value.toJson().stream())
            .toList());
  }

  /** {@code WithStringItems(…)}, {@code WithStringEnumItems(values)}. */
  private void items(Made setting, Map<String, JsonValue> schema) {
    Map<String, JsonValue> items = new LinkedHashMap<>();
    for (String type : List.of("String", "Number", "Boolean", "Integer")) {
      if (setting.type().startsWith("With" + type)) {
        items.put("type", JsonValue.of(type.toLowerCase(Locale.ROOT)));
      }
    }
    if (setting.type().contains("Enum")) {
      items.put("enum", strings(setting));
    } else {
      for (Value value : setting.arguments()) {
        if (value instanceof Made inner) {
          set(inner, items);
        }
      }
    }
    schema.put("items", new JsonObject(items));
  }

  /** An option of the sources' own: a function that applies others, or sets properties. */
  private void applyFunction(LambdaValue lambda) {
    Scope scope = lambda.scope().inner();
    evaluator.bindDefaults(lambda.lambda().parameters(), scope);
    for (Statement statement : Statements.all(lambda.lambda().body())) {
      if (statement instanceof Statement.Evaluation evaluation
          && evaluation.expression() instanceof Call call
          && call.callee() instanceof Call inner) {
        apply(evaluator.evaluate(inner, scope));
      } else if (statement instanceof Assignment assignment) {
        assigned(assignment, scope);
      }
    }
  }

  private void assigned(Assignment assignment, Scope scope) {
    Expression target = assignment.targets().get(0);
    if (target instanceof Index index && index.of().lastName().equals("Properties")) {
      Optional<String> name = evaluator.evaluate(index.at().get(0), scope).exactText();
      name.ifPresent(
          known ->
              properties.put(
                  known,
                  schemas
                      .described(evaluator.evaluate(assignment.value(), scope))
                      .orElse(JsonObject.EMPTY),
                  false));
      complete &= name.isPresent();
    }
  }
}
