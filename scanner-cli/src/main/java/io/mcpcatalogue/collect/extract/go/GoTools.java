package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.evaluate.ParsedFile;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.LambdaValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeExpression;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolCollection;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Recognises the ways in which Go servers declare tools. For one package and one thread. */
final class GoTools implements Execution.Watcher {
  private static final Set<String> BUILDERS =
      Set.of("NewTool", "NewToolWithRawSchema", "AddTool", "NewServerTool", "RegisterTool");

  private static final String TOOL = "tool";

  /** What the instructions of a server are given by: an option, or a member of its options. */
  private static final String INSTRUCTING = "WithInstructions";

  private static final String INSTRUCTIONS = "Instructions";
  private static final Set<String> SERVER_OPTIONS = Set.of("ServerOptions", "InitializeResult");

  /** How the names of the sources' own structures for tools end. */
  private static final List<String> KINDS =
      List.of("Def", "Definition", "Descriptor", "Info", "Schema", "Spec");

  private final Evaluator evaluator;
  private final GoSchemas schemas;
  private final GoOffers offers;
  private final Map<String, List<FunctionValue>> methods;
  private final ToolCollection tools = new ToolCollection();

  /**
   * @param methods the methods of all types by their names
   */
  GoTools(Evaluator evaluator, Map<String, List<FunctionValue>> methods) {
    this.evaluator = evaluator;
    this.methods = methods;
    this.schemas = new GoSchemas(evaluator);
    this.offers = new GoOffers(evaluator);
  }

  Extracted extracted(boolean isServer) {
    return tools.extracted(isServer);
  }

  /** Whether tools are registered that cannot be known, or none at all. */
  boolean isOpen() {
    return tools.isEmpty() || tools.isOpen();
  }

  /** Adds the tools that the types of the file are by their methods. */
  void addTypes(ParsedFile file) {
    new GoToolTypes(evaluator)
        .in(file)
        .forEach(made -> tool(made, Optional::empty, made.place(), file.scope()));
  }

  void incomplete(String where) {
    tools.incomplete(where);
  }

  @Override
  public boolean wants(Expression expression) {
    if (instructions(expression).isPresent() || GoOffers.isOne(expression)) {
      return true;
    }
    if (expression instanceof Construction construction) {
      return construction.type().filter(type -> isToolName(type) || isToolList(type)).isPresent();
    }
    return expression instanceof Sequence sequence && isToolWithHandler(sequence)
        || expression instanceof Call call
            && (BUILDERS.contains(call.callee().lastName()) || isGivenTool(call));
  }

