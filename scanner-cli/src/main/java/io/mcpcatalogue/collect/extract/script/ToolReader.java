package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.evaluate.SchemaNode;
import io.mcpcatalogue.collect.extract.script.evaluate.SchemaReader;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Instance;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Call;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes tools of values that have the shape of one. For one thread. */
final class ToolReader {
  static final List<String> NAMES = List.of("name", "toolName", "method", "id");
  static final List<String> SCHEMAS =
      List.of(
          "inputSchema",
          "input_schema",
          "parameters",
          "paramsSchema",
          "parametersSchema",
          "argsSchema",
          "argsShape",
          "inputShape",
          "schema",
          "zodSchema",
          "args",
          "params",
          "input",
          "inputs",
          "shape",
          "toolParams",
          "properties");

  /** The members of an object that may hold the rest of the tool. */
  static final List<String> DEFINITIONS =
      List.of(
          "tool",
          "definition",
          "toolDefinition",
          "schema",
          "spec",
          "config",
          "metadata",
          "METADATA");

  /** What describes a request over HTTP names its method: that is no name of a tool. */
  private static final Set<String> REQUESTS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private static final Set<String> HINTS =
      Set.of("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
  private static final String OUTPUT_SCHEMA = "outputSchema";
  private static final int MAX_NESTING = 3;

  /** Where a tool stands and under what it is registered. */
  record Context(Place place, String condition, Confidence confidence) {
    Context at(Place other) {
      return new Context(other, condition, confidence);
    }
  }

  private final Evaluator evaluator;
  private final SchemaReader schemas;

  ToolReader(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.schemas = new SchemaReader(evaluator);
  }

  SchemaReader schemas() {
    return schemas;
  }

  /** The tool that an object, an instance, or what a helper was given declares. */
  Optional<ExtractedTool> ofValue(Value value, Context context) {
    return ofValue(value, "", context, 0);
  }

  /** The same for the member of a map whose key is the name. */
  Optional<ExtractedTool> ofMember(String key, Value value, Context context) {
    return ofValue(value, key, context, 0);
  }

  private Optional<ExtractedTool> ofValue(Value value, String key, Context context, int nesting) {
    if (nesting > MAX_NESTING) {
      return Optional.empty();
    }
    if (value instanceof ObjectValue
        || value instanceof Instance
        || value instanceof ClassReference) {
      return members(value, key, context).or(() -> nested(value, key, context, nesting));
    }
    if (value instanceof Closure closure) {
      Value result = evaluator.functions().call(closure, List.of());
      return result instanceof Closure
          ? Optional.empty()
          : ofValue(result, key, context, nesting + 1);
    }
    if (value instanceof Call call) {
      return ofCall(call, key, context, nesting);
    }
    return Optional.empty();
  }

  /** A helper that could not be followed is taken to return what it is given. */
  private Optional<ExtractedTool> ofCall(Call call, String key, Context context, int nesting) {
    if (call.function().endsWith("Server") || call.function().endsWith("Client")) {
      // These have a name and a description of their own.
      return Optional.empty();
    }
    for (Value argument : call.arguments()) {
      Optional<ExtractedTool> tool = ofValue(argument, key, context, nesting + 1);
      if (tool.isPresent()) {
        return tool;
      }
    }
    return call.arguments().size() > 1 && call.argument(0) instanceof Text
        ? ofArguments(call.arguments(), 0, context)
        : Optional.empty();
  }

  private Optional<ExtractedTool> nested(Value value, String key, Context context, int nesting) {
    if (!(value instanceof Instance) && !(value instanceof ObjectValue)) {
      return Optional.empty();
    }
    for (String part : DEFINITIONS) {
      Value inner = member(value, part);
      if (inner instanceof ObjectValue || inner instanceof Instance) {
        boolean isNamedAround = key.isEmpty() && name(inner).isEmpty();
        String known = isNamedAround ? name(value).orElse("") : key;
        Value whole = withSchemaOf(value, inner);
        Optional<ExtractedTool> tool = ofValue(whole, known, context, nesting + 1);
        if (tool.isPresent()) {
          return tool;
        }
      }
    }
    return Optional.empty();
  }

  /** {@code {metadata: {name, description}, schema}}: the schema stands beside the rest. */
  private Value withSchemaOf(Value around, Value inner) {
    if (!(inner instanceof ObjectValue object) || !(schemaOf(object) instanceof Value.Nothing)) {
      return inner;
    }
    Value schema = schemaOf(around);
    if (schema instanceof Value.Nothing || schema instanceof Value.Unknown) {
      return inner;
    }
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.put(SCHEMAS.get(0), schema);
    return new ObjectValue(members, object.complete(), object.place());
  }

  private Optional<ExtractedTool> members(Value value, String key, Context context) {
    Optional<String> name = key.isEmpty() ? name(value) : Optional.of(key);
    Value description = member(value, "description");
    if (name.isEmpty() || isFunctionList(value)) {
      return Optional.empty();
    }
    Value schema = schemaOf(value);
    boolean described = description instanceof Text;
    // What a base class beyond the sources may have says nothing.
    boolean typed =
        !(schema instanceof Value.Nothing)
            && !(schema instanceof Value.Unknown && value instanceof Instance);
    if (!described && !typed) {
      return Optional.empty();
    }
    Place place = evaluator.objects().placeOf(value).orElse(context.place());
    return Optional.of(
        tool(
                name.get(),
                member(value, "title"),
                description,
                schema,
                member(value, "annotations"),
                context.at(place))
            .answering(output(member(value, OUTPUT_SCHEMA))));
  }

  /** The first member that holds a schema; unknown when one may, but it cannot be seen. */
  private Value schemaOf(Value value) {
    Value hidden = Value.Nothing.VALUE;
    for (String candidate : SCHEMAS) {
      Value found = member(value, candidate);
      if (found instanceof Value.Unknown || found instanceof ScriptValue.Unbound) {
        hidden = Value.Unknown.VALUE;
      } else if (!(found instanceof Value.Nothing) && !isNestedTool(found)) {
        return found;
      }
    }
    return hidden;
  }

  /** Another vendor's format for functions of models. */
  private static boolean isFunctionList(Value value) {
    return value instanceof ObjectValue object
        && object.get("type").exactText().filter(type -> type.equals("function")).isPresent();
  }

  private static boolean isNestedTool(Value value) {
    return value instanceof ObjectValue object
        && object.get("name") instanceof Text
        && object.get("description") instanceof Text;
  }

  private Value member(Value value, String name) {
    if (value instanceof ObjectValue object) {
      return object.get(name);
    }
    Value member = evaluator.objects().member(value, name);
    if (member instanceof Value.Nothing && value instanceof Instance instance) {
      member = evaluator.objects().member(instance.type(), name);
      if (name.equals("name")) {
        member = Value.Nothing.VALUE;
      }
    }
    boolean open = member instanceof Value.Nothing || member instanceof Value.Unknown;
    if (open && value instanceof Instance) {
      String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      Value method = evaluator.objects().member(value, getter);
      member = method instanceof Closure ? method : member;
    }
    if (member instanceof Closure closure
        && (name.equals("name")
            || name.equals("description")
            || SCHEMAS.contains(name)
            || DEFINITIONS.contains(name))) {
      member = evaluator.functions().call(closure, List.of());
    }
    return member;
  }

  Optional<String> name(Value value) {
    for (String candidate : NAMES) {
      Optional<String> name = member(value, candidate).exactText().filter(ToolNames::isName);
      boolean request = candidate.equals("method") && name.filter(REQUESTS::contains).isPresent();
      if (name.isPresent() && !request) {
        return name;
      }
    }
    return Optional.empty();
  }

  /** The tool of a call {@code (name, description?, schema?, annotations?, handler)}. */
  Optional<ExtractedTool> ofArguments(List<Value> arguments, int nameAt, Context context) {
    Optional<String> name = arguments.get(nameAt).exactText().filter(ToolNames::isName);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Value> texts = new ArrayList<>();
    Value schema = Value.Nothing.VALUE;
    Value annotations = Value.Nothing.VALUE;
    for (Value argument : arguments.subList(nameAt + 1, arguments.size())) {
      if (argument instanceof Text) {
        texts.add(argument);
      } else if (argument instanceof ObjectValue object && isConfiguration(object)) {
        return Optional.of(configured(name.get(), object, texts, context));
      } else if (argument instanceof ObjectValue object && isAnnotations(object)) {
        annotations = object;
      } else if (schema instanceof Value.Nothing && mayBeSchema(argument)) {
        schema = argument;
      }
    }
    if (schema instanceof Value.Nothing && hidesSchema(arguments, nameAt)) {
      schema = Value.Unknown.VALUE;
    }
    Value description = texts.isEmpty() ? Value.Nothing.VALUE : texts.get(texts.size() - 1);
    Value title = texts.size() > 1 ? texts.get(0) : Value.Nothing.VALUE;
    return Optional.of(tool(name.get(), title, description, schema, annotations, context));
  }

  /** Whether something before the handler, which is last, could not be understood. */
  private static boolean hidesSchema(List<Value> arguments, int nameAt) {
    return arguments.subList(nameAt + 1, Math.max(nameAt + 1, arguments.size() - 1)).stream()
        .anyMatch(
            argument ->
                !(argument instanceof Text)
                    && !(argument instanceof ObjectValue)
                    && !(argument instanceof Closure)
                    && !(argument instanceof Value.Nothing));
  }

  private boolean mayBeSchema(Value argument) {
    return argument instanceof ObjectValue object && !isHandlerOptions(object)
        || argument instanceof Call call && schemas.isSchema(call);
  }

  private static boolean isHandlerOptions(ObjectValue object) {
    return !object.members().isEmpty()
        && object.members().values().stream().allMatch(Closure.class::isInstance);
  }

  private ExtractedTool configured(
      String name, ObjectValue object, List<Value> texts, Context context) {
    Value description = object.get("description");
    if (description instanceof Value.Nothing && !texts.isEmpty()) {
      description = texts.get(texts.size() - 1);
    }
    Value schema = Value.Nothing.VALUE;
    for (String candidate : SCHEMAS) {
      if (schema instanceof Value.Nothing) {
        schema = object.get(candidate);
      }
    }
    if (schema instanceof Value.Nothing && !object.complete()) {
      schema = Value.Unknown.VALUE;
    }
    return tool(name, object.get("title"), description, schema, object.get("annotations"), context)
        .answering(output(object.get(OUTPUT_SCHEMA)));
  }

  /** Whether the object describes a tool, rather than being the shape of its parameters. */
  boolean isConfiguration(ObjectValue object) {
    boolean described =
        object.has("description")
            && !(object.get("description") instanceof Call call && schemas.isSchema(call))
            && !(object.get("description") instanceof ObjectValue);
    boolean typed =
        object.has("inputSchema") || object.has(OUTPUT_SCHEMA) || object.has("annotations");
    boolean titled = object.get("title") instanceof Text && !isAnnotations(object);
    return described || typed || titled;
  }

  private static boolean isAnnotations(ObjectValue object) {
    return object.members().keySet().stream().anyMatch(HINTS::contains)
        || object.members().size() == 1 && object.get("title") instanceof Text;
  }

  /** What a tool answers, by a schema or the bare shape of an object. */
  private JsonObject output(Value schema) {
    return schema instanceof Value.Nothing ? JsonObject.EMPTY : schemas.input(schema).toJson();
  }

  ExtractedTool tool(
      String name,
      Value title,
      Value description,
      Value schema,
      Value annotations,
      Context context) {
    SchemaNode node = schemas.input(schema);
    JsonObject json = node.toJson();
    SchemaCoverage coverage =
        node.complete()
            ? SchemaCoverage.COMPLETE
            : json.isEmpty() ? SchemaCoverage.UNKNOWN : SchemaCoverage.PARTIAL;
    JsonObject hints = annotations.toJson().map(JsonValue::asObject).orElse(JsonObject.EMPTY);
    return new ExtractedTool(
        name,
        title.anyText().or(() -> hints.text("title")).orElse(""),
        description.anyText().orElse(""),
        description.exact(),
        json.isEmpty() ? SchemaNode.ofType("object").toJson() : json,
        coverage,
        hints,
        context.place(),
        context.condition(),
        context.confidence());
  }
}
