package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Namespace;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Unbound;
import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.script.module.Export;
import io.mcpcatalogue.collect.extract.script.module.ImportReader;
import io.mcpcatalogue.collect.extract.script.module.Modules;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Call;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds expressions to what they are known to be worth: follows names through functions, modules
 * and packages, and calls functions of the project with what is known of their arguments. Bounded
 * in depth and in steps. For one thread.
 */
public final class Evaluator {
  private static final int MAX_DEPTH = 400;
  private static final long MAX_STEPS_AT_ONCE = 1_000_000;
  private static final long MAX_STEPS = 15_000_000;

  /** What an expression is worth, and which unbound names that hangs on. */
  public record Outcome(Value value, Set<Object> unbound) {}

  private final Modules modules;
  private final Functions functions;
  private final Objects objects;
  private final Changes changes;
  private final CallSites callSites;
  private final Bindings top = Bindings.none();
  private final Set<Declaration> inProgress = new LinkedHashSet<>();
  private Set<Object> unbound = new LinkedHashSet<>();
  private int depth;
  private long steps;
  private long stepsInAll;

  public Evaluator(Modules modules) {
    this.modules = modules;
    this.functions = new Functions(this);
    this.objects = new Objects(this);
    this.changes = new Changes(this);
    this.callSites = new CallSites(this);
  }

  public Modules modules() {
    return modules;
  }

  public Functions functions() {
    return functions;
  }

  public Objects objects() {
    return objects;
  }

  /** What unbound names may be bound to. */
  public Alternatives alternatives() {
    return changes.alternatives();
  }

  Changes changes() {
    return changes;
  }

  public CallSites callSites() {
    return callSites;
  }

  /** What holds outside of every function. */
  public Bindings top() {
    return top;
  }

  /** Gives a fresh allowance of steps; for each declaration that is looked into. */
  public void allow() {
    steps = 0;
  }

  /** Whether the package took more steps than all of them together may. */
  public boolean isExhausted() {
    return stepsInAll > MAX_STEPS;
  }

  /** Evaluates, and says which unbound names were met. */
  public Outcome outcome(ScriptModule module, Node node, Bindings bindings) {
    Set<Object> outer = unbound;
    unbound = new LinkedHashSet<>();
    try {
      Value value = evaluate(module, node, bindings);
      return new Outcome(value, unbound);
    } finally {
      unbound = outer;
    }
  }

