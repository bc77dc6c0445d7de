package io.mcpcatalogue.collect.extract.python;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Types;
import io.mcpcatalogue.collect.extract.evaluate.Values;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Choice;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Mapping;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OfferedObjects;
import io.mcpcatalogue.collect.extract.tool.Offers;
import io.mcpcatalogue.collect.extract.tool.ToolCollection;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises the ways in which Python servers declare tools. For one package and one thread. */
final class PythonTools {
  private static final Set<String> REGISTERING = Set.of("add_tool", "register_tool", "tool");
  private static final Set<String> MOUNTING = Set.of("mount", "import_server");
  private static final Set<String> CONVERTING = Set.of("from_openapi", "from_fastapi");
  private static final String INSTRUCTIONS = "instructions";

  /** What variables with servers are called. */
  private static final Set<String> SERVERS = Set.of("mcp", "server", "app");

  private static final String PROMPT = "prompt";
  private static final String RESOURCE = "resource";

  private static final Set<String> OTHER_WORDS =
      Set.of("Tool", "from_function", "inputSchema", INSTRUCTIONS, PROMPT, RESOURCE);
  private static final Set<String> OTHER_FRAMEWORKS =
      Set.of("agent", "llm", "crew", "graph", "toolkit", "typer", "registry_client");

  private final Evaluator evaluator;
  private final PythonFunctions functions;
  private final ListedFunctions listed;
  private final ToolCollection tools = new ToolCollection();
  private final Mounts mounts = new Mounts();

  PythonTools(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.functions = new PythonFunctions(evaluator);
    this.listed = new ListedFunctions(evaluator, functions);
  }

  /** What looks for tools in one module. */
  Execution.Watcher in(PythonModules.Module module) {
    return new ModuleWatcher(module);
  }

  /** Whether tools are registered that could not be followed, or none are. */
  boolean isOpen() {
    return tools.isOpen() || tools.isEmpty();
  }

  /**
   * Adds what has the shape of tools: classes that describe themselves to a base, and lists of
   * functions that are called tools.
   */
  void addShaped(PythonModules.Module module) {
    for (Statement statement : module.statements()) {
      if (statement instanceof Type type) {
        functions.describedToBase(new TypeValue(type, module.scope())).ifPresent(tools::add);
      }
      listed.in(statement, module.scope()).forEach(tools::add);
    }
  }

  void incomplete(String where) {
    tools.incomplete(where);
  }

  /** Whether the expression has the form of one that declares, registers or mounts tools. */
  static boolean wants(Expression expression) {
    if (expression instanceof Mapping mapping) {
      return isToolMapping(mapping) || isAnswer(mapping);
    }
    if (expression instanceof Member member) {
      return member.name().equals("tool") || isOffering(member);
    }
    if (!(expression instanceof Call call)) {
      return isPlainMark(expression);
    }
    if (isPlainMark(call.callee())) {
      return true;
    }
    if (call.callee() instanceof Call inner) {
      return inner.callee() instanceof Member member && member.name().equals("tool");
    }
    String name = call.callee().lastName();
    return isInstructed(call)
        || OfferedObjects.TYPES.containsKey(name)
        || call.callee() instanceof Member callee
            && (isOffering(callee)
                || REGISTERING.contains(name)
                || MOUNTING.contains(name)
                || CONVERTING.contains(name)
                || isMadeOfFunction(call))
        || name.equals("Tool");
  }

  /** {@code tool} as it is imported from a kit to mark functions with. */
  private static boolean isPlainMark(Expression expression) {
    return expression instanceof Name name && name.name().equals("tool");
  }

  /** {@code mcp.prompt}, {@code server.resource}; models and others have prompts of their own. */
  private static boolean isOffering(Member member) {
    String receiver = member.of().lastName().toLowerCase(Locale.ROOT);
    return (member.name().equals(PROMPT) || member.name().equals(RESOURCE))
        && SERVERS.stream().anyMatch(receiver::contains);
  }

  /** {@code FastMCP("notes", instructions="…")}, {@code Server("notes", instructions="…")}. */
  private static boolean isInstructed(Call call) {
    String name = call.callee().lastName();
    return (name.endsWith("MCP") || name.endsWith("Server"))
        && call.arguments().stream().anyMatch(argument -> argument.name().equals(INSTRUCTIONS));
  }

  /** Each expression of interest has one of these in it. */
  static Vocabulary words() {
    return Vocabulary.matching(
        word ->
            REGISTERING.contains(word)
                || MOUNTING.contains(word)
                || CONVERTING.contains(word)
                || OTHER_WORDS.contains(word)
                || OfferedObjects.TYPES.containsKey(word)
                || OfferedObjects.LISTS.containsKey(word));
  }