  /** {@code WithInstructions("…")}, {@code &mcp.ServerOptions{Instructions: "…"}}. */
  private static Optional<Expression> instructions(Expression expression) {
    if (expression instanceof Call call) {
      return call.arguments().size() == 1 && call.callee().lastName().equals(INSTRUCTING)
          ? Optional.of(call.arguments().get(0).value())
          : Optional.empty();
    }
    return expression instanceof Construction construction
            && construction
                .type()
                .filter(type -> SERVER_OPTIONS.contains(type.lastName()))
                .isPresent()
        ? construction.entries().stream()
            .filter(entry -> entry.key().filter(GoTools::isInstructions).isPresent())
            .map(Entry::value)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isInstructions(Expression key) {
    return key.lastName().equals(INSTRUCTIONS);
  }

  /** {@code register(server, &mcp.Tool{…}, handler)}, whatever the function is called. */
  private static boolean isGivenTool(Call call) {
    return call.arguments().size() > 1
        && call.arguments().stream()
            .anyMatch(
                argument ->
                    argument.value() instanceof Construction construction
                        && construction.type().filter(GoTools::isToolName).isPresent());
  }

  /** Each expression of interest has one of these in it. */
  static Vocabulary words() {
    return Vocabulary.matching(
        word ->
            namesTool(word)
                || BUILDERS.contains(word)
                || word.endsWith(INSTRUCTIONS)
                || GoOffers.isWord(word));
  }

  private static boolean isToolVariable(String name) {
    return name.regionMatches(true, name.length() - TOOL.length(), TOOL, 0, TOOL.length());
  }

  /** {@code return mcp.Tool{…}, func(…) {…}}, or the names of the two. */
  private static boolean isToolWithHandler(Sequence sequence) {
    return sequence.items().stream()
        .anyMatch(
            item ->
                item instanceof Name name
                    ? isToolVariable(name.name())
                    : item instanceof Construction construction
                        && construction.type().filter(GoTools::isToolName).isPresent());
  }

  /** The sources' own structure may be a {@code toolDefinition}. */
  private static boolean isToolName(Expression type) {
    return namesTool(type.lastName());
  }

  private static boolean namesTool(String name) {
    return isToolVariable(name)
        || KINDS.stream()
            .anyMatch(
                kind ->
                    name.endsWith(kind)
                        && isToolVariable(name.substring(0, name.length() - kind.length())));
  }

  private static boolean isToolList(Expression type) {
    return type instanceof Index index
        && index.lastName().equals("[]")
        && isToolName(index.at().get(0));
  }

  @Override
  public void declared(Function function, Scope scope) {}

  @Override
  public void reached(Expression expression, Scope scope) {
    Optional<Expression> instructions = instructions(expression);
    if (instructions.isPresent()) {
      evaluator.evaluate(instructions.get(), scope).anyText().ifPresent(tools::instructions);
    } else if (GoOffers.isOne(expression)) {
      offers.in(expression, scope).forEach(tools::offer);
    } else if (expression instanceof Construction construction) {
      Expression type = construction.type().orElseThrow();
      if (isToolList(type)) {
        if (isMcpTool(((Index) type).at().get(0), scope)) {
          construction.entries().stream()
              .map(Entry::value)
              .filter(entry -> entry instanceof Construction inner && inner.type().isEmpty())
              .forEach(entry -> structure(entry, scope));
        }
      } else if (isMcpTool(type, scope)) {
        structure(construction, scope);
      }
    } else if (expression instanceof Sequence sequence) {
      returned(sequence, scope);
    } else if (expression instanceof Call call) {
      built(call, scope);
    }
  }

  private void returned(Sequence sequence, Scope scope) {
    Optional<JsonObject> input =
        sequence.items().stream()
            .filter(item -> !(item instanceof Construction))
            .flatMap(item -> inputOf(evaluator.evaluate(item, scope)).stream())
            .findFirst();
    for (Expression item : sequence.items()) {
      boolean isTool =
          item instanceof Name
              || item instanceof Construction construction
                  && construction.type().filter(type -> isMcpTool(type, scope)).isPresent();
      if (isTool
          && evaluator.evaluate(item, scope) instanceof Made made
          && made.type().equals("Tool")) {
        tool(made, () -> input, made.place(), scope);
      }
    }
  }

  /** A tool of the SDK, or a structure of the sources that has the same members. */
  private boolean isMcpTool(Expression type, Scope scope) {
    Value value = evaluator.evaluate(type, scope);
    if (value instanceof Value.Reference reference) {
      return type.lastName().equals("Tool")
          && (reference.module().contains("mcp") || reference.name().startsWith("mcp."));
    }
    return value instanceof TypeValue own
        && (own.type().fields().stream().anyMatch(field -> field.name().equals("InputSchema"))
            || own.type().bases().stream().anyMatch(base -> isMcpTool(base, own.scope())));
  }

  private void structure(Expression construction, Scope scope) {
    if (evaluator.evaluate(construction, scope) instanceof Made made) {
      tool(made, () -> handlerInput(scope), Evaluator.place(construction, scope), scope);
    }
  }

  private void tool(
      Made made, Supplier<Optional<JsonObject>> handlerInput, Place place, Scope scope) {
    Optional<String> name = made.get("Name").exactText().filter(text -> !text.isEmpty());
    if (name.isEmpty()) {
      // What the sources call otherwise may as well list the tools of another server.
      if (made.members().has("Name") && made.type().equals("Tool")) {
        tools.unknown(place, "the name of a tool is known only when the server runs");
      }
      return;
    }
    Value schema =
        List.of("InputSchema", "RawInputSchema").stream()
            .map(made::get)
            .filter(value -> !(value instanceof Value.Nothing))
            .findFirst()
            .orElse(Value.Nothing.VALUE);
    Optional<JsonObject> described =
        schemas
            .given(schema)
            .filter(json -> isComplete(schema) || !json.object("properties").isEmpty());
    Optional<JsonObject> known = described.or(handlerInput);
    JsonObject annotations = schemas.described(made.get("Annotations")).orElse(JsonObject.EMPTY);
    Value description = made.get("Description");
    tools.add(
        new ExtractedTool(
            name.get(),
            made.get("Title").exactText().or(() -> annotations.text("title")).orElse(""),
            description.anyText().orElse(""),
            description.exact(),
            known.orElse(JsonObject.EMPTY),
            known.isEmpty()
                ? SchemaCoverage.UNKNOWN
                : described.isEmpty() || isComplete(schema)
                    ? SchemaCoverage.COMPLETE
                    : SchemaCoverage.PARTIAL,
            schemas.given(made.get("OutputSchema")).orElse(JsonObject.EMPTY),
            annotations.isEmpty() ? optionAnnotations(scope) : annotations,
            place,
            "",
            Confidence.REGISTERED));
  }

  private static boolean isComplete(Value schema) {
    if (schema instanceof Value.Text) {
      return true;
    }
    ObjectValue members = schema instanceof Made made ? made.members() : schema.asObject();
    Value properties =
        members.has("Properties") ? members.get("Properties") : members.get("properties");
    return members.complete()
        && (properties instanceof Value.Nothing
            || properties instanceof ObjectValue object && object.complete());
  }

  private void built(Call call, Scope scope) {
    String builder = call.callee().lastName();
    Place place = Evaluator.place(call, scope);
    if (call.arguments().isEmpty()) {
      return;
    }
    if (!BUILDERS.contains(builder)) {
      added(call, scope);
      return;
    }
    if (evaluator.evaluate(calleeOf(call), scope) instanceof FunctionValue) {
      described(call, place, scope);
      return;
    }
    if (builder.equals("AddTool")) {
      added(call, scope);
      return;
    }
    if (builder.equals("RegisterTool")) {
      registered(call, place, scope);
      return;
    }
    ObjectValue arguments = evaluator.arguments(call.arguments(), place, scope);
    Value name = arguments.get("0");
    if (name instanceof Made) {
      return;
    }
    if (builder.equals("NewToolWithRawSchema")) {
      Made made =
          new Made(
              "Tool",
              Optional.empty(),
              new ObjectValue(
                  orderedMembers(name, arguments.get("1"), arguments.get("2")),
                  true,
                  Optional.of(place)),
              place);
      tool(made, Optional::empty, place, scope);
      return;
    }
    optionTool(name, arguments, place, scope);
  }

  /**
   * A function of the sources is followed, unless it is given options: what it does with them need
   * not be known.
   */
  private void described(Call call, Place place, Scope scope) {
    ObjectValue arguments = evaluator.arguments(call.arguments(), place, scope);
    boolean hasName = arguments.get("0").exactText().filter(ToolNames::isName).isPresent();
    if (hasName && arguments.members().values().stream().anyMatch(GoOptions::describes)) {
      optionTool(arguments.get("0"), arguments, place, scope);
    }
  }

  private static Expression calleeOf(Call call) {
    return call.callee() instanceof Index index ? index.of() : call.callee();
  }

  private static Map<String, Value> orderedMembers(Value name, Value description, Value schema) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("Name", name);
    members.put("Description", description);
    members.put("InputSchema", schema);
    return members;
  }