  Value evaluate(ScriptModule module, Node node, Bindings bindings) {
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS_AT_ONCE || ++stepsInAll > MAX_STEPS) {
      return Value.Unknown.VALUE;
    }
    depth++;
    try {
      return fold(module, node, bindings);
    } finally {
      depth--;
    }
  }

  private Value fold(ScriptModule module, Node node, Bindings bindings) {
    if (node instanceof Node.Literal literal) {
      return literal.value();
    }
    if (node instanceof Node.Name name) {
      return name(module, name, bindings);
    }
    if (node instanceof Node.Member member) {
      return member(module, member, bindings);
    }
    if (node instanceof Node.Invocation invocation) {
      return functions.invoke(module, invocation, bindings);
    }
    if (node instanceof Node.ObjectNode object) {
      return object(module, object, bindings);
    }
    if (node instanceof Node.ArrayNode array) {
      return list(module, array.items(), bindings);
    }
    if (node instanceof Node.FunctionNode function) {
      return new Closure(module, function.function(), bindings, Optional.empty());
    }
    if (node instanceof Node.ClassNode definition) {
      return new ClassReference(module, definition.definition(), bindings);
    }
    if (node instanceof Node.Template template) {
      return Operators.template(this, module, template, bindings);
    }
    if (node instanceof Node.Operation operation) {
      return Operators.operation(this, module, operation, bindings);
    }
    if (node instanceof Node.Conditional conditional) {
      return Operators.conditional(this, module, conditional, bindings);
    }
    if (node instanceof Node.Prefix prefix) {
      return Operators.prefix(this, module, prefix, bindings);
    }
    if (node instanceof Node.Index index) {
      Value key = evaluate(module, index.index(), bindings);
      Value object = evaluate(module, index.object(), bindings);
      return objects.index(object, key);
    }
    return Value.Unknown.VALUE;
  }

  private Value name(ScriptModule module, Node.Name node, Bindings bindings) {
    if (node.name().equals("this")) {
      return self(module, node.token(), bindings);
    }
    Optional<Declaration> declaration = module.declaration(node.name(), node.token());
    if (declaration.isPresent()) {
      return valueOf(declaration.get(), bindings);
    }
    if (node.name().equals("exports")) {
      return new Namespace(module);
    }
    return new Reference(node.name(), "");
  }

  private Value self(ScriptModule module, int token, Bindings bindings) {
    Optional<ScriptClass> around = module.classAround(token);
    if (around.isEmpty()) {
      return Value.Unknown.VALUE;
    }
    return bindings.get(around.get()).orElseGet(() -> open(around.get()));
  }

  private Value open(Object key) {
    unbound.add(key);
    return new Unbound(key);
  }

  /** What a declared name is worth. */
  Value valueOf(Declaration declaration, Bindings bindings) {
    ScriptModule module = declaration.module();
    Optional<Value> bound = bindings.get(declaration);
    if (bound.isPresent()) {
      return bound.get() instanceof ObjectValue object
          ? changes.applied(declaration, object, bindings)
          : bound.get();
    }
    return switch (declaration.kind()) {
      case PARAMETER, ITEM -> open(declaration);
      case FUNCTION ->
          module
              .functionAt(declaration.value())
              .<Value>map(each -> new Closure(module, each, bindings, Optional.empty()))
              .orElse(Value.Unknown.VALUE);
      case CLASS ->
          module
              .classAt(declaration.value())
              .<Value>map(each -> new ClassReference(module, each, bindings))
              .orElse(Value.Unknown.VALUE);
      case ENUM -> objects.enumeration(module, declaration.value(), bindings);
      case IMPORT -> imported(declaration);
      case VARIABLE ->
          variable(declaration, declaration.isGlobal() ? top : bindings.seenBy(declaration));
    };
  }

  private Value variable(Declaration declaration, Bindings bindings) {
    Optional<Bindings.Memo> memo = bindings.memo(declaration);
    if (memo.isPresent()) {
      unbound.addAll(memo.get().unbound());
      return memo.get().value();
    }
    if (!inProgress.add(declaration)) {
      return Value.Unknown.VALUE;
    }
    Set<Object> outer = unbound;
    unbound = new LinkedHashSet<>();
    try {
      Value initial =
          declaration.value() == Tokens.NONE
              ? Value.Unknown.VALUE
              : evaluate(
                  declaration.module(), declaration.module().node(declaration.value()), bindings);
      Value value = objects.descend(initial, declaration.path());
      value = changes.applied(declaration, value, bindings);
      bindings.remember(declaration, value, unbound);
      return value;
    } finally {
      outer.addAll(unbound);
      unbound = outer;
      inProgress.remove(declaration);
    }
  }

  private Value imported(Declaration declaration) {
    String source = declaration.path().get(0);
    String name = declaration.path().get(1);
    Optional<ScriptModule> module = modules.resolve(source, declaration.module());
    if (module.isEmpty()) {
      boolean whole = name.equals(ImportReader.ALL) || name.equals(ImportReader.DEFAULT);
      return modules
          .data(source, declaration.module())
          .map(data -> whole ? data : objects.member(data, name))
          .orElseGet(() -> new Reference(whole ? declaration.name() : name, source));
    }
    return name.equals(ImportReader.ALL)
        ? new Namespace(module.get())
        : exported(module.get(), name, 0);
  }

  /** What a module hands out under the name; nothing when it has no such export. */
  Value exported(ScriptModule module, String name, int steps) {
    if (steps > 20) {
      return Value.Unknown.VALUE;
    }
    Export export = module.exports().get(name);
    if (export != null) {
      return exported(module, export, steps);
    }
    for (String star : module.starExports()) {
      Optional<ScriptModule> source = modules.resolve(star, module);
      if (source.isPresent() && !source.get().equals(module)) {
        Value value = exported(source.get(), name, steps + 1);
        if (!(value instanceof Value.Nothing)) {
          return value;
        }
      }
    }
    Export whole = module.exports().get(ImportReader.ALL);
    if (whole != null) {
      Value value = exported(module, whole, steps);
      return name.equals(ImportReader.DEFAULT) ? value : objects.member(value, name);
    }
    // Default imports of modules that were compiled from another module system mean all of it.
    return name.equals(ImportReader.DEFAULT) && steps == 0
        ? new Namespace(module)
        : Value.Nothing.VALUE;
  }

  private Value exported(ScriptModule module, Export export, int steps) {
    if (export.isLocal()) {
      return module
          .declaration(export.name(), export.expression())
          .map(declaration -> valueOf(declaration, top))
          .orElse(Value.Unknown.VALUE);
    }
    if (export.expression() != Tokens.NONE) {
      return evaluate(module, module.node(export.expression()), top);
    }
    Optional<ScriptModule> source = modules.resolve(export.module(), module);
    if (source.isEmpty()) {
      return new Reference(export.name(), export.module());
    }
    return export.name().equals(ImportReader.ALL)
        ? new Namespace(source.get())
        : exported(source.get(), export.name(), steps + 1);
  }

  private Value member(ScriptModule module, Node.Member node, Bindings bindings) {
    if (node.object() instanceof Node.Name name && name.name().equals("super")) {
      return module
          .classAround(node.token())
          .flatMap(
              around ->
                  bindings.get(around).map(self -> objects.inherited(self, around, node.name())))
          .orElse(Value.Unknown.VALUE);
    }
    Value object = evaluate(module, node.object(), bindings);
    if (object instanceof Reference reference) {
      return new Reference(reference.name() + "." + node.name(), reference.module());
    }
    if (object instanceof Call call) {
      boolean shape = node.name().equals("shape") || node.name().equals("entries");
      Optional<ObjectValue> members = shape ? SchemaShapes.of(call) : Optional.empty();
      Value unread =
          new Call(node.name(), Optional.of(object), List.of(), module.place(node.token()));
      return members.<Value>map(known -> known).orElse(unread);
    }
    return objects.member(object, node.name());
  }

  private Value object(ScriptModule module, Node.ObjectNode node, Bindings bindings) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean complete = true;
    for (Node.Property property : node.properties()) {
      Value value = evaluate(module, property.value(), bindings);
      if (property.kind() == Node.Property.Kind.SPREAD) {
        complete &= objects.spread(value, members);
        continue;
      }
      Optional<String> key = objects.key(evaluate(module, property.key(), bindings));
      if (key.isEmpty()) {
        complete = false;
      } else {
        boolean getter = property.kind() == Node.Property.Kind.GETTER;
        members.put(
            key.get(),
            getter && value instanceof Closure closure
                ? functions.call(closure, List.of())
                : value);
      }
    }
    Place place = module.place(node.token());
    return new ObjectValue(members, complete, Optional.of(place));
  }

  /** The items of a list; none when it could not be evaluated within the limits. */
  public static List<Value> itemsOf(Value value) {
    return value instanceof ListValue list ? list.items() : List.of();
  }

  /** The items with spreads resolved. */
  ListValue list(ScriptModule module, List<Node> nodes, Bindings bindings) {
    List<Value> items = new ArrayList<>();
    boolean complete = true;
    for (Node node : nodes) {
      if (node instanceof Node.Spread spread) {
        Value value = evaluate(module, spread.value(), bindings);
        Optional<ListValue> list = objects.items(value);
        list.ifPresent(found -> items.addAll(found.items()));
        boolean nothing =
            value instanceof Value.Nothing || value instanceof Value.Bool bool && !bool.value();
        complete &= nothing || list.isPresent() && list.get().complete();
      } else {
        items.add(evaluate(module, node, bindings));
      }
    }
    return new ListValue(items, complete);
  }
}