  /** {@code Tool.from_function(…)}; prompts and resources are made of functions as well. */
  private static boolean isMadeOfFunction(Call call) {
    return call.callee() instanceof Member member
        && member.name().equals("from_function")
        && member.of().lastName().contains("Tool");
  }

  private static boolean isToolMapping(Mapping mapping) {
    boolean name = false;
    boolean schema = false;
    for (Entry entry : mapping.entries()) {
      if (entry.key().isPresent() && entry.key().get() instanceof Text key) {
        name |= key.value().equals("name");
        schema |= key.value().equals("inputSchema");
      }
    }
    return name && schema;
  }

  /** {@code {"prompts": […]}}: prompts or resources as a server without an SDK lists them. */
  private static boolean isAnswer(Mapping mapping) {
    return mapping.entries().stream()
        .anyMatch(
            entry ->
                entry.value() instanceof Sequence
                    && entry.key().isPresent()
                    && entry.key().get() instanceof Text key
                    && OfferedObjects.LISTS.containsKey(key.value()));
  }

  Extracted extracted(boolean isServer) {
    return tools.extracted(isServer);
  }

  /** Looks at the expressions and functions of one module. */
  private final class ModuleWatcher implements Execution.Watcher {
    private final PythonModules.Module module;

    ModuleWatcher(PythonModules.Module module) {
      this.module = module;
    }

    @Override
    public boolean wants(Expression expression) {
      return PythonTools.wants(expression);
    }

    @Override
    public void reached(Expression expression, Scope scope) {
      if (expression instanceof Mapping mapping) {
        ObjectValue members = evaluator.evaluate(mapping, scope).asObject();
        if (isToolMapping(mapping)) {
          object(members, expression, scope);
        } else {
          OfferedObjects.listed(members).forEach(tools::offer);
        }
        return;
      }
      if (!(expression instanceof Call call) || isPlainMark(call.callee())) {
        return;
      }
      if (call.callee() instanceof Call decorator) {
        applied(decorator, call, scope);
        return;
      }
      String name = call.callee().lastName();
      if (isInstructed(call)) {
        evaluator
            .arguments(call.arguments(), Evaluator.place(call, scope), scope)
            .get(INSTRUCTIONS)
            .anyText()
            .ifPresent(tools::instructions);
      } else if (OfferedObjects.TYPES.containsKey(name)) {
        offeredObject(call, scope);
      } else if (name.equals("Tool")) {
        toolObject(call, scope);
      } else if (MOUNTING.contains(name)) {
        mounts.add(evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope));
      } else if (CONVERTING.contains(name)) {
        converted(call, scope);
      } else if (name.equals("from_function")) {
        ObjectValue arguments =
            evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
        Value function = arguments.argument("fn", 0);
        declare(function, arguments, Optional.empty(), call, scope);
      } else if (!isOffering((Member) call.callee())) {
        byChoice(call).forEach(each -> registered(each, (Member) call.callee(), scope));
      }
    }

    /** {@code server.add_tool(one if condition() else other)} registers either. */
    private static List<Call> byChoice(Call call) {
      if (call.arguments().isEmpty()
          || !(call.arguments().get(0).value() instanceof Choice choice)) {
        return List.of(call);
      }
      return Stream.of(choice.then(), choice.otherwise())
          .map(
              value -> {
                List<Argument> arguments = new ArrayList<>(call.arguments());
                arguments.set(0, new Argument(call.arguments().get(0).name(), value));
                return new Call(call.callee(), arguments, call.line());
              })
          .toList();
    }

    /** {@code FastMCP.from_openapi(spec, mcp_names={"operation": "tool"})}. */
    private void converted(Call call, Scope scope) {
      Place place = Evaluator.place(call, scope);
      Value names = evaluator.arguments(call.arguments(), place, scope).get("mcp_names");
      for (Value name : names.asObject().members().values()) {
        functions
            .tool(
                Value.Unknown.VALUE,
                new ObjectValue(Map.of("name", name), true, Optional.empty()),
                place)
            .ifPresent(tools::add);
      }
      tools.unknown(place, "the operations of a described interface become tools here");
    }

