package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptFunction;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds all that an unbound name may be bound to: a parameter by the calls of its function, a
 * loop's variable by what is walked over, {@code this} by the instances of its class. For one
 * thread.
 */
public final class Alternatives {
  private static final int MAX_ALTERNATIVES = 5_000;
  private static final int MAX_STEPS = 5;

  /** Seeking the callers of callers for lists that hang on others soon costs more than it finds. */
  private static final int MAX_NESTING = 12;

  private static final Set<String> WALKS =
      Set.of("forEach", "map", "flatMap", "filter", "some", "every", "find", "for", "each");

  private final Evaluator evaluator;
  private final Set<Object> inProgress = new HashSet<>();
  private final Map<ScriptClass, Set<ClassReference>> leaves = new IdentityHashMap<>();
  private int nesting;

  Alternatives(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Every value that the expression may have; unbound names in it are bound in all ways. */
  public List<Value> values(ScriptModule module, Node node, Bindings bindings) {
    return values(module, node, bindings, key -> true);
  }

  /**
   * The same, where only those names are bound that can be seen at the token: what is open within
   * the functions that an expression calls is none of its own.
   */
  public List<Value> valuesSeenFrom(int token, ScriptModule module, Node node, Bindings bindings) {
    return values(
        module,
        node,
        bindings,
        key ->
            !(key instanceof Declaration declaration)
                || declaration.module().equals(module) && declaration.holdsAt(token));
  }

  private List<Value> values(
      ScriptModule module, Node node, Bindings bindings, Predicate<Object> matters) {
    List<Value> values = new ArrayList<>();
    for (Bindings each : of(module, node, bindings, 0, matters)) {
      values.add(evaluator.evaluate(module, node, each));
    }
    return values;
  }

  /**
   * The bindings under which the expression hangs on no unbound name any more, as far as they can
   * be found. Never empty: where nothing can be found, the given bindings stay.
   */
  public List<Bindings> of(ScriptModule module, Node node, Bindings bindings) {
    return of(module, node, bindings, 0);
  }

  private List<Bindings> of(ScriptModule module, Node node, Bindings bindings, int step) {
    return of(module, node, bindings, step, key -> true);
  }

  private List<Bindings> of(
      ScriptModule module, Node node, Bindings bindings, int step, Predicate<Object> matters) {
    if (nesting >= MAX_NESTING) {
      return List.of(bindings);
    }
    nesting++;
    try {
      return bound(module, node, bindings, step, matters);
    } finally {
      nesting--;
    }
  }

  private List<Bindings> bound(
      ScriptModule module, Node node, Bindings bindings, int step, Predicate<Object> matters) {
    Evaluator.Outcome outcome = evaluator.outcome(module, node, bindings);
    if (outcome.unbound().isEmpty() || step >= MAX_STEPS) {
      return List.of(bindings);
    }
    for (Object key : outcome.unbound()) {
      List<Bindings> found = matters.test(key) ? binding(key, bindings, step) : List.of();
      if (!found.isEmpty()) {
        List<Bindings> all = new ArrayList<>();
        for (Bindings each : found) {
          if (all.size() < MAX_ALTERNATIVES) {
            all.addAll(of(module, node, each, step + 1, matters));
          }
        }
        return all;
      }
    }
    return List.of(bindings);
  }

  private List<Bindings> binding(Object key, Bindings bindings, int step) {
    if (bindings.get(key).isPresent() || !inProgress.add(key)) {
      return List.of();
    }
    try {
      if (key instanceof ScriptClass definition) {
        return instances(definition, bindings);
      }
      Declaration declaration = (Declaration) key;
      return declaration.kind() == Declaration.Kind.ITEM
          ? items(declaration, bindings)
          : parameter(declaration, bindings, step);
    } finally {
      inProgress.remove(key);
    }
  }

  private List<Bindings> items(Declaration declaration, Bindings bindings) {
    ScriptModule module = declaration.module();
    Node iterable = module.node(declaration.value());
    List<Bindings> found = new ArrayList<>();
    for (Bindings each : of(module, iterable, bindings, 1)) {
      Value walked = evaluator.evaluate(module, iterable, each);
      if (declaration.path().contains("#keys")) {
        walked = evaluator.objects().descend(walked, List.of("#keys"));
      }
      Optional<ListValue> list = evaluator.objects().items(walked);
      for (Value item : list.map(ListValue::items).orElse(List.of())) {
        Map<Object, Value> values = new IdentityHashMap<>();
        for (Declaration name : module.itemsOf(declaration.value())) {
          List<String> path = name.path().stream().filter(one -> !one.equals("#keys")).toList();
          values.put(name, evaluator.objects().descend(item, path));
        }
        found.add(each.with(values));
      }
    }
    return found;
  }

  private List<Bindings> parameter(Declaration declaration, Bindings bindings, int step) {
    ScriptModule module = declaration.module();
    ScriptFunction function = module.ownerOf(declaration);
    List<Bindings> found = new ArrayList<>(callback(module, function, bindings));
    if (found.isEmpty()) {
      for (CallSites.Site site : evaluator.callSites().of(module, function)) {
        if (found.size() < MAX_ALTERNATIVES) {
          found.addAll(passed(declaration, function, site, evaluator.top(), bindings, step));
        }
      }
    }
    if (found.isEmpty() && function.name().isEmpty()) {
      for (Callbacks.Use use : new Callbacks(evaluator).of(module, function)) {
        Bindings there = evaluator.top().with(use.known());
        Bindings here = bindings.with(use.known());
        if (found.size() < MAX_ALTERNATIVES) {
          found.addAll(passed(declaration, function, use.site(), there, here, step));
        }
      }
    }
    return found;
  }

  /** The items of the list when the function is passed to {@code forEach} and the like. */
  private List<Bindings> callback(ScriptModule module, ScriptFunction function, Bindings bindings) {
    Tokens tokens = module.tokens();
    int open = tokens.enclosing(function.start());
    if (!tokens.is(open, '(')
        || function.start() != open + 1
        || !tokens.is(open - 1, Kind.WORD)
        || !WALKS.contains(tokens.text(open - 1))) {
      return List.of();
    }
    int start = chainStart(tokens, open - 1);
    Optional<Node> receiver = receiver(module.node(start), open);
    if (receiver.isEmpty()) {
      return List.of();
    }
    List<Bindings> found = new ArrayList<>();
    for (Bindings each : of(module, receiver.get(), bindings, 1)) {
      Optional<ListValue> list =
          evaluator.objects().items(evaluator.evaluate(module, receiver.get(), each));
      found.addAll(walked(module, function, list.map(ListValue::items).orElse(List.of()), each));
    }
    return found;
  }

  List<Bindings> walked(
      ScriptModule module, ScriptFunction function, List<Value> items, Bindings bindings) {
    List<Bindings> found = new ArrayList<>();
    int index = 0;
    for (Value item : items) {
      Closure closure = new Closure(module, function, bindings, Optional.empty());
      Value position = new NumberValue(Integer.toString(index++));
      found.add(evaluator.functions().bind(closure, List.of(item, position)));
    }
    return found;
  }

  /** What a method is called on, in an expression that contains the call. */
  private static Optional<Node> receiver(Node node, int open) {
    Node current = node;
    for (int steps = 0; steps < 200; steps++) {
      if (current instanceof Node.Invocation invocation) {
        if (invocation.open() == open && invocation.callee() instanceof Node.Member member) {
          return Optional.of(member.object());
        }
        current = invocation.callee();
      } else if (current instanceof Node.Member member) {
        current = member.object();
      } else if (current instanceof Node.Index index) {
        current = index.object();
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The first token of a chain {@code a.b(c)[d].e} that ends at the token. */
  static int chainStart(Tokens tokens, int end) {
    int i = end;
    while (i > 0) {
      if (tokens.is(i, Kind.CLOSE) && tokens.partner(i) != Tokens.NONE) {
        i = tokens.partner(i);
        boolean called =
            tokens.is(i - 1, Kind.WORD) && !tokens.is(i - 1, "return") && !tokens.is(i - 1, "await")
                || tokens.is(i - 1, Kind.CLOSE) && !tokens.is(i - 1, '}');
        if (!called) {
          return i;
        }
        i--;
      } else if (tokens.is(i - 1, '.') || tokens.is(i - 1, "?.")) {
        i = tokens.is(i - 2, '!') ? i - 3 : i - 2;
      } else if (tokens.is(i - 1, "new")) {
        return i - 1;
      } else {
        return i;
      }
    }
    return i;
  }

  /**
   * What a call passes, evaluated with what is known {@code there}; where that hangs on the
   * caller's own parameters, those are bound first.
   */
  private List<Bindings> passed(
      Declaration wanted,
      ScriptFunction function,
      CallSites.Site site,
      Bindings there,
      Bindings bindings,
      int step) {
    Node list = new Node.ArrayNode(site.open(), site.module().arguments(site.open()));
    List<Bindings> found = new ArrayList<>();
    Evaluator.Outcome plain = evaluator.outcome(site.module(), list, there);
    List<Value> arguments = Evaluator.itemsOf(plain.value());
    Value value = evaluator.functions().argument(wanted, arguments, bindings);
    if (plain.unbound().isEmpty() || value.exact()) {
      return List.of(bound(wanted.module(), function, site, arguments, bindings));
    }
    Node only = wantedArgument(list, wanted);
    for (Bindings caller : of(site.module(), only, there, step + 1)) {
      Value passed = evaluator.evaluate(site.module(), list, caller);
      found.add(bound(wanted.module(), function, site, Evaluator.itemsOf(passed), bindings));
    }
    return found;
  }

  private static Node wantedArgument(Node list, Declaration wanted) {
    List<Node> nodes = ((Node.ArrayNode) list).items();
    return wanted.index() >= 0 && wanted.index() < nodes.size() ? nodes.get(wanted.index()) : list;
  }

  private Bindings bound(
      ScriptModule module,
      ScriptFunction function,
      CallSites.Site site,
      List<Value> arguments,
      Bindings bindings) {
    Closure closure =
        new Closure(
            module, function, bindings.with(Map.of(site, Value.Nothing.VALUE)), Optional.empty());
    return evaluator.functions().bind(closure, arguments);
  }

  private List<Bindings> instances(ScriptClass definition, Bindings bindings) {
    List<Bindings> found = new ArrayList<>();
    for (ClassReference leaf : knownLeaves(definition)) {
      for (Value instance : evaluator.callSites().instancesOf(leaf)) {
        if (found.size() < MAX_ALTERNATIVES) {
          found.add(bindings.with(Map.of(definition, instance)));
        }
      }
    }
    return found;
  }

  private Set<ClassReference> knownLeaves(ScriptClass definition) {
    Set<ClassReference> known = leaves.get(definition);
    if (known == null) {
      known = leavesOf(definition);
      leaves.put(definition, known);
    }
    return known;
  }

  /** The class itself, or all that extend it. */
  private Set<ClassReference> leavesOf(ScriptClass definition) {
    Set<ClassReference> extending = new LinkedHashSet<>();
    boolean extended = false;
    for (ScriptModule module : evaluator.modules().loaded()) {
      for (ScriptClass each : module.classes()) {
        if (!each.equals(definition) && extendsClass(each, definition)) {
          extending.add(new ClassReference(module, each, evaluator.top()));
          extended = true;
        }
      }
    }
    if (!extended) {
      extending.add(new ClassReference(definition.module(), definition, evaluator.top()));
    }
    CallSites calls = evaluator.callSites();
    if (extending.stream().anyMatch(type -> calls.isConstructed(type.definition()))) {
      // Where others are made by name, one that nobody names is not made at all.
      extending.removeIf(type -> !calls.isUsed(type.definition()));
    }
    return extending;
  }

  private boolean extendsClass(ScriptClass candidate, ScriptClass base) {
    if (candidate.base() == Tokens.NONE) {
      return false;
    }
    Optional<ClassReference> current =
        Optional.of(new ClassReference(candidate.module(), candidate, evaluator.top()));
    for (int steps = 0; steps < 10 && current.isPresent(); steps++) {
      current = evaluator.objects().base(current.get());
      if (current.isPresent() && current.get().definition().equals(base)) {
        return true;
      }
    }
    return false;
  }
}