  private void optionTool(Value name, ObjectValue arguments, Place place, Scope scope) {
    if (name.exactText().filter(text -> !text.isEmpty()).isEmpty()) {
      tools.unknown(place, "the name of a tool is known only when the server runs");
      return;
    }
    GoOptions options = new GoOptions(evaluator, schemas);
    List<Value> described = arguments.argumentsFrom(1);
    boolean hasText = !described.isEmpty() && described.get(0) instanceof Value.Text;
    if (hasText) {
      options.describe(described.get(0));
    }
    described.stream().skip(hasText ? 1 : 0).forEach(options::apply);
    JsonObject annotations = options.annotations();
    boolean complete = options.isComplete() && arguments.complete();
    JsonObject schema = options.schema();
    Optional<JsonObject> handler =
        schema.object("properties").isEmpty() ? handlerInput(scope) : Optional.empty();
    tools.add(
        new ExtractedTool(
            name.exactText().get(),
            annotations.text("title").orElse(""),
            options.description().anyText().orElse(""),
            options.description().exact(),
            handler.orElse(schema),
            complete || handler.isPresent() ? SchemaCoverage.COMPLETE : SchemaCoverage.PARTIAL,
            options.outputSchema(),
            annotations,
            place,
            "",
            Confidence.REGISTERED));
  }