    /** {@code server.add_tool(function, name=…)}, {@code server.tool(function)}. */
    private void registered(Call call, Member callee, Scope scope) {
      boolean isDecoratorCall =
          callee.name().equals("tool")
              && call.arguments().stream()
                  .noneMatch(argument -> argument.name().isEmpty() && isCallable(argument));
      if (isDecoratorCall || call.arguments().isEmpty() || !isServer(callee.of(), scope)) {
        return;
      }
      ObjectValue arguments =
          evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
      Value first =
          arguments.has("0")
              ? arguments.get("0")
              : arguments.has("fn") ? arguments.get("fn") : arguments.get("tool");
      if (first instanceof FunctionValue) {
        declare(first, positional(arguments, 1), Optional.of(callee.of()), call, scope);
      } else if (arguments.has("1") && arguments.get("1") instanceof FunctionValue) {
        declare(
            arguments.get("1"), positional(arguments, 0), Optional.of(callee.of()), call, scope);
      } else if (!(first instanceof Made) && !isOfTool(call.arguments().get(0).value(), scope)) {
        tools.unknown(Evaluator.place(call, scope), "a tool that is registered is not known");
      }
    }

    /** {@code make_note.fn}: the function of what was made a tool, and is known as one. */
    private boolean isOfTool(Expression argument, Scope scope) {
      return argument instanceof Member member
          && member.name().equals("fn")
          && evaluator.evaluate(member.of(), scope) instanceof Made;
    }

    private static boolean isCallable(Argument argument) {
      return !(argument.value() instanceof Text) && !(argument.value() instanceof Mapping);
    }

    /** Positional arguments behind the function are its name and description. */
    private static ObjectValue positional(ObjectValue arguments, int name) {
      ObjectValue named = arguments;
      for (int i = 0; i < 2; i++) {
        String word = i == 0 ? "name" : "description";
        String position = Integer.toString(name == 0 && i == 1 ? 2 : name + i);
        if (!named.has(word) && named.get(position) instanceof Value.Text text) {
          named = Values.with(named, word, text);
        }
      }
      return named;
    }

    /** {@code server.tool(name=…)(function)}. */
    private void applied(Call decorator, Call call, Scope scope) {
      Member callee = (Member) decorator.callee();
      if (call.arguments().isEmpty() || !isServer(callee.of(), scope)) {
        return;
      }
      Value function = evaluator.evaluate(call.arguments().get(0).value(), scope);
      declare(
          function,
          evaluator.arguments(decorator.arguments(), Evaluator.place(call, scope), scope),
          Optional.of(callee.of()),
          call,
          scope);
    }

    @Override
    public void declared(Type type, Scope scope) {
      TypeValue known = new TypeValue(type, scope);
      functions.toolClass(known).or(() -> functions.madeByBase(known)).ifPresent(tools::add);
    }

    @Override
    public void declared(Function function, Scope scope) {
      for (Expression mark : function.marks()) {
        described(mark, scope);
        Expression callee = mark instanceof Call call ? call.callee() : mark;
        if (callee instanceof Member member && isOffering(member) && isServer(member.of(), scope)) {
          offered(new FunctionValue(function, scope, Optional.empty()), mark, member, scope);
          return;
        }
        boolean isOfServer = callee instanceof Member member && member.name().equals("tool");
        boolean isOwn = !isOfServer && functions.isRegisteringDecorator(callee, scope);
        boolean isTool =
            isOfServer ? isServer(((Member) callee).of(), scope) : isOwn || isMark(callee, scope);
        if (isTool) {
          ObjectValue arguments =
              mark instanceof Call call
                  ? evaluator.arguments(call.arguments(), Evaluator.place(mark, scope), scope)
                  : ObjectValue.EMPTY;
          declare(
              new FunctionValue(function, scope, Optional.empty()),
              isOwn ? withDescription(arguments) : arguments,
              callee instanceof Member member ? Optional.of(member.of()) : Optional.empty(),
              mark,
              scope);
          return;
        }
      }
    }

    /** {@code @server.prompt()}, {@code @server.resource("note://{id}")}. */
    private void offered(FunctionValue function, Expression mark, Member callee, Scope scope) {
      Place place = new Place(scope.file(), function.function().line());
      ObjectValue arguments =
          mark instanceof Call call
              ? evaluator.arguments(call.arguments(), Evaluator.place(mark, scope), scope)
              : ObjectValue.EMPTY;
      if (callee.name().equals(PROMPT)) {
        functions
            .tool(function, arguments, place)
            .ifPresent(prompt -> tools.offer(Offers.prompt(prompt)));
        return;
      }
      String uri = arguments.argument("uri", 0).anyText().orElse("");
      ObjectValue named = Values.with(arguments, "0", Value.Nothing.VALUE);
      functions
          .tool(function, named, place)
          .ifPresent(
              read ->
                  tools.offer(Offers.resource(read.name(), read.title(), read.description(), uri)));
    }

