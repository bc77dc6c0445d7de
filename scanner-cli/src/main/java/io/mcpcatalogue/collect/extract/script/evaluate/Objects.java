package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Instance;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Namespace;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Unbound;
import io.mcpcatalogue.collect.extract.script.module.ImportReader;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptFunction;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Members of values: of objects, classes, instances, modules. For one thread. */
public final class Objects {
  private static final int MAX_BASES = 20;
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,8}");

  private final Evaluator evaluator;

  Objects(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Where an object is written down, or the class of an instance. */
  public Optional<Place> placeOf(Value value) {
    if (value instanceof ObjectValue object) {
      return object.place();
    }
    return value instanceof Instance instance
        ? Optional.of(instance.type().module().place(instance.type().definition().start()))
        : Optional.empty();
  }

  public Value member(Value object, String name) {
    if (object instanceof ObjectValue known) {
      return known.has(name)
          ? known.get(name)
          : known.complete() ? Value.Nothing.VALUE : Value.Unknown.VALUE;
    }
    if (object instanceof Namespace namespace) {
      return evaluator.exported(namespace.module(), name, 0);
    }
    if (object instanceof Instance instance) {
      return of(instance, instance.type(), instance.arguments(), name, 0);
    }
    if (object instanceof ClassReference type) {
      return ofClass(type, name, 0);
    }
    if (object instanceof ListValue list && name.equals("length") && list.complete()) {
      return new NumberValue(Integer.toString(list.items().size()));
    }
    if (object instanceof Closure closure) {
      return evaluator.changes().memberOf(closure.module(), closure.function().name(), name);
    }
    return object instanceof Unbound ? object : Value.Unknown.VALUE;
  }

  Value index(Value object, Value key) {
    if (object instanceof ListValue list && key instanceof NumberValue number) {
      int index =
          INDEX.matcher(number.spelling()).matches() ? Integer.parseInt(number.spelling()) : -1;
      return index >= 0 && index < list.items().size()
          ? list.items().get(index)
          : Value.Unknown.VALUE;
    }
    Optional<String> name = key(key);
    if (name.isPresent()) {
      return member(object, name.get());
    }
    return object instanceof Unbound ? object : key instanceof Unbound ? key : Value.Unknown.VALUE;
  }

  /** The name of a member by its computed key. */
  Optional<String> key(Value key) {
    return key instanceof NumberValue number ? Optional.of(number.spelling()) : key.exactText();
  }

  /** Follows a destructuring pattern into a value. */
  Value descend(Value value, List<String> path) {
    Value current = value;
    for (String step : path) {
      if (step.equals("#keys")) {
        current = keys(current);
      } else if (step.startsWith("#rest") && current instanceof ListValue list) {
        int from = step.length() > 5 ? Integer.parseInt(step.substring(5)) : 0;
        current =
            new ListValue(
                list.items().subList(Math.min(from, list.items().size()), list.items().size()),
                list.complete());
      } else if (step.equals("#rest")) {
        current = current instanceof ObjectValue ? current : Value.Unknown.VALUE;
      } else if (step.startsWith("#") && INDEX.matcher(step.substring(1)).matches()) {
        current = index(current, new NumberValue(step.substring(1)));
      } else {
        current = member(current, step);
      }
    }
    return current;
  }

  private Value keys(Value value) {
    return asObject(value)
        .<Value>map(
            object ->
                new ListValue(
                    object.members().keySet().stream().<Value>map(Value::text).toList(),
                    object.complete()))
        .orElse(Value.Unknown.VALUE);
  }

  /** What can be walked over. */
  Optional<ListValue> items(Value value) {
    if (value instanceof ListValue list) {
      return Optional.of(list);
    }
    // Maps are kept as objects; walking over one gives its entries.
    if (value instanceof ObjectValue object) {
      return Optional.of(entries(object));
    }
    return Optional.empty();
  }

  ListValue entries(ObjectValue object) {
    List<Value> entries = new ArrayList<>();
    object
        .members()
        .forEach(
            (name, value) -> entries.add(new ListValue(List.of(Value.text(name), value), true)));
    return new ListValue(entries, object.complete());
  }

  /** The value as an object with all its members, if it has any. */
  public Optional<ObjectValue> asObject(Value value) {
    if (value instanceof ObjectValue object) {
      return Optional.of(object);
    }
    if (value instanceof Namespace namespace) {
      return Optional.of(exports(namespace.module(), 0));
    }
    return Optional.empty();
  }

  private ObjectValue exports(ScriptModule module, int steps) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (String name : module.exports().keySet()) {
      if (!name.equals(ImportReader.ALL)) {
        members.put(name, evaluator.exported(module, name, 0));
      } else {
        members.putAll(evaluator.exported(module, ImportReader.ALL, 0).asObject().members());
      }
    }
    for (String star : module.starExports()) {
      if (steps < 10) {
        evaluator
            .modules()
            .resolve(star, module)
            .ifPresent(source -> members.putAll(exports(source, steps + 1).members()));
      }
    }
    return new ObjectValue(members, true, Optional.empty());
  }

  /** Adds the members of a spread; says whether all of them are known. */
  boolean spread(Value value, Map<String, Value> members) {
    Optional<ObjectValue> object = asObject(value);
    if (object.isPresent()) {
      members.putAll(object.get().members());
      return object.get().complete();
    }
    if (value instanceof Instance instance) {
      fields(instance, members);
      return true;
    }
    return value instanceof Value.Nothing || value instanceof Value.Bool;
  }

  private void fields(Instance instance, Map<String, Value> members) {
    for (String name : instance.type().definition().fields().keySet()) {
      members.put(name, member(instance, name));
    }
  }

  private Value of(Value self, ClassReference type, List<Value> arguments, String name, int bases) {
    ScriptClass definition = type.definition();
    Bindings bindings = evaluator.functions().constructed(type, self, arguments);
    ScriptFunction method = definition.methods().get(name);
    if (method != null) {
      Closure closure = new Closure(type.module(), method, withSelf(type, self), Optional.of(self));
      return method.getter() ? evaluator.functions().call(closure, List.of()) : closure;
    }
    Value value = Value.Nothing.VALUE;
    if (definition.fields().containsKey(name)) {
      int token = definition.fields().get(name);
      value = evaluator.evaluate(type.module(), type.module().node(token), bindings);
    } else if (definition.constructorFields().contains(name)) {
      value = evaluator.functions().parameter(definition, name, bindings);
    }
    value = evaluator.changes().appliedToField(definition, name, value, bindings);
    if (!(value instanceof Value.Nothing) || bases > MAX_BASES) {
      return value;
    }
    Optional<ClassReference> base = base(type);
    if (base.isEmpty()) {
      return definition.base() == Tokens.NONE ? Value.Nothing.VALUE : Value.Unknown.VALUE;
    }
    List<Value> passed = evaluator.functions().passedToBase(definition, arguments, bindings);
    return of(self, base.get(), passed, name, bases + 1);
  }

  private Bindings withSelf(ClassReference type, Value self) {
    return type.bindings().with(Map.of(type.definition(), self));
  }

  /** A member that a class has from its base, seen from inside of the class. */
  Value inherited(Value self, ScriptClass around, String name) {
    ClassReference type = new ClassReference(around.module(), around, evaluator.top());
    return base(type).map(base -> of(self, base, List.of(), name, 1)).orElse(Value.Unknown.VALUE);
  }

  Optional<ClassReference> base(ClassReference type) {
    if (type.definition().base() == Tokens.NONE) {
      return Optional.empty();
    }
    Node node = type.module().node(type.definition().base());
    Value base = evaluator.evaluate(type.module(), node, type.bindings());
    return base instanceof ClassReference found && !found.definition().equals(type.definition())
        ? Optional.of(found)
        : Optional.empty();
  }

  private Value ofClass(ClassReference type, String name, int bases) {
    ScriptClass definition = type.definition();
    if (name.equals("name") && !definition.fields().containsKey("name")) {
      return Value.text(definition.name());
    }
    ScriptFunction method = definition.methods().get(name);
    if (method != null) {
      Closure closure = new Closure(type.module(), method, withSelf(type, type), Optional.of(type));
      return method.getter() ? evaluator.functions().call(closure, List.of()) : closure;
    }
    if (definition.fields().containsKey(name)) {
      Node node = type.module().node(definition.fields().get(name));
      return evaluator.evaluate(type.module(), node, withSelf(type, type));
    }
    Value set = evaluator.changes().memberOf(type.module(), definition.name(), name);
    if (!(set instanceof Value.Nothing) || bases > MAX_BASES) {
      return set;
    }
    return base(type).map(base -> ofClass(base, name, bases + 1)).orElse(Value.Nothing.VALUE);
  }

  /** The members of an enum whose body opens here. */
  Value enumeration(ScriptModule module, int open, Bindings bindings) {
    Tokens tokens = module.tokens();
    Map<String, Value> members = new LinkedHashMap<>();
    int end = tokens.closing(open);
    int next = 0;
    for (int i : module.itemStarts(open)) {
      if (i >= end || !(tokens.is(i, Kind.WORD) || tokens.is(i, Kind.STRING))) {
        continue;
      }
      String name = tokens.is(i, Kind.STRING) ? tokens.string(i) : tokens.text(i);
      Value value = new NumberValue(Integer.toString(next));
      if (tokens.is(i + 1, '=')) {
        value = evaluator.evaluate(module, module.node(i + 2), bindings);
      }
      next =
          value instanceof NumberValue number && INDEX.matcher(number.spelling()).matches()
              ? Integer.parseInt(number.spelling()) + 1
              : next;
      members.put(name, value);
    }
    return new ObjectValue(members, true, Optional.of(module.place(open)));
  }
}
