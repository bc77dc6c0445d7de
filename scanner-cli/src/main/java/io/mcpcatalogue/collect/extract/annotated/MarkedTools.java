package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.LambdaValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolCollection;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Recognises the ways in which servers in these languages declare tools. For one thread. */
final class MarkedTools implements Execution.Watcher {
  private final Rules rules;
  private final Evaluator evaluator;
  private final MarkedFunctions functions;
  private final OfferedItems offered;
  private final BuilderChains chains;
  private final CommandTrees commands;
  private final ToolTypes types;
  private final TypedRegistrations typed;
  private final Predicate<String> isServerFile;
  private final ToolCollection tools = new ToolCollection();

  /** Where tools are built that show when the server runs. */
  private final List<Place> unnamed = new ArrayList<>();

  /** Whether types or annotated functions are tools: what builds others may register those. */
  private boolean describeThemselves;

  /** The function that is being looked at. */
  private Optional<Function> around = Optional.empty();

  /**
   * @param isServerFile whether the annotations in a file are those of an MCP SDK, rather than of a
   *     framework that only uses tools itself
   */
  MarkedTools(Rules rules, Evaluator evaluator, Program program, Predicate<String> isServerFile) {
    this.rules = rules;
    this.evaluator = evaluator;
    this.functions = new MarkedFunctions(rules, evaluator);
    this.offered = new OfferedItems(functions, evaluator);
    this.chains = new BuilderChains(evaluator, program::method);
    this.types = new ToolTypes(rules, evaluator, program);
    this.commands = new CommandTrees(evaluator, functions);
    this.typed =
        new TypedRegistrations(
            evaluator, rules.language() == Language.KOTLIN ? program.functions() : List.of());
    this.isServerFile = isServerFile;
  }

  Extracted extracted(boolean isServer) {
    if (!describeThemselves) {
      unnamed.forEach(
          place -> tools.unknown(place, "the name of a tool is known only when the server runs"));
    }
    return tools.extracted(isServer);
  }

  void incomplete(String where) {
    tools.incomplete(where);
  }

  @Override
  public boolean wants(Expression expression) {
    return isTool(expression)
        || OfferedItems.mayDescribe(expression)
        || ServerInstructions.in(expression, rules.language()).isPresent();
  }

  private boolean isTool(Expression expression) {
    if (!(expression instanceof Call call)) {
      return (rules.language() == Language.RUST || rules.language() == Language.PHP)
          && isToolLiteral(expression);
    }
    String name = call.callee().lastName();
    return switch (rules.language()) {
      case JAVA -> name.equals("Tool") || BuilderChains.isChain(call);
      case KOTLIN ->
          name.equals("addTool")
              || name.equals("registerTool")
              || name.equals("Tool")
              || BuilderChains.isChain(call)
              || typed.isOne(call);
      case CSHARP -> name.equals("Create") && isToolFactory(call);
      case RUST -> name.equals("new") && isToolFactory(call) || isDescribing(call);
      case SWIFT -> name.equals("Tool");
      case PHP -> name.contains("Tool") && describing(call).isPresent();
      default -> false;
    };
  }

  /** The argument of {@code new RegisterTool(['name' => …, 'description' => …])}. */
  private static Optional<Expression> describing(Call call) {
    return call.arguments().stream()
        .map(Argument::value)
        .filter(argument -> keys(argument).containsAll(Set.of("name", "description")))
        .findFirst();
  }

  /** {@code registry.add("make_note", "Makes a note", json!({"properties": …}), handler)}. */
  private static boolean isDescribing(Call call) {
    List<Argument> arguments = call.arguments();
    return arguments.size() >= 3
        && arguments.get(0).value() instanceof Text
        && arguments.get(1).value() instanceof Text
        && keys(inMacro(arguments.get(2).value())).containsAll(Set.of("type", "properties"));
  }