    /** {@code types.Prompt(name="review_note", description="…")} of the kit. */
    private void offeredObject(Call call, Scope scope) {
      if (evaluator.evaluate(call.callee(), scope) instanceof Value.Reference reference
          && reference.module().toLowerCase(Locale.ROOT).contains("mcp")) {
        ObjectValue members =
            evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
        OfferedObjects.read(OfferedObjects.TYPES.get(call.callee().lastName()), members)
            .ifPresent(tools::offer);
      }
    }

    /** {@code @registered("make_note", "Makes a note")}: the kits have something else there. */
    private ObjectValue withDescription(ObjectValue arguments) {
      return !arguments.has("description") && arguments.get("1") instanceof Value.Text text
          ? Values.with(arguments, "description", text)
          : arguments;
    }

    /** {@code @registered(Tool(name=…, inputSchema=…))}. */
    private void described(Expression mark, Scope scope) {
      if (mark instanceof Call decorator) {
        for (Argument argument : decorator.arguments()) {
          if (argument.value() instanceof Call call && call.callee().lastName().equals("Tool")) {
            toolObject(call, scope);
          }
        }
      }
    }

    /** {@code from fastmcp.tools import tool}: a mark for whoever registers the functions. */
    private boolean isMark(Expression callee, Scope scope) {
      return isPlainMark(callee)
          && evaluator.evaluate(callee, scope) instanceof Value.Reference mark
          && mark.module().toLowerCase(Locale.ROOT).contains("mcp");
    }

    private void declare(
        Value function,
        ObjectValue arguments,
        Optional<Expression> server,
        Expression at,
        Scope scope) {
      Place place =
          function instanceof FunctionValue known
              ? new Place(known.scope().file(), known.function().line())
              : Evaluator.place(at, scope);
      functions
          .tool(function, arguments, place)
          .ifPresentOrElse(
              tool -> tools.add(tool, server.flatMap(known -> placeOf(known, scope))),
              () -> tools.unknown(place, "the name of a tool is known only when the server runs"));
    }

    private Optional<Place> placeOf(Expression server, Scope scope) {
      return evaluator.evaluate(server, scope) instanceof Made made
          ? Optional.of(made.place())
          : Optional.empty();
    }

    /** {@code Tool(name=…, inputSchema=…)}. */
    private void toolObject(Call call, Scope scope) {
      boolean named =
          call.arguments().stream().anyMatch(argument -> argument.name().equals("name"));
      if (!named) {
        return;
      }
      Value callee = evaluator.evaluate(call.callee(), scope);
      boolean fromMcp =
          callee instanceof Value.Reference reference
              && reference.module().toLowerCase(Locale.ROOT).contains("mcp");
      ObjectValue members =
          evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
      boolean hasSchema = members.has("inputSchema") || members.has("input_schema");
      if (fromMcp && (hasSchema || members.has("description"))
          || hasSchema && !(callee instanceof Value.Reference known && !known.module().isEmpty())) {
        object(members, call, scope);
      }
    }

    private void object(ObjectValue members, Expression at, Scope scope) {
      Place place = Evaluator.place(at, scope);
      functions
          .tool(members, place)
          .ifPresentOrElse(
              tools::add,
              () -> tools.unknown(place, "the name of a tool is known only when the server runs"));
    }

    /** Whether tools are registered with this, rather than with an agent of another framework. */
    private boolean isServer(Expression receiver, Scope scope) {
      String name = receiver.lastName().toLowerCase(Locale.ROOT);
      Value value = evaluator.evaluate(receiver, scope);
      if (value instanceof Made made) {
        Set<String> types = new HashSet<>(Set.of(made.type()));
        made.of().ifPresent(type -> types.addAll(Types.baseNames(type, evaluator)));
        boolean known =
            types.stream()
                .anyMatch(
                    type -> {
                      String lower = type.toLowerCase(Locale.ROOT);
                      return lower.contains("mcp") || lower.contains("server");
                    });
        return known || name.contains("mcp") || (made.of().isPresent() && module.importsMcp());
      }
      if (OTHER_FRAMEWORKS.stream().anyMatch(name::contains)) {
        return false;
      }
      return module.importsMcp() || SERVERS.stream().anyMatch(name::contains);
    }
  }

  /** Which servers are mounted in others, under which prefix. */
  private final class Mounts {

    void add(ObjectValue arguments) {
      Optional<String> prefix =
          List.of("namespace", "prefix", "0", "1").stream()
              .map(arguments::get)
              .flatMap(value -> value.exactText().stream())
              .findFirst();
      arguments.members().values().stream()
          .filter(Made.class::isInstance)
          .map(Made.class::cast)
          .findFirst()
          .ifPresent(server -> prefix.ifPresent(text -> tools.prefix(server.place(), text + "_")));
    }
  }
}
