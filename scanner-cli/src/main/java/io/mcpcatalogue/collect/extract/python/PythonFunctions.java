package io.mcpcatalogue.collect.extract.python;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Types;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.python.PythonSchemas.Property;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expressions;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes tools out of functions, by their signatures and docstrings. For one thread. */
final class PythonFunctions {
  private static final Set<String> INJECTED =
      Set.of(
          "Depends",
          "CurrentContext",
          "Inject",
          "CurrentFastMCP",
          "CurrentRequest",
          "Dependency",
          "CurrentHeaders",
          "CurrentAccessToken",
          "Progress",
          "TokenClaim");

  /** Arguments that name the model of all parameters. */
  private static final List<String> MODELS =
      List.of("input_model", "args_schema", "input_schema", "args_model", "params_model");

  private static final List<String> OUTPUT_SCHEMAS = List.of("outputSchema", "output_schema");

  private final Evaluator evaluator;
  private final PythonSchemas schemas;
  private final Map<Statement, Boolean> registering = new IdentityHashMap<>();

  PythonFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.schemas = new PythonSchemas(evaluator);
  }

  /**
   * The tool that a function becomes.
   *
   * @param arguments what it is registered with: name, description, annotations
   */
  Optional<ExtractedTool> tool(Value function, ObjectValue arguments, Place place) {
    Optional<FunctionValue> known =
        function instanceof FunctionValue value ? Optional.of(value) : Optional.empty();
    Optional<String> name = name(known, arguments);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonObject> model = model(arguments);
    Value description =
        arguments.get("description") instanceof Value.Nothing
            ? Value.text(known.map(PythonSemantics::docstring).orElse(""))
            : arguments.get("description");
    return Optional.of(
        new ExtractedTool(
            name.get(),
            title(arguments),
            description.anyText().map(PythonSemantics::cleaned).orElse(""),
            description.exact(),
            model.or(() -> known.map(this::schema)).orElse(JsonObject.EMPTY),
            model.isPresent() || known.isPresent()
                ? SchemaCoverage.COMPLETE
                : SchemaCoverage.UNKNOWN,
            output(arguments),
            annotations(arguments.get("annotations")),
            place,
            "",
            Confidence.REGISTERED));
  }

  private static Optional<String> name(Optional<FunctionValue> function, ObjectValue arguments) {
    Value given =
        List.of("name", "0").stream()
            .map(arguments::get)
            .filter(value -> value instanceof Value.Text)
            .findFirst()
            .orElse(arguments.get("name"));
    Optional<String> name =
        given instanceof Value.Nothing
            ? function.map(value -> value.function().name())
            : given.exactText();
    return name.filter(text -> !text.isEmpty());
  }

  /** The schema of the model that the arguments are read into. */
  private Optional<JsonObject> model(ObjectValue arguments) {
    return MODELS.stream()
        .map(arguments::get)
        .flatMap(value -> value instanceof TypeValue type ? Stream.of(type) : Stream.empty())
        .findFirst()
        .map(type -> schemas.asValue(type).toJson().map(JsonValue::asObject).orElseThrow());
  }

  private static JsonObject output(ObjectValue members) {
    return OUTPUT_SCHEMAS.stream()
        .flatMap(name -> members.get(name).toJson().stream())
        .map(JsonValue::asObject)
        .findFirst()
        .orElse(JsonObject.EMPTY);
  }

  /** The tool that an object with name, description and schema is. */
  Optional<ExtractedTool> tool(ObjectValue members, Place place) {
    Optional<String> name = members.get("name").exactText().filter(text -> !text.isEmpty());
    Value schema =
        members.has("inputSchema") ? members.get("inputSchema") : members.get("input_schema");
    Optional<JsonObject> json = schema.toJson().map(JsonValue::asObject);
    Value description = members.get("description");
    return name.map(
        known ->
            new ExtractedTool(
                known,
                title(members),
                description.anyText().orElse(""),
                description.exact(),
                json.orElse(JsonObject.EMPTY),
                coverage(schema, json),
                output(members),
                annotations(members.get("annotations")),
                place,
                "",
                Confidence.SHAPED));
  }

  /**
   * The tool that a class is whose base names its tools after their classes: {@code MakeNoteTool}
   * is {@code make_note}, and what its method {@code apply} takes are the parameters.
   */
  Optional<ExtractedTool> toolClass(TypeValue type) {
    List<TypeValue> types = Types.withBases(type, evaluator);
    if (types.subList(1, types.size()).stream().noneMatch(PythonFunctions::namesByClass)) {
      return Optional.empty();
    }
    for (TypeValue each : types) {
      for (Statement member : each.type().body()) {
        if (member instanceof Statement.Function method
            && method.name().equals("apply")
            && !namesByClass(each)) {
          Map<String, Value> arguments = new LinkedHashMap<>();
          arguments.put("name", Value.text(classToolName(type.type().name())));
          arguments.put(
              "description",
              Value.text(
                  PythonSemantics.cleaned(method.documentation())
                      .split("\\n\\s*:(?:param|return|raise)", 2)[0]));
          return tool(
              new FunctionValue(method, each.scope(), Optional.empty()),
              new ObjectValue(arguments, true, Optional.empty()),
              new Place(type.scope().file(), type.type().line()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The tool that a base makes of every class: {@code return Tool(name=cls.__name__,
   * description=cls.__doc__, inputSchema=cls.model_json_schema())}.
   */
  Optional<ExtractedTool> madeByBase(TypeValue type) {
    for (TypeValue base : Types.withBases(type, evaluator)) {
      for (Statement member : base.type().body()) {
        if (!base.type().equals(type.type())
            && member instanceof Statement.Function method
            && makesTool(method)
            && evaluator.result(
                    new FunctionValue(method, base.scope(), Optional.of(type)), base.scope())
                instanceof Made made) {
          return tool(made.members(), new Place(type.scope().file(), type.type().line()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean makesTool(Statement.Function method) {
    return !method.parameters().isEmpty()
        && method.parameters().get(0).name().equals("cls")
        && Statements.expressions(method.body()).stream()
            .anyMatch(
                expression ->
                    expression instanceof Expression.Call call
                        && call.callee().lastName().equals("Tool"));
  }

  /**
   * The tool that a class describes to a base of the sources that is a tool: {@code
   * super().__init__(name="make_note", description="…", input_schema=MakeNote)}.
   */
  Optional<ExtractedTool> describedToBase(TypeValue type) {
    List<TypeValue> types = Types.withBases(type, evaluator);
    if (types.stream().skip(1).noneMatch(base -> base.type().name().endsWith("Tool"))) {
      return Optional.empty();
    }
    Scope inside = Types.inside(type, evaluator);
    return Types.superCall(type, "__init__")
        .map(call -> evaluator.arguments(call.arguments(), new Place("", 0), inside))
        .filter(members -> members.get("description") instanceof Value.Text)
        .map(this::withModel)
        .flatMap(members -> tool(members, new Place(type.scope().file(), type.type().line())));
  }

  /** The members of a tool with the schema of the model that describes its input. */
  private ObjectValue withModel(ObjectValue members) {
    for (String name : MODELS) {
      if (members.get(name) instanceof TypeValue model) {
        Map<String, Value> all = new LinkedHashMap<>(members.members());
        all.put("inputSchema", schemas.asValue(model));
        return new ObjectValue(all, members.complete(), members.place());
      }
    }
    return members;
  }

  private static boolean namesByClass(TypeValue type) {
    return type.type().name().endsWith("Tool")
        && Statements.expressions(type.type().body()).stream()
            .anyMatch(
                expression ->
                    Expressions.contains(
                        expression,
                        part ->
                            part instanceof Expression.Member member
                                && member.name().equals("__name__")));
  }

  private static String classToolName(String name) {
    String bare =
        name.endsWith("Tool") && name.length() > 4 ? name.substring(0, name.length() - 4) : name;
    return bare.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static SchemaCoverage coverage(Value schema, Optional<JsonObject> json) {
    if (json.isEmpty() || json.get().isEmpty()) {
      return SchemaCoverage.UNKNOWN;
    }
    return isComplete(schema) ? SchemaCoverage.COMPLETE : SchemaCoverage.PARTIAL;
  }

  /** Whether all parameters are known, if not every word about them. */
  private static boolean isComplete(Value schema) {
    ObjectValue object = schema.asObject();
    return object.complete() && object.get("properties") instanceof ObjectValue properties
        ? properties.complete()
        : object.complete() && !object.has("properties");
  }

  private static String title(ObjectValue arguments) {
    return arguments
        .get("title")
        .exactText()
        .or(() -> members(arguments.get("annotations")).get("title").exactText())
        .orElse("");
  }

  private static ObjectValue members(Value value) {
    return value instanceof Made made ? made.members() : value.asObject();
  }

  private static JsonObject annotations(Value value) {
    return members(value).toJson().map(JsonValue::asObject).orElse(JsonObject.EMPTY);
  }

  private JsonObject schema(FunctionValue function) {
    List<Property> properties = new ArrayList<>();
    List<Parameter> parameters = function.function().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (!(i == 0 && Evaluator.isSelf(parameter)) && !parameter.rest() && !isInjected(parameter)) {
        properties.add(schemas.property(parameter, function.scope()));
      }
    }
    return PythonSchemas.object(properties);
  }

  /** What the framework passes itself is no parameter of the tool. */
  private static boolean isInjected(Parameter parameter) {
    boolean context =
        parameter.type().isPresent()
            && Expressions.contains(
                parameter.type().get(),
                part ->
                    !(part instanceof Index) && isContext(part.lastName())
                        || part instanceof Expression.Text text && isContext(text.value()));
    return context
        || isContextByName(parameter)
        || parameter.defaultValue().filter(PythonFunctions::isInjection).isPresent()
        || parameter.type().isPresent()
            && Expressions.contains(parameter.type().get(), PythonFunctions::isInjection);
  }

  /** {@code context: AppContext}: what the sources' own wrappers pass in. */
  private static boolean isContextByName(Parameter parameter) {
    return Set.of("ctx", "context").contains(parameter.name())
        && parameter.type().filter(type -> type.lastName().endsWith("Context")).isPresent();
  }

  private static boolean isContext(String type) {
    return type.equals("Context")
        || type.endsWith(".Context")
        || type.equals("RequestContext")
        || type.startsWith("Context[");
  }

  private static boolean isInjection(Expression expression) {
    return expression instanceof Call call && INJECTED.contains(call.callee().lastName());
  }

  /**
   * Whether the decorator is one of the sources' own that puts functions into a registry, or
   * registers them with a server: a function, or a class whose objects are called.
   */
  boolean isRegisteringDecorator(Expression callee, Scope scope) {
    String name = callee.lastName().toLowerCase(Locale.ROOT);
    if (!name.contains("tool")
        || !name.contains("mcp") && !name.equals("tool") && !name.endsWith("_tool")) {
      return false;
    }
    Value decorator = evaluator.evaluate(callee, scope);
    if (decorator instanceof TypeValue type) {
      return registering.computeIfAbsent(type.type(), known -> registers(type.type()));
    }
    return decorator instanceof FunctionValue function
        && registering.computeIfAbsent(
            function.function(), known -> registers(function.function()));
  }

  /** {@code class Tool: def __call__(self, function): registry[self.name] = function}. */
  private static boolean registers(Statement.Type decorator) {
    List<Statement.Function> methods = Statements.functions(decorator.body());
    return methods.stream().anyMatch(method -> method.name().equals("__call__"))
        && methods.stream().anyMatch(PythonFunctions::registers);
  }

  private static boolean registers(Statement.Function decorator) {
    for (Expression expression : Statements.expressions(decorator.body())) {
      if (Expressions.contains(
          expression,
          part ->
              part instanceof Call call
                  && Set.of("append", "add_tool", "register", "tool")
                      .contains(call.callee().lastName())
                  && call.callee() instanceof Expression.Member)) {
        return true;
      }
    }
    return Statements.all(decorator.body()).stream()
            .anyMatch(
                statement ->
                    statement instanceof Assignment assignment
                        && assignment.targets().get(0) instanceof Index)
        || Statements.functions(decorator.body()).stream().anyMatch(PythonFunctions::defines);
  }

  /** {@code return ToolDefinition(function, …)}: the decorated name is the tool from then on. */
  private static boolean defines(Statement.Function inner) {
    return inner.parameters().size() == 1
        && Statements.expressions(inner.body()).stream()
            .anyMatch(
                expression ->
                    expression instanceof Call call
                        && call.callee().lastName().contains("Tool")
                        && call.arguments().stream()
                            .anyMatch(
                                argument ->
                                    argument
                                        .value()
                                        .lastName()
                                        .equals(inner.parameters().get(0).name())));
  }
}