  /** {@code json!(…)} is worth what stands in it. */
  private static Expression inMacro(Expression expression) {
    return expression instanceof Call macro && macro.arguments().size() == 1
        ? macro.arguments().get(0).value()
        : expression;
  }

  /** Each expression of interest has one of these in it. */
  Vocabulary words() {
    Set<String> words = new HashSet<>(ServerInstructions.WORDS);
    words.addAll(OfferedItems.words());
    words.addAll(
        switch (rules.language()) {
          case JAVA -> Set.of("Tool", "build", "Build");
          case KOTLIN -> Set.of("addTool", "registerTool", "Tool", "build", "Build");
          case CSHARP -> Set.of("McpServerTool");
          case RUST -> Set.of("Tool", "input_schema", "inputSchema", "properties");
          case SWIFT -> Set.of("Tool");
          case PHP -> Set.of("description");
          default -> Set.<String>of();
        });
    words.addAll(typed.names());
    return Vocabulary.of(words);
  }

  /**
   * {@code Tool { name: "…".into(), … }}, a structure of the sources that has the same members, or
   * {@code json!({"name": …, "description": …, "inputSchema": …})}.
   */
  private static boolean isToolLiteral(Expression expression) {
    List<Entry> entries = BraceSemantics.entries(expression);
    boolean isTool =
        expression instanceof Construction construction
            && construction.type().filter(type -> type.lastName().equals("Tool")).isPresent();
    Set<String> names = keys(expression);
    return isTool && entries.size() > 1
        || names.contains("name")
            && names.contains("description")
            && (names.contains("input_schema") || names.contains("inputSchema"));
  }

  private static Set<String> keys(Expression literal) {
    Set<String> keys = new HashSet<>();
    BraceSemantics.entries(literal)
        .forEach(entry -> BraceSemantics.plainKey(entry).ifPresent(keys::add));
    return keys;
  }

  private static boolean isToolFactory(Call call) {
    return call.callee() instanceof Member member
        && Set.of("McpServerTool", "Tool").contains(member.of().lastName());
  }

  @Override
  public void reached(Expression expression, Scope scope) {
    ServerInstructions.in(expression, rules.language()).ifPresent(text -> instruct(text, scope));
    if (OfferedItems.mayDescribe(expression)) {
      offered.in(expression, scope).forEach(tools::offer);
      return;
    }
    if (!isServerFile.test(scope.file()) || !isTool(expression)) {
      return;
    }
    Place place = Evaluator.place(expression, scope);
    if (!(expression instanceof Call call)) {
      DescribedTools.whole(BraceSemantics.members(expression, scope, evaluator), place)
          .ifPresent(tools::add);
    } else if (rules.language() == Language.CSHARP) {
      delegate(call, place, scope);
    } else {
      tool(call, place, scope)
          .ifPresentOrElse(
              tools::add,
              () -> {
                if (BuilderChains.isChain(call) && BuilderChains.isOfTool(call)) {
                  unnamed.add(place);
                }
              });
    }
  }

  private void instruct(Expression text, Scope scope) {
    evaluator.evaluate(text, scope).anyText().ifPresent(tools::instructions);
  }

  private Optional<ExtractedTool> tool(Call call, Place place, Scope scope) {
    if (rules.language() == Language.PHP) {
      return describing(call)
          .map(literal -> BraceSemantics.members(literal, scope, evaluator))
          .flatMap(members -> DescribedTools.registered(members, place));
    }
    if (typed.isOne(call)) {
      return typed
          .tool(call, scope)
          .or(() -> whole(call, place, scope).map(ExtractedTool::withoutSchema));
    }
    return BuilderChains.isChain(call)
        ? chains.chain(call, scope, around.map(Function::body).orElse(List.of()))
        : whole(call, place, scope);
  }

  private Optional<ExtractedTool> whole(Call call, Place place, Scope scope) {
    return DescribedTools.whole(evaluator.arguments(call.arguments(), place, scope), place);
  }

