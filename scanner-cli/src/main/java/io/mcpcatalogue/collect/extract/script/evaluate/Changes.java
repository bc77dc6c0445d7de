package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.module.Change;
import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Adds to a value what later statements do to it: members that are set, items that are pushed. The
 * order of statements and their conditions are not followed; all of them are taken. For one thread.
 */
final class Changes {
  private static final int MAX_ADDED = 5_000;

  private final Evaluator evaluator;
  private final Alternatives alternatives;
  private final Set<Place> inProgress = new HashSet<>();

  Changes(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.alternatives = new Alternatives(evaluator);
  }

  Alternatives alternatives() {
    return alternatives;
  }

  /** What a declared name is worth after all that is done to it. */
  Value applied(Declaration declaration, Value initial, Bindings bindings) {
    if (!isChangeable(initial)) {
      return initial;
    }
    ScriptModule module = declaration.module();
    List<Change> changes = new ArrayList<>(module.changesOf(declaration));
    if (declaration.kind() == Declaration.Kind.VARIABLE && declaration.value() == Tokens.NONE) {
      changes.addAll(compiledEnumeration(module, declaration.name()));
    }
    return applied(module, changes, change -> true, initial, bindings);
  }

  /** Compiled enums set the members of a parameter that has the name of the variable. */
  private static List<Change> compiledEnumeration(ScriptModule module, String name) {
    return module.changesOf(name).stream()
        .filter(change -> change.kind() == Change.Kind.COMPUTED_MEMBER)
        .filter(
            change ->
                module
                    .declaration(name, change.token())
                    .filter(found -> found.kind() == Declaration.Kind.PARAMETER)
                    .isPresent())
        .toList();
  }

  /** What a field is worth after all that its class does to it. */
  Value appliedToField(ScriptClass definition, String name, Value initial, Bindings bindings) {
    ScriptModule module = definition.module();
    List<Change> changes = module.changesOf("this." + name);
    if (changes.isEmpty() || !isChangeable(initial)) {
      return initial;
    }
    return applied(
        module,
        changes,
        change ->
            module
                .classAround(change.token())
                .filter(around -> around.equals(definition))
                .isPresent(),
        initial,
        bindings);
  }

  /** A member that is set on a function or class by its name. */
  Value memberOf(ScriptModule module, String owner, String member) {
    for (Change change : owner.isEmpty() ? List.<Change>of() : module.changesOf(owner)) {
      if (change.kind() == Change.Kind.MEMBER && change.member().equals(member)) {
        return evaluator.evaluate(module, module.node(change.value()), evaluator.top());
      }
    }
    return Value.Nothing.VALUE;
  }

  private static boolean isChangeable(Value value) {
    return value instanceof ListValue
        || value instanceof Text
        || value instanceof ObjectValue
        || value instanceof Value.Nothing
        || value instanceof Value.Unknown;
  }

  private Value applied(
      ScriptModule module,
      List<Change> changes,
      Predicate<Change> concerns,
      Value initial,
      Bindings bindings) {
    Value value = initial;
    for (Change change : changes) {
      Place key = new Place(module.path(), change.token());
      if (concerns.test(change) && inProgress.add(key)) {
        value = apply(module, change, value, bindings);
        inProgress.remove(key);
      }
    }
    return value;
  }

  private Value apply(ScriptModule module, Change change, Value value, Bindings bindings) {
    boolean missing = value instanceof Value.Nothing || value instanceof Value.Unknown;
    switch (change.kind()) {
      case ASSIGN -> {
        return missing || value instanceof Text
            ? Operators.better(
                value, evaluator.evaluate(module, module.node(change.value()), bindings))
            : value;
      }
      case MEMBER -> {
        Value member = evaluator.evaluate(module, module.node(change.value()), bindings);
        return put(value, change.member(), member);
      }
      case COMPUTED_MEMBER -> {
        Value key = evaluator.evaluate(module, module.node(change.key()), bindings);
        Value member = evaluator.evaluate(module, module.node(change.value()), bindings);
        return evaluator
            .objects()
            .key(key)
            .map(name -> put(value, name, member))
            .orElseGet(() -> incomplete(value));
      }
      case APPEND -> {
        return append(module, change, value, bindings);
      }
      case PUT -> {
        return putAll(module, change, value, bindings);
      }
      default -> {
        return getters(module, change, value, bindings);
      }
    }
  }

  private static Value put(Value value, String name, Value member) {
    if (value instanceof ListValue) {
      return value;
    }
    ObjectValue object = value.asObject();
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.put(name, member);
    return new ObjectValue(
        members, !(value instanceof Value.Unknown) && object.complete(), object.place());
  }

  private static Value incomplete(Value value) {
    return value instanceof ObjectValue object
        ? new ObjectValue(object.members(), false, object.place())
        : value;
  }

  private Value append(ScriptModule module, Change change, Value value, Bindings bindings) {
    if (!(value instanceof ListValue list)) {
      return value;
    }
    List<Value> items = new ArrayList<>(list.items());
    boolean complete = list.complete();
    List<Node> arguments = module.arguments(change.value());
    for (Value added : given(module, change, arguments, bindings)) {
      if (added instanceof ListValue more && items.size() < MAX_ADDED) {
        items.addAll(more.items());
        complete &= more.complete();
      }
    }
    return new ListValue(items, complete);
  }

  /** What a statement adds, in all ways in which the names around it may be bound. */
  private List<Value> given(
      ScriptModule module, Change change, List<Node> arguments, Bindings bindings) {
    Node list = new Node.ArrayNode(change.token(), arguments);
    return alternatives.valuesSeenFrom(change.token(), module, list, bindings);
  }

  private Value putAll(ScriptModule module, Change change, Value value, Bindings bindings) {
    List<Node> arguments = module.arguments(change.value());
    if (!(value instanceof ObjectValue object) || arguments.size() != 2) {
      return value;
    }
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    boolean complete = object.complete();
    for (Value entry : given(module, change, arguments, bindings)) {
      if (entry instanceof ListValue pair && pair.items().size() == 2) {
        var name = evaluator.objects().key(pair.items().get(0));
        complete &= name.isPresent();
        if (members.size() < MAX_ADDED) {
          name.ifPresent(key -> members.put(key, pair.items().get(1)));
        }
      }
    }
    return new ObjectValue(members, complete, object.place());
  }

  private Value getters(ScriptModule module, Change change, Value value, Bindings bindings) {
    if (!(value instanceof ObjectValue)) {
      return value;
    }
    Value result = value;
    ObjectValue getters =
        evaluator.evaluate(module, module.node(change.value()), bindings).asObject();
    for (Map.Entry<String, Value> getter : getters.members().entrySet()) {
      if (getter.getValue() instanceof Closure closure) {
        result = put(result, getter.getKey(), evaluator.functions().call(closure, List.of()));
      }
    }
    return result;
  }
}
