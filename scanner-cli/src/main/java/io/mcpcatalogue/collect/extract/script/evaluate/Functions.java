package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Instance;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Namespace;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Unbound;
import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptFunction;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Call;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls functions of the project, and leaves calls of anything else as they are. */
public final class Functions {
  private static final int MAX_CALLS = 40;

  /** A function within itself takes another branch at most once: deeper, nothing new is learnt. */
  private static final int MAX_RECURSION = 2;

  private static final int MAX_RESULTS = 20;
  private static final Set<String> INTEROP =
      Set.of(
          "__toESM",
          "__toCommonJS",
          "__importStar",
          "__importDefault",
          "_interopRequireDefault",
          "_interopRequireWildcard",
          "require");

  /** What compilers make of a spread in an object. */
  private static final Set<String> SPREADS =
      Set.of("__spreadProps", "__spreadValues", "__assign", "_extends", "_objectSpread");

  private final Evaluator evaluator;
  private final Builtins builtins;
  private final Map<ScriptFunction, Integer> active = new HashMap<>();
  private int calls;

  Functions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.builtins = new Builtins(evaluator);
  }

  Value invoke(ScriptModule module, Node.Invocation node, Bindings bindings) {
    if (node.callee() instanceof Node.Name name && INTEROP.contains(name.name())) {
      return required(module, node, bindings);
    }
    if (node.callee() instanceof Node.Name name && SPREADS.contains(name.name())) {
      return builtins
          .global("Object", "assign", arguments(module, node, bindings))
          .orElse(Value.Unknown.VALUE);
    }
    if (node.callee() instanceof Node.Name name && name.name().equals("import")) {
      return required(module, node, bindings);
    }
    if (node.callee() instanceof Node.Member member) {
      return method(module, node, member, bindings);
    }
    Value callee = evaluator.evaluate(module, node.callee(), bindings);
    List<Value> arguments = arguments(module, node, bindings);
    if (node.construct()) {
      return construct(module, node, callee, arguments);
    }
    if (callee instanceof Closure closure) {
      Value result = call(closure, arguments);
      String word = node.callee() instanceof Node.Name name ? SchemaWords.plain(name.name()) : "";
      return isBundledSchema(word, result)
          ? new Call(word, Optional.empty(), arguments, module.place(node.token()))
          : isKnown(result) ? result : unfollowed(module, node, callee, arguments);
    }
    if (callee instanceof Namespace namespace) {
      // A default import that was called although only the whole module is known.
      return unfollowed(module, node, namespace, arguments);
    }
    return builtins
        .function(callee, arguments)
        .orElseGet(() -> unfollowed(module, node, callee, arguments));
  }

  private List<Value> arguments(ScriptModule module, Node.Invocation node, Bindings bindings) {
    return evaluator.list(module, node.arguments(), bindings).items();
  }

  private Value required(ScriptModule module, Node.Invocation node, Bindings bindings) {
    if (node.arguments().isEmpty()) {
      return Value.Unknown.VALUE;
    }
    Value argument = evaluator.evaluate(module, node.arguments().get(0), bindings);
    Optional<String> specifier = argument.exactText();
    if (specifier.isEmpty()) {
      return argument;
    }
    return evaluator
        .modules()
        .resolve(specifier.get(), module)
        .<Value>map(Namespace::new)
        .orElseGet(() -> new Reference("", specifier.get()));
  }

  private Value method(
      ScriptModule module, Node.Invocation node, Node.Member member, Bindings bindings) {
    if (SchemaWords.isBuilder(member)) {
      Value receiver = new Reference(SchemaWords.rootName(member.object()), "");
      return call(module, node, member, receiver, bindings);
    }
    Value receiver =
        member.object() instanceof Node.Name name && name.name().equals("super")
            ? Value.Unknown.VALUE
            : evaluator.evaluate(module, member.object(), bindings);
    if (receiver instanceof Call || receiver instanceof Reference) {
      Optional<Value> result =
          receiver instanceof Reference reference
              ? builtins.global(reference.name(), member.name(), arguments(module, node, bindings))
              : Optional.empty();
      return result.orElseGet(() -> call(module, node, member, receiver, bindings));
    }
    Value callee =
        member.object() instanceof Node.Name name && name.name().equals("super")
            ? evaluator.evaluate(module, member, bindings)
            : evaluator.objects().member(receiver, member.name());
    List<Value> arguments = arguments(module, node, bindings);
    if (node.construct()) {
      return construct(module, node, callee, arguments);
    }
    if (callee instanceof Closure closure) {
      Value result = call(closure, arguments);
      return isBundledSchema(member.name(), result)
          ? new Call(member.name(), Optional.empty(), arguments, module.place(node.token()))
          : isKnown(result) ? result : unfollowed(module, node, receiver, arguments);
    }
    return builtins
        .method(receiver, member.name(), arguments)
        .orElseGet(
            () ->
                receiver instanceof Unbound
                    ? receiver
                    : unfollowed(module, node, receiver, arguments));
  }

  private Value call(
      ScriptModule module,
      Node.Invocation node,
      Node.Member member,
      Value receiver,
      Bindings bindings) {
    return new Call(
        member.name(),
        Optional.of(receiver),
        arguments(module, node, bindings),
        module.place(node.token()));
  }

  /** What a schema library in the bundle makes is its own object, which says nothing to us. */
  private static boolean isBundledSchema(String word, Value result) {
    return SchemaWords.TYPES.contains(word)
        && (result instanceof Instance || !isKnown(result) || result instanceof Unbound);
  }

  private static boolean isKnown(Value value) {
    return !(value instanceof Value.Unknown) && !(value instanceof Value.Nothing);
  }

  private Value unfollowed(
      ScriptModule module, Node.Invocation node, Value callee, List<Value> arguments) {
    String name =
        node.callee() instanceof Node.Member member
            ? member.name()
            : node.callee() instanceof Node.Name plain ? plain.name() : "";
    Optional<Value> receiver =
        node.callee() instanceof Node.Member || callee instanceof Reference
            ? Optional.of(callee)
            : Optional.empty();
    return new Call(name, receiver, arguments, module.place(node.token()));
  }

  private Value construct(
      ScriptModule module, Node.Invocation node, Value callee, List<Value> arguments) {
    if (callee instanceof ClassReference type) {
      return new Instance(type, arguments);
    }
    return builtins
        .construct(callee, arguments)
        .orElseGet(
            () ->
                new Call(
                    "new " + (node.callee() instanceof Node.Name name ? name.name() : ""),
                    Optional.of(callee),
                    arguments,
                    module.place(node.token())));
  }

  /** What the function returns for the arguments. */
  public Value call(Closure closure, List<Value> arguments) {
    int running = active.getOrDefault(closure.function(), 0);
    if (calls > MAX_CALLS || running >= MAX_RECURSION) {
      return Value.Unknown.VALUE;
    }
    calls++;
    active.put(closure.function(), running + 1);
    try {
      Bindings bindings = bind(closure, arguments);
      Value result = Value.Unknown.VALUE;
      List<Integer> results = closure.module().resultsOf(closure.function());
      for (int token : results.subList(0, Math.min(MAX_RESULTS, results.size()))) {
        Node node = closure.module().node(token);
        result = Operators.better(result, evaluator.evaluate(closure.module(), node, bindings));
      }
      return result;
    } finally {
      calls--;
      active.put(closure.function(), running);
    }
  }

  /** What the names inside of the function are bound to when it is called. */
  Bindings bind(Closure closure, List<Value> arguments) {
    Map<Object, Value> values = new IdentityHashMap<>();
    closure.self().ifPresent(self -> bindSelf(closure, self, values));
    for (Declaration parameter : closure.module().parametersOf(closure.function())) {
      values.put(parameter, argument(parameter, arguments, closure.bindings()));
    }
    return closure.bindings().with(values);
  }

  private static void bindSelf(Closure closure, Value self, Map<Object, Value> values) {
    closure
        .module()
        .classAround(closure.function().start())
        .ifPresent(around -> values.put(around, self));
  }

  /** What a parameter is worth when the function is called with these arguments. */
  Value argument(Declaration parameter, List<Value> arguments, Bindings bindings) {
    Value value;
    if (parameter.index() < 0) {
      int from = Math.min(arguments.size(), -parameter.index() - 1);
      value = new ListValue(arguments.subList(from, arguments.size()), true);
    } else {
      value =
          parameter.index() < arguments.size()
              ? arguments.get(parameter.index())
              : Value.Nothing.VALUE;
    }
    if (value instanceof Value.Nothing && parameter.value() != Tokens.NONE) {
      ScriptModule module = parameter.module();
      value = evaluator.evaluate(module, module.node(parameter.value()), bindings);
    }
    return evaluator.objects().descend(value, parameter.path());
  }

  /** What holds in the constructor of a class when it is called with these arguments. */
  Bindings constructed(ClassReference type, Value self, List<Value> arguments) {
    ScriptClass definition = type.definition();
    Map<Object, Value> values = new IdentityHashMap<>();
    values.put(definition, self);
    ScriptFunction constructor = definition.methods().get("constructor");
    if (constructor != null) {
      for (Declaration parameter : type.module().parametersOf(constructor)) {
        values.put(parameter, argument(parameter, arguments, type.bindings()));
      }
    }
    return type.bindings().with(values);
  }

  /** The parameter of the constructor that is a field of this name as well. */
  Value parameter(ScriptClass definition, String name, Bindings bindings) {
    ScriptFunction constructor = definition.methods().get("constructor");
    return constructor == null
        ? Value.Unknown.VALUE
        : definition.module().parametersOf(constructor).stream()
            .filter(parameter -> parameter.name().equals(name))
            .findFirst()
            .flatMap(bindings::get)
            .orElse(Value.Unknown.VALUE);
  }

  /** What the constructor of a class passes to that of its base. */
  List<Value> passedToBase(ScriptClass definition, List<Value> arguments, Bindings bindings) {
    ScriptFunction constructor = definition.methods().get("constructor");
    if (constructor == null) {
      return arguments;
    }
    Tokens tokens = definition.module().tokens();
    int end = Math.min(tokens.count(), constructor.end());
    for (int i = constructor.body(); i < end; i++) {
      if (tokens.is(i, "super") && tokens.is(i + 1, '(')) {
        List<Value> passed = new ArrayList<>();
        for (Node argument : definition.module().arguments(i + 1)) {
          passed.add(evaluator.evaluate(definition.module(), argument, bindings));
        }
        return passed;
      }
    }
    return List.of();
  }
}
