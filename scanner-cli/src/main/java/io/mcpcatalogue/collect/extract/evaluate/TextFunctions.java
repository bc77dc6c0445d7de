package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Functions on texts and containers that nearly every language has, under much the same names. */
final class TextFunctions {
  private static final int MAX_TEXT = 1 << 20;

  private TextFunctions() {}

  /**
   * What a function is called with. Immutable.
   *
   * @param values the arguments without a name
   * @param named all of them
   * @param isEmpty whether nothing is written between the parentheses
   */
  private record Given(List<Value> values, ObjectValue named, boolean isEmpty) {
    static Given of(Call call, Scope scope, Evaluator evaluator) {
      ObjectValue named =
          evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
      return new Given(named.argumentsFrom(0), named, call.arguments().isEmpty());
    }

    Value first(Value otherwise) {
      return values.isEmpty() ? otherwise : values.get(0);
    }

    Value second(Value otherwise) {
      return values.size() < 2 ? otherwise : values.get(1);
    }

    Given withoutFirst() {
      return new Given(values.subList(1, values.size()), named, isEmpty);
    }

    ListValue asList() {
      return new ListValue(values, named.complete());
    }
  }

  /** What a method makes of a value; empty where that is not known. */
  @FunctionalInterface
  private interface Method<T extends Value> {
    Optional<Value> call(T receiver, Given given);
  }

  /** What a function makes of its arguments; empty where that is not known. */
  @FunctionalInterface
  private interface FreeFunction {
    Optional<Value> call(Given given);
  }

  /** The value of the call when it is such a function on known values. */
  static Optional<Value> call(Call call, Scope scope, Evaluator evaluator) {
    String name = call.callee().lastName();
    String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
    Optional<Method<Text>> ofText = ofText(plain);
    Optional<Method<ListValue>> ofList = ofList(plain);
    Optional<Method<ObjectValue>> ofObject = ofObject(plain);
    Optional<FreeFunction> function = function(plain);
    boolean isKnown =
        ofText.isPresent() || ofList.isPresent() || ofObject.isPresent() || function.isPresent();
    if (!isKnown || scope.find(name).isPresent()) {
      return Optional.empty();
    }
    Given given = Given.of(call, scope, evaluator);
    if (call.callee() instanceof Member member) {
      Value receiver = evaluator.evaluate(member.of(), scope);
      if (receiver instanceof Text text) {
        return ofText.flatMap(method -> method.call(text, given));
      }
      if (receiver instanceof ListValue list) {
        return ofList.flatMap(method -> method.call(list, given));
      }
      if (receiver instanceof ObjectValue object) {
        return ofObject.flatMap(method -> method.call(object, given));
      }
      if (!(receiver instanceof Value.Reference) || member.of() instanceof Call) {
        return Optional.empty();
      }
    }
    return function.flatMap(known -> known.call(given));
  }