  /** {@code McpServerTool.Create(delegate, new() { Name = … })}. */
  private void delegate(Call call, Place place, Scope scope) {
    ObjectValue options = ObjectValue.EMPTY;
    Value delegate = Value.Unknown.VALUE;
    for (Argument argument : call.arguments()) {
      Value value = evaluator.evaluate(argument.value(), scope);
      if (value instanceof Made made) {
        options = made.members();
      } else if (value instanceof FunctionValue || value instanceof LambdaValue) {
        delegate = value;
      }
    }
    Optional<String> name = options.get("Name").exactText();
    Value description = options.get("Description");
    Optional<JsonObject> schema = Optional.empty();
    if (delegate instanceof LambdaValue lambda) {
      schema = Optional.of(functions.schema(lambda.lambda().parameters(), lambda.scope()));
    } else if (delegate instanceof FunctionValue known) {
      Function function = known.function();
      schema = Optional.of(functions.schema(function, known.scope()));
      name = name.or(() -> Optional.of(Names.snakeCase(function.name())));
      if (description instanceof Value.Nothing) {
        description =
            Value.text(Marks.description(function.marks(), known.scope(), evaluator).orElse(""));
      }
    }
    if (name.isPresent()) {
      tools.add(
          new ExtractedTool(
              name.get(),
              options.get("Title").anyText().orElse(""),
              description.anyText().orElse(""),
              description.exact(),
              schema.orElse(JsonObject.EMPTY),
              schema.isPresent() ? SchemaCoverage.COMPLETE : SchemaCoverage.UNKNOWN,
              JsonObject.EMPTY,
              place,
              "",
              Confidence.REGISTERED));
    } else if (schema.isPresent()) {
      tools.unknown(place, "the name of a tool is known only when the server runs");
    }
  }

  @Override
  public void declared(Function function, Scope scope) {
    around = Optional.of(function);
    offered.of(function, scope).ifPresent(tools::offer);
    Marks.find(function.marks(), rules.toolMarks())
        .or(
            () ->
                rules.language() == Language.CSHARP
                    ? Marks.ownTool(function.marks())
                    : Optional.empty())
        .filter(mark -> isServerFile.test(scope.file()))
        .ifPresent(
            mark ->
                functions
                    .tool(function, mark, scope)
                    .ifPresentOrElse(
                        this::describesItself,
                        () ->
                            tools.unknown(
                                new Place(scope.file(), function.line()),
                                "the name of a tool is known only when the server runs")));
  }

  @Override
  public void declared(Type type, Scope scope) {
    ServerInstructions.of(type).forEach(text -> instruct(text, scope));
    if (!isServerFile.test(scope.file())) {
      return;
    }
    if (rules.language() == Language.CSHARP) {
      commands.tools(type, scope).forEach(tools::add);
    }
    Optional<Call> mark =
        Marks.find(type.marks(), rules.toolMarks()).filter(each -> !type.isImplementation());
    if (mark.isPresent() && rules.language() == Language.PHP) {
      invokable(type, mark.get(), scope);
    } else if (mark.isPresent()) {
      functions.tool(type, mark.get(), scope).ifPresent(tools::add);
    } else {
      types.tool(type, scope).ifPresent(this::describesItself);
    }
  }

  private void describesItself(ExtractedTool tool) {
    describeThemselves = true;
    tools.add(tool);
  }

  /** A PHP class that is called like a function. */
  private void invokable(Type type, Call mark, Scope scope) {
    type.body().stream()
        .filter(Function.class::isInstance)
        .map(Function.class::cast)
        .filter(function -> function.name().equals("__invoke"))
        .findFirst()
        .flatMap(
            function ->
                functions.tool(
                    new Function(
                        type.name(),
                        "",
                        function.parameters(),
                        function.result(),
                        type.marks(),
                        type.documentation(),
                        false,
                        function.code(),
                        type.line()),
                    mark,
                    scope))
        .ifPresent(tools::add);
  }
}
