package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.module.CharacterPattern;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Reference;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** The functions and methods of the language that texts and lists of tools go through. */
final class Builtins {
  private static final int MAX_LIST = 20_000;

  /** Methods of schemas that give back what they are given. */
  private static final Set<String> CHECKING = Set.of("parse", "parseAsync");

  private final Evaluator evaluator;

  Builtins(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** A global function; empty when it is none that is known. */
  Optional<Value> function(Value callee, List<Value> arguments) {
    if (!(callee instanceof Reference reference) || arguments.isEmpty()) {
      return Optional.empty();
    }
    if (arguments.get(0) instanceof Text text && Texts.dedents(reference.name())) {
      return Optional.of(new Text(Texts.dedent(text.value()), text.exact()));
    }
    return reference.name().equals("String") && arguments.get(0) instanceof Text
        ? Optional.of(arguments.get(0))
        : Optional.empty();
  }

  /** {@code Object.values(x)} and the like. */
  Optional<Value> global(String object, String method, List<Value> arguments) {
    Value first = arguments.isEmpty() ? Value.Unknown.VALUE : arguments.get(0);
    return switch (object + "." + method) {
      case "Object.values" -> members(first).map(each -> list(each.members().values(), each));
      case "Object.keys" ->
          members(first)
              .map(each -> list(each.members().keySet().stream().map(Value::text).toList(), each));
      case "Object.entries" -> members(first).map(each -> evaluator.objects().entries(each));
      case "Object.freeze", "Object.seal", "Promise.resolve", "Object.create", "structuredClone" ->
          Optional.of(first);
      case "Promise.all", "Array.from" -> fromIterable(first, arguments);
      case "Array.of" -> Optional.of(new ListValue(arguments, true));
      case "Object.assign" -> Optional.of(assigned(arguments));
      case "Object.fromEntries" -> Optional.of(fromEntries(first));
      case "JSON.stringify" ->
          first.exact()
              ? first.toJson().map(json -> Value.text(json.toString()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<ObjectValue> members(Value value) {
    return evaluator.objects().asObject(value);
  }

  private static Value list(java.util.Collection<? extends Value> values, ObjectValue of) {
    return new ListValue(List.copyOf(values), of.complete());
  }

  private Optional<Value> fromIterable(Value first, List<Value> arguments) {
    Optional<ListValue> items = evaluator.objects().items(first);
    if (items.isPresent() && arguments.size() > 1 && arguments.get(1) instanceof Closure closure) {
      return Optional.of(mapped(items.get(), closure, false));
    }
    return items.map(found -> found);
  }

  private Value assigned(List<Value> arguments) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean complete = true;
    for (Value argument : arguments) {
      complete &= evaluator.objects().spread(argument, members);
    }
    Optional<io.mcpcatalogue.collect.extract.value.Place> place =
        arguments.stream()
            .filter(ObjectValue.class::isInstance)
            .flatMap(argument -> argument.asObject().place().stream())
            .findFirst();
    return new ObjectValue(members, complete, place);
  }

  private Value fromEntries(Value value) {
    if (!(value instanceof ListValue list)) {
      return Value.Unknown.VALUE;
    }
    Map<String, Value> members = new LinkedHashMap<>();
    boolean complete = list.complete();
    for (Value item : list.items()) {
      Optional<String> key =
          item instanceof ListValue pair && pair.items().size() == 2
              ? evaluator.objects().key(pair.items().get(0))
              : Optional.empty();
      complete &= key.isPresent();
      key.ifPresent(name -> members.put(name, ((ListValue) item).items().get(1)));
    }
    return new ObjectValue(members, complete, Optional.empty());
  }

  Optional<Value> construct(Value callee, List<Value> arguments) {
    if (!(callee instanceof Reference reference)) {
      return Optional.empty();
    }
    Value first = arguments.isEmpty() ? Value.Nothing.VALUE : arguments.get(0);
    return switch (reference.name()) {
      case "Map", "WeakMap" ->
          Optional.of(
              first instanceof ListValue
                  ? fromEntries(first)
                  : first instanceof Value.Nothing || first instanceof ObjectValue
                      ? new ObjectValue(
                          first.asObject().members(), first.asObject().complete(), Optional.empty())
                      : new ObjectValue(Map.of(), false, Optional.empty()));
      case "Set", "Array" ->
          Optional.of(
              first instanceof ListValue
                  ? first
                  : new ListValue(List.of(), first instanceof Value.Nothing));
      case "String" -> Optional.of(first);
      default -> Optional.empty();
    };
  }

  /** A method of a known value; empty when it is none that is known. */
  Optional<Value> method(Value receiver, String name, List<Value> arguments) {
    if (receiver instanceof Text text) {
      return ofText(text, name, arguments);
    }
    if (receiver instanceof ListValue list) {
      return ofList(list, name, arguments);
    }
    if (receiver instanceof ObjectValue object) {
      return ofMap(object, name, arguments);
    }
    if (receiver instanceof Value.Call && CHECKING.contains(name) && arguments.size() == 1) {
      return Optional.of(arguments.get(0))
          .filter(value -> value instanceof ObjectValue || value instanceof ListValue);
    }
    boolean same = name.equals("bind") || name.equals("toString") && receiver.exact();
    return same ? Optional.of(receiver) : Optional.empty();
  }

  private Optional<Value> ofText(Text text, String name, List<Value> arguments) {
    return switch (name) {
      case "trim" -> same(text, text.value().strip());
      case "trimStart" -> same(text, text.value().stripLeading());
      case "trimEnd" -> same(text, text.value().stripTrailing());
      case "toLowerCase" -> same(text, text.value().toLowerCase(Locale.ROOT));
      case "toUpperCase" -> same(text, text.value().toUpperCase(Locale.ROOT));
      case "toString", "valueOf", "normalize" -> Optional.of(text);
      case "concat" -> {
        List<Value> parts = new ArrayList<>(List.of(text));
        parts.addAll(arguments);
        yield Optional.of(Operators.joined(parts, ""));
      }
      case "replace", "replaceAll" -> Optional.of(replaced(text, name, arguments));
      case "split" -> {
        Optional<String> separator =
            arguments.isEmpty() ? Optional.empty() : arguments.get(0).exactText();
        yield separator
            .filter(found -> text.exact() && !found.isEmpty())
            .map(
                found ->
                    new ListValue(
                        List.of(text.value().split(java.util.regex.Pattern.quote(found), -1))
                            .stream()
                            .<Value>map(Value::text)
                            .toList(),
                        true));
      }
      case "slice", "substring" -> Optional.of(new Text(text.value(), false));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> same(Text text, String changed) {
    return Optional.of(new Text(changed, text.exact()));
  }

  /**
   * Patterns other than the simplest are not followed: what they replace is kept, and the text is
   * not exact then.
   */
  private static Value replaced(Text text, String name, List<Value> arguments) {
    if (arguments.size() == 2
        && arguments.get(0) instanceof CharacterPattern characters
        && arguments
            .get(1)
            .exactText()
            .filter(fresh -> fresh.indexOf('$') < 0 && !mayGrow(text, fresh))
            .isPresent()) {
      Matcher matcher = characters.pattern().matcher(text.value());
      String fresh = Matcher.quoteReplacement(arguments.get(1).exactText().get());
      return new Text(
          characters.everywhere() ? matcher.replaceAll(fresh) : matcher.replaceFirst(fresh),
          text.exact());
    }
    Optional<String> old = arguments.isEmpty() ? Optional.empty() : arguments.get(0).exactText();
    Optional<String> fresh = arguments.size() < 2 ? Optional.empty() : arguments.get(1).exactText();
    if (old.isEmpty() || old.get().isEmpty() || fresh.isEmpty() || mayGrow(text, fresh.get())) {
      return new Text(text.value(), false);
    }
    int at = text.value().indexOf(old.get());
    String changed =
        name.equals("replaceAll")
            ? text.value().replace(old.get(), fresh.get())
            : at < 0
                ? text.value()
                : text.value().substring(0, at)
                    + fresh.get()
                    + text.value().substring(at + old.get().length());
    return new Text(changed, text.exact());
  }

  /** Whether the text would be too long with this in place of each of its characters. */
  private static boolean mayGrow(Text text, String fresh) {
    return (long) text.value().length() * Math.max(1, fresh.length()) > Texts.LONGEST;
  }

  private Optional<Value> ofList(ListValue list, String name, List<Value> arguments) {
    Value first = arguments.isEmpty() ? Value.Nothing.VALUE : arguments.get(0);
    return switch (name) {
      case "join" ->
          Optional.of(
              joined(list, first instanceof Value.Nothing ? "," : first.exactText().orElse(" ")));
      // What a filter lets through is decided at run time; all that may pass is shown.
      case "filter", "slice", "sort", "reverse", "toSorted", "values", "toReversed" ->
          Optional.of(name.equals("filter") ? present(list) : list);
      case "map" ->
          first instanceof Closure closure
              ? Optional.of(mapped(list, closure, false))
              : Optional.empty();
      case "flatMap" ->
          first instanceof Closure closure
              ? Optional.of(flat(mapped(list, closure, true)))
              : Optional.empty();
      case "flat" -> Optional.of(flat(list));
      case "reduce" ->
          first instanceof Closure closure && arguments.size() > 1
              ? Optional.of(reduced(list, closure, arguments.get(1)))
              : Optional.empty();
      case "concat" -> {
        List<Value> items = new ArrayList<>(list.items());
        boolean complete = list.complete();
        for (Value argument : arguments) {
          complete &= argument instanceof ListValue more ? more.complete() : argument.exact();
          items.addAll(argument instanceof ListValue more ? more.items() : List.of(argument));
        }
        yield Optional.of(new ListValue(items, complete));
      }
      default -> Optional.empty();
    };
  }

  private static Value joined(ListValue list, String separator) {
    Text text = Operators.joined(list.items(), separator);
    return new Text(text.value(), text.exact() && list.complete());
  }

  private static ListValue present(ListValue list) {
    return new ListValue(
        list.items().stream()
            .filter(
                item ->
                    !(item instanceof Value.Nothing)
                        && !(item instanceof Value.Bool bool && !bool.value()))
            .toList(),
        list.complete());
  }

  private ListValue mapped(ListValue list, Closure closure, boolean keepLists) {
    List<Value> items = new ArrayList<>();
    int index = 0;
    for (Value item : list.items()) {
      if (items.size() >= MAX_LIST) {
        return new ListValue(items, false);
      }
      Value position = new Value.NumberValue(Integer.toString(index++));
      Value result = evaluator.functions().call(closure, List.of(item, position));
      items.add(result instanceof Value.Unknown && !keepLists ? item : result);
    }
    return new ListValue(items, list.complete());
  }

  private Value reduced(ListValue list, Closure closure, Value initial) {
    Value result = initial;
    for (Value item : list.items()) {
      Value next = evaluator.functions().call(closure, List.of(result, item));
      result = next instanceof Value.Unknown ? result : next;
    }
    return result;
  }

  private ListValue flat(ListValue list) {
    List<Value> items = new ArrayList<>();
    boolean complete = list.complete();
    for (Value item : list.items()) {
      complete &= item instanceof ListValue inner ? inner.complete() : item.exact();
      items.addAll(item instanceof ListValue inner ? inner.items() : List.of(item));
    }
    return new ListValue(items, complete);
  }

  /** Maps are kept as objects. */
  private Optional<Value> ofMap(ObjectValue object, String name, List<Value> arguments) {
    Value first = arguments.isEmpty() ? Value.Nothing.VALUE : arguments.get(0);
    return switch (name) {
      case "values" -> Optional.of(list(object.members().values(), object));
      case "keys" ->
          Optional.of(list(object.members().keySet().stream().map(Value::text).toList(), object));
      case "entries" -> Optional.of(evaluator.objects().entries(object));
      case "get" ->
          evaluator.objects().key(first).map(key -> evaluator.objects().member(object, key));
      default -> Optional.empty();
    };
  }
}