  private static Optional<Method<Text>> ofText(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "strip", "trim", "squish" -> changed(String::strip);
          case "trimindent", "stripindent", "dedent" -> changed(text -> text.stripIndent().strip());
          case "trimmargin", "stripmargin" ->
              changed(text -> text.replaceAll("(?m)^[ \\t]*\\|", "").strip());
          case "lower", "lowercase", "tolower", "tolowercase" ->
              changed(text -> text.toLowerCase(Locale.ROOT));
          case "upper", "uppercase", "toupper", "touppercase" ->
              changed(text -> text.toUpperCase(Locale.ROOT));
          case "tostring", "toowned", "into", "clone", "asstr", "freeze", "intern", "string" ->
              (text, given) -> Optional.of(text);
          case "replace", "replaceall" -> TextFunctions::replaced;
          case "removeprefix" -> TextFunctions::withoutPrefix;
          case "join" ->
              (text, given) ->
                  Optional.of(
                      given.first(Value.Unknown.VALUE) instanceof ListValue list
                          ? join(list, text)
                          : new Text("", false));
          case "concat" ->
              (text, given) ->
                  Optional.of(
                      given.values().isEmpty()
                          ? text
                          : Operations.sum(text, given.values().get(0)));
          case "format" ->
              (text, given) ->
                  Optional.of(
                      text.value().contains("{")
                          ? Template.braces(text, given.values(), given.named())
                          : Template.printed(text, given.values()));
          case "formatted" -> (text, given) -> Optional.of(Template.printed(text, given.values()));
          default -> null;
        });
  }

  private static Optional<Method<ListValue>> ofList(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "join" -> (list, given) -> Optional.of(join(list, given.first(Value.text(""))));
          case "jointostring" ->
              (list, given) -> Optional.of(join(list, given.first(Value.text(", "))));
          case "tolist", "toarray", "copy", "clone", "freeze" -> (list, given) -> Optional.of(list);
          case "concat" ->
              (list, given) ->
                  Optional.of(
                      given.values().isEmpty()
                          ? join(list, Value.text(""))
                          : Operations.sum(list, given.values().get(0)));
          default -> null;
        });
  }

  private static Optional<Method<ObjectValue>> ofObject(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "values" ->
              (object, given) ->
                  Optional.of(
                      new ListValue(List.copyOf(object.members().values()), object.complete()));
          case "keys" -> (object, given) -> Optional.of(Operations.items(object));
          case "items" -> (object, given) -> Optional.of(items(object));
          case "get" -> TextFunctions::member;
          case "copy", "clone", "freeze" -> (object, given) -> Optional.of(object);
          default -> null;
        });
  }

  private static Optional<FreeFunction> function(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "dict" -> given -> Optional.of(dictionary(given));
          case "listof", "aslist", "setof", "arrayof", "vec" -> TextFunctions::list;
          case "of" -> TextFunctions::listOrMap;
          case "mapof" -> given -> Optional.of(pairs(given));
          case "concat" ->
              given -> Optional.of(given.values().stream().reduce(Value.text(""), Operations::sum));
          case "append" -> onFirst(TextFunctions::appended);
          case "sprintf" -> onText("formatted");
          case "format" ->
              onText(
                  (text, given) ->
                      Optional.of(
                          text.value().contains("%")
                              ? Template.printed(text, given.values())
                              : Template.braces(text, given.values(), given.named())));
          case "join" -> onFirst(TextFunctions::joined);
          case "strreplace" -> TextFunctions::replacedIn;
          case "dedent", "cleandoc" -> onText("dedent");
          case "trimspace" -> onText("trim");
          case "tolower", "toupper", "replaceall", "replace" -> onText(name);
          case "list", "tuple", "sorted" ->
              onFirst(
                  (first, given) ->
                      Optional.of(Operations.items(first)).filter(ListValue.class::isInstance));
          case "str", "string", "from", "ptr", "tostring" ->
              onFirst((first, given) -> Optional.of(first).filter(Value::exact));
          default -> null;
        });
  }

  /** A function that does to its first argument what a method does. */
  private static FreeFunction onFirst(Method<Value> method) {
    return given ->
        given.values().isEmpty()
            ? Optional.empty()
            : method.call(given.values().get(0), given.withoutFirst());
  }

  private static FreeFunction onText(String method) {
    return onText(ofText(method).orElseThrow());
  }

  private static FreeFunction onText(Method<Text> method) {
    return onFirst(
        (first, given) -> first instanceof Text text ? method.call(text, given) : Optional.empty());
  }

  private static Method<Text> changed(UnaryOperator<String> change) {
    return (text, given) -> Optional.of(new Text(change.apply(text.value()), text.exact()));
  }

  private static Optional<Value> replaced(Text text, Given given) {
    Optional<String> from = given.first(Value.Unknown.VALUE).exactText();
    Optional<String> to = given.second(Value.Unknown.VALUE).exactText();
    boolean isKnown =
        from.filter(known -> !known.isEmpty()).isPresent()
            && to.isPresent()
            && (long) text.value().length() * (1 + to.get().length()) <= MAX_TEXT;
    return Optional.of(
        isKnown
            ? new Text(text.value().replace(from.get(), to.get()), text.exact())
            : Operations.doubtful(text));
  }

  /** {@code str_replace(search, replacement, text)}. */
  private static Optional<Value> replacedIn(Given given) {
    return given.values().size() == 3 && given.values().get(2) instanceof Text text
        ? replaced(text, given)
        : Optional.empty();
  }

  private static Optional<Value> withoutPrefix(Text text, Given given) {
    return given
        .first(Value.Unknown.VALUE)
        .exactText()
        .map(prefix -> text.value().startsWith(prefix) ? prefix.length() : 0)
        .map(length -> new Text(text.value().substring(length), text.exact()));
  }

  private static Value items(ObjectValue object) {
    List<Value> items = new ArrayList<>();
    object
        .members()
        .forEach((name, value) -> items.add(new ListValue(List.of(Value.text(name), value), true)));
    return new ListValue(items, object.complete());
  }

  private static Optional<Value> member(ObjectValue object, Given given) {
    return given
        .first(Value.Unknown.VALUE)
        .exactText()
        .map(name -> object.has(name) ? object.get(name) : given.second(Value.Unknown.VALUE));
  }

  private static Value dictionary(Given given) {
    ObjectValue base = given.first(ObjectValue.EMPTY).asObject();
    Map<String, Value> members = new LinkedHashMap<>(base.members());
    given.named().members().entrySet().stream()
        .filter(member -> !Values.isPlace(member.getKey()))
        .forEach(member -> members.put(member.getKey(), member.getValue()));
    boolean isComplete = base.complete() && given.named().complete();
    return new ObjectValue(members, isComplete, given.named().place());
  }

  private static Optional<Value> list(Given given) {
    return given.values().isEmpty() && !given.isEmpty()
        ? Optional.empty()
        : Optional.of(given.asList());
  }

  /** {@code List.of("a", "b")}, {@code Map.of("type", 1)}. */
  private static Optional<Value> listOrMap(Given given) {
    List<Value> values = given.values();
    Map<String, Value> members = new LinkedHashMap<>();
    boolean isMap = values.size() % 2 == 0;
    for (int i = 0; isMap && i < values.size(); i += 2) {
      Optional<String> name = values.get(i).exactText();
      isMap = name.isPresent();
      members.put(name.orElse(""), values.get(i + 1));
    }
    // Two texts are a list of two or a map of one: only other values tell.
    return isMap && members.values().stream().anyMatch(value -> value.anyText().isEmpty())
        ? Optional.of(new ObjectValue(members, given.named().complete(), Optional.empty()))
        : list(given);
  }

  /** {@code mapOf("type" to "string")}. */
  private static Value pairs(Given given) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (Value each : given.values()) {
      if (each instanceof ListValue pair && pair.items().size() == 2) {
        pair.items().get(0).exactText().ifPresent(name -> members.put(name, pair.items().get(1)));
      }
    }
    return new ObjectValue(members, given.named().complete(), Optional.empty());
  }

  private static Optional<Value> appended(Value first, Given given) {
    List<Value> items = new ArrayList<>();
    boolean complete = first instanceof Value.Nothing;
    if (first instanceof ListValue list) {
      items.addAll(list.items());
      complete = list.complete();
    }
    items.addAll(given.values());
    return Optional.of(new ListValue(items, complete));
  }

  /** {@code join(list, separator)}, {@code join(separator, list)}, {@code join(separator, …)}. */
  private static Optional<Value> joined(Value first, Given given) {
    if (first instanceof ListValue list) {
      return Optional.of(join(list, given.first(Value.text(""))));
    }
    ListValue list =
        given.values().size() == 1 && given.values().get(0) instanceof ListValue only
            ? only
            : new ListValue(given.values(), true);
    return first instanceof Text ? Optional.of(join(list, first)) : Optional.empty();
  }

  private static Value join(ListValue list, Value separator) {
    StringBuilder text = new StringBuilder();
    boolean exact = list.complete() && separator.exact();
    String between = separator.anyText().orElse("");
    for (int i = 0; i < list.items().size(); i++) {
      text.append(i == 0 ? "" : between);
      Optional<String> item = Operations.spelled(list.items().get(i));
      item.ifPresent(text::append);
      exact &= item.isPresent() && list.items().get(i).exact();
      if (text.length() > MAX_TEXT) {
        return Value.Unknown.VALUE;
      }
    }
    return new Text(text.toString(), exact);
  }
}