  /** {@code AddTool(server, tool, handler)}: the handler's last parameter has the schema. */
  private void added(Call call, Scope scope) {
    if (call.arguments().size() < 2) {
      return;
    }
    Value tool = Value.Unknown.VALUE;
    Optional<JsonObject> input = Optional.empty();
    for (Expression.Argument argument : call.arguments()) {
      Value value = evaluator.evaluate(argument.value(), scope);
      if (value instanceof Made made && made.type().equals("Tool")) {
        tool = made;
      } else if (input.isEmpty()) {
        input = inputOf(value).or(() -> inputOfMethod(argument.value()));
      }
    }
    if (tool instanceof Made made && made.members().has("Name")) {
      Optional<JsonObject> known = input;
      tool(made, () -> known.or(() -> typeArgument(call, scope)), made.place(), scope);
    }
  }

  private Optional<JsonObject> typeArgument(Call call, Scope scope) {
    return call.callee() instanceof Index index && !index.at().isEmpty()
        ? structureOf(index.at().get(0), scope)
        : Optional.empty();
  }

  /** {@code server.RegisterTool("name", "description", handler)}. */
  private void registered(Call call, Place place, Scope scope) {
    ObjectValue arguments = evaluator.arguments(call.arguments(), place, scope);
    Value name = arguments.get("0");
    if (name instanceof Made || !arguments.has("2")) {
      added(call, scope);
      return;
    }
    if (name.exactText().isEmpty()) {
      tools.unknown(place, "the name of a tool is known only when the server runs");
      return;
    }
    Made made =
        new Made(
            "Tool",
            Optional.empty(),
            new ObjectValue(
                Map.of("Name", name, "Description", arguments.get("1")), true, Optional.of(place)),
            place);
    tool(made, () -> inputOf(arguments.get("2")).or(() -> handlerInput(scope)), place, scope);
  }

  /** The parameters of a handler that was passed to the function that declares the tool. */
  private Optional<JsonObject> handlerInput(Scope scope) {
    return Stream.concat(scope.locals(false), scope.locals(true))
        .flatMap(local -> inputOf(local).stream())
        .findFirst();
  }

  private Optional<JsonObject> inputOf(Value handler) {
    if (handler instanceof Made record) {
      return record.arguments().stream()
          .filter(member -> member instanceof FunctionValue || member instanceof LambdaValue)
          .flatMap(member -> inputOf(member).stream())
          .findFirst();
    }
    if (handler instanceof FunctionValue function) {
      return inputOf(function.function().parameters(), function.scope());
    }
    return handler instanceof LambdaValue lambda
        ? inputOf(lambda.lambda().parameters(), lambda.scope())
        : Optional.empty();
  }

  /** {@code notes.drop}, or a call that is given it: what notes are need not be known. */
  private Optional<JsonObject> inputOfMethod(Expression handler) {
    if (handler instanceof Call wrapper) {
      return wrapper.arguments().stream()
          .flatMap(argument -> inputOfMethod(argument.value()).stream())
          .findFirst();
    }
    List<FunctionValue> called =
        handler instanceof Member member
            ? methods.getOrDefault(member.name(), List.of())
            : List.of();
    return called.size() == 1 ? inputOf(called.get(0)) : Optional.empty();
  }

  private Optional<JsonObject> inputOf(List<Parameter> parameters, Scope scope) {
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    return parameters.get(parameters.size() - 1).type().flatMap(type -> structureOf(type, scope));
  }

  private Optional<JsonObject> structureOf(Expression type, Scope scope) {
    Value value = evaluator.evaluate(type, scope);
    if (value instanceof TypeExpression generic && generic.type() instanceof Index index) {
      value = evaluator.evaluate(index.of(), generic.scope());
    }
    if (value instanceof TypeValue structure
        && !(type instanceof Index)
        && !(type instanceof Name name && name.name().equals("any"))) {
      return Optional.of(schemas.structure(structure));
    }
    boolean hasFields = type instanceof Index fields && !fields.at().isEmpty();
    boolean isEmpty = type.lastName().equals("struct") && !hasFields;
    return isEmpty
        ? Optional.of(new JsonObject(Map.of("type", JsonValue.of("object"))))
        : Optional.empty();
  }

  /** Options that were passed to the function that declares the tool. */
  private JsonObject optionAnnotations(Scope scope) {
    GoOptions options = new GoOptions(evaluator, schemas);
    scope
        .locals(false)
        .filter(
            local ->
                local instanceof ListValue list
                    && list.items().stream()
                        .anyMatch(
                            item -> item instanceof Made made && made.type().startsWith("With")))
        .forEach(options::apply);
    return options.annotations();
  }
}
