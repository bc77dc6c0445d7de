package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions on texts and containers that nearly every language has, under much the same names. */
final class TextFunctions {
  private static final int MAX_TEXT = 1 << 20;
  private static final Set<String> KNOWN =
      Set.of(
          "append",
          "cleandoc",
          "concat",
          "copy",
          "dedent",
          "dict",
          "format",
          "formatted",
          "fprintf",
          "get",
          "intern",
          "items",
          "join",
          "jointostring",
          "keys",
          "list",
          "listof",
          "lower",
          "lowercase",
          "mapof",
          "of",
          "ofentries",
          "removeprefix",
          "replace",
          "replaceall",
          "sprintf",
          "str",
          "string",
          "strip",
          "stripindent",
          "stripmargin",
          "sorted",
          "tolower",
          "tolowercase",
          "tostring",
          "toowned",
          "toupper",
          "touppercase",
          "trim",
          "trimindent",
          "trimmargin",
          "trimspace",
          "tuple",
          "upper",
          "uppercase",
          "values",
          "aslist",
          "into",
          "from",
          "vec",
          "setof",
          "arrayof",
          "stringof",
          "toarray",
          "tolist",
          "clone",
          "asstr",
          "squish",
          "freeze",
          "ptr",
          "to_string");

  private TextFunctions() {}

  /** The value of the call when it is such a function on known values. */
  static Optional<Value> call(Call call, Scope scope, Evaluator evaluator) {
    String name = call.callee().lastName();
    String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
    if (!KNOWN.contains(plain) || scope.find(name).isPresent()) {
      return Optional.empty();
    }
    List<Value> arguments = new ArrayList<>();
    ObjectValue named = evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
    for (int i = 0; named.has(Integer.toString(i)); i++) {
      arguments.add(named.get(Integer.toString(i)));
    }
    if (call.callee() instanceof Member member) {
      Value receiver = evaluator.evaluate(member.of(), scope);
      boolean isValue =
          receiver instanceof Text
              || receiver instanceof ListValue
              || receiver instanceof ObjectValue;
      if (isValue) {
        return method(plain, receiver, arguments, named);
      }
      if (!(receiver instanceof Value.Reference) || member.of() instanceof Call) {
        return Optional.empty();
      }
    }
    return function(plain, arguments, named, call.arguments());
  }

  private static Optional<Value> method(
      String name, Value receiver, List<Value> arguments, ObjectValue named) {
    if (receiver instanceof Text text) {
      return text(name, text, arguments, named);
    }
    if (receiver instanceof ObjectValue object) {
      return object(name, object, arguments);
    }
    ListValue list = (ListValue) receiver;
    return switch (name) {
      case "join", "jointostring" ->
          Optional.of(
              join(
                  list,
                  arguments.isEmpty()
                      ? Value.text(name.equals("join") ? "" : ", ")
                      : arguments.get(0)));
      case "tolist", "toarray", "copy", "clone", "freeze" -> Optional.of(list);
      case "concat" ->
          Optional.of(
              arguments.isEmpty()
                  ? join(list, Value.text(""))
                  : Operations.sum(list, arguments.get(0)));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> text(
      String name, Text text, List<Value> arguments, ObjectValue named) {
    String value = text.value();
    boolean exact = text.exact();
    return switch (name) {
      case "strip", "trim", "squish" -> changed(value.strip(), exact);
      case "trimindent", "stripindent", "dedent" -> changed(withoutIndent(value).strip(), exact);
      case "trimmargin", "stripmargin" ->
          changed(value.replaceAll("(?m)^[ \\t]*\\|", "").strip(), exact);
      case "lower", "lowercase", "tolower", "tolowercase" ->
          changed(value.toLowerCase(Locale.ROOT), exact);
      case "upper", "uppercase", "toupper", "touppercase" ->
          changed(value.toUpperCase(Locale.ROOT), exact);
      case "tostring", "toowned", "into", "clone", "asstr", "freeze", "intern", "string" ->
          Optional.of(text);
      case "replace", "replaceall" -> replaced(text, arguments);
      case "removeprefix" ->
          arguments.isEmpty() || arguments.get(0).exactText().isEmpty()
              ? Optional.empty()
              : changed(
                  value.startsWith(arguments.get(0).exactText().get())
                      ? value.substring(arguments.get(0).exactText().get().length())
                      : value,
                  exact);
      case "join" ->
          arguments.isEmpty() || !(arguments.get(0) instanceof ListValue list)
              ? changed("", false)
              : Optional.of(join(list, text));
      case "concat" ->
          arguments.isEmpty()
              ? Optional.of(text)
              : Optional.of(Operations.sum(text, arguments.get(0)));
      case "format" ->
          value.contains("{")
              ? Optional.of(braces(text, arguments, named))
              : Optional.of(printed(text, arguments));
      case "formatted" -> Optional.of(printed(text, arguments));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> changed(String text, boolean exact) {
    return Optional.of(new Text(text, exact));
  }

  private static Optional<Value> replaced(Text text, List<Value> arguments) {
    if (arguments.size() < 2
        || arguments.get(0).exactText().isEmpty()
        || arguments.get(1).exactText().isEmpty()) {
      return changed(text.value(), false);
    }
    String from = arguments.get(0).exactText().get();
    String to = arguments.get(1).exactText().get();
    return from.isEmpty() || (long) text.value().length() * (1 + to.length()) > MAX_TEXT
        ? changed(text.value(), false)
        : changed(text.value().replace(from, to), text.exact());
  }

  private static Optional<Value> object(String name, ObjectValue object, List<Value> arguments) {
    return switch (name) {
      case "values" ->
          Optional.of(new ListValue(List.copyOf(object.members().values()), object.complete()));
      case "keys" -> Optional.of(Operations.items(object));
      case "items" ->
          Optional.of(
              new ListValue(
                  object.members().entrySet().stream()
                      .map(
                          entry ->
                              (Value)
                                  new ListValue(
                                      List.of(Value.text(entry.getKey()), entry.getValue()), true))
                      .toList(),
                  object.complete()));
      case "get" -> {
        Optional<String> key =
            arguments.isEmpty() ? Optional.empty() : arguments.get(0).exactText();
        yield key.map(
            known ->
                object.has(known)
                    ? object.get(known)
                    : arguments.size() > 1 ? arguments.get(1) : Value.Unknown.VALUE);
      }
      case "copy", "clone", "freeze" -> Optional.of(object);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> function(
      String name, List<Value> arguments, ObjectValue named, List<Argument> written) {
    switch (name) {
      case "dict":
        ObjectValue base = arguments.isEmpty() ? ObjectValue.EMPTY : arguments.get(0).asObject();
        return Optional.of(
            Operations.sum(
                new ObjectValue(base.members(), base.complete(), named.place()),
                withoutPositions(named)));
      case "listof", "aslist", "of", "setof", "arrayof", "vec":
        return arguments.isEmpty() && !written.isEmpty()
            ? Optional.empty()
            : name.equals("of") && arguments.size() % 2 == 0 && !arguments.isEmpty()
                ? Optional.of(pairsOrList(arguments, named.complete()))
                : Optional.of(new ListValue(arguments, named.complete()));
      case "mapof":
        return Optional.of(pairs(arguments, named.complete()));
      case "concat":
        Value sum = Value.text("");
        for (Value argument : arguments) {
          sum = Operations.sum(sum, argument);
        }
        return Optional.of(sum);
      case "append":
        return arguments.isEmpty() ? Optional.empty() : Optional.of(appended(arguments));
      default:
        break;
    }
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    Value first = arguments.get(0);
    List<Value> others = arguments.subList(1, arguments.size());
    switch (name) {
      case "sprintf", "format":
        return first instanceof Text text
            ? Optional.of(
                text.value().contains("%") || name.equals("sprintf")
                    ? printed(text, others)
                    : braces(text, others, named))
            : Optional.empty();
      case "join":
        return first instanceof ListValue list
            ? Optional.of(join(list, others.isEmpty() ? Value.text("") : others.get(0)))
            : first instanceof Text separator
                ? Optional.of(
                    join(
                        others.size() == 1 && others.get(0) instanceof ListValue list
                            ? list
                            : new ListValue(others, true),
                        separator))
                : Optional.empty();
      case "dedent", "cleandoc":
        return first instanceof Text text ? text("dedent", text, others, named) : Optional.empty();
      case "trimspace", "tolower", "toupper", "replaceall", "replace":
        return first instanceof Text text
            ? text(name.equals("trimspace") ? "trim" : name, text, others, named)
            : Optional.empty();
      case "list", "tuple", "sorted":
        return Optional.of(Operations.items(first)).filter(ListValue.class::isInstance);
      case "str", "string", "from", "ptr", "tostring":
        return first.exact() ? Optional.of(first) : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  private static Value pairsOrList(List<Value> arguments, boolean complete) {
    for (int i = 0; i < arguments.size(); i += 2) {
      if (arguments.get(i).exactText().isEmpty()) {
        return new ListValue(arguments, complete);
      }
    }
    // Two texts are a list of two or a map of one: only other values tell.
    boolean allTexts = arguments.stream().allMatch(argument -> argument.anyText().isPresent());
    return allTexts ? new ListValue(arguments, complete) : alternating(arguments, complete);
  }

  private static Value alternating(List<Value> arguments, boolean complete) {
    ObjectValue object = new ObjectValue(Map.of(), complete, Optional.empty());
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      object = Values.with(object, arguments.get(i).exactText().orElse(""), arguments.get(i + 1));
    }
    return object;
  }

  private static Value pairs(List<Value> arguments, boolean complete) {
    ObjectValue object = new ObjectValue(Map.of(), complete, Optional.empty());
    for (Value argument : arguments) {
      if (argument instanceof ListValue pair
          && pair.items().size() == 2
          && pair.items().get(0).exactText().isPresent()) {
        object = Values.with(object, pair.items().get(0).exactText().get(), pair.items().get(1));
      }
    }
    return object;
  }

  private static ObjectValue withoutPositions(ObjectValue named) {
    ObjectValue result = new ObjectValue(Map.of(), named.complete(), named.place());
    for (var member : named.members().entrySet()) {
      if (!Character.isDigit(member.getKey().charAt(0))) {
        result = Values.with(result, member.getKey(), member.getValue());
      }
    }
    return result;
  }

  private static Value appended(List<Value> arguments) {
    List<Value> items = new ArrayList<>();
    boolean complete = true;
    if (arguments.get(0) instanceof ListValue list) {
      items.addAll(list.items());
      complete = list.complete();
    } else {
      complete = arguments.get(0) instanceof Value.Nothing;
    }
    items.addAll(arguments.subList(1, arguments.size()));
    return new ListValue(items, complete);
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

  /** {@code text % values}. */
  static Value percent(Text text, Value values) {
    return printed(text, values instanceof ListValue list ? list.items() : List.of(values));
  }

  /** Fills in {@code %s} and its like. */
  private static Value printed(Text template, List<Value> values) {
    StringBuilder text = new StringBuilder();
    boolean exact = template.exact();
    int next = 0;
    String source = template.value();
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c != '%' || i + 1 == source.length()) {
        text.append(c);
        i++;
        continue;
      }
      int verb = i + 1;
      while (verb < source.length() && "+-# 0123456789.".indexOf(source.charAt(verb)) >= 0) {
        verb++;
      }
      char letter = verb < source.length() ? source.charAt(verb) : ' ';
      if (letter == '%') {
        text.append('%');
      } else if (letter == 'n') {
        text.append('\n');
      } else if (!Character.isLetter(letter)) {
        text.append(source, i, Math.min(verb + 1, source.length()));
      } else {
        Value value = next < values.size() ? values.get(next) : Value.Unknown.VALUE;
        next++;
        Optional<String> spelled = Operations.spelled(value);
        exact &= spelled.isPresent() && value.exact();
        String quote = letter == 'q' ? "\"" : "";
        spelled.ifPresent(known -> text.append(quote).append(known).append(quote));
      }
      i = verb + 1;
      if (text.length() > MAX_TEXT) {
        return Value.Unknown.VALUE;
      }
    }
    return new Text(text.toString(), exact);
  }

  /** Fills in {@code {}}, {@code {0}} and {@code {name}}. */
  private static Value braces(Text template, List<Value> values, ObjectValue named) {
    StringBuilder text = new StringBuilder();
    boolean exact = template.exact();
    int next = 0;
    String source = template.value();
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      boolean doubled = i + 1 < source.length() && source.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        text.append(c);
        i += 2;
        continue;
      }
      int close = c == '{' ? source.indexOf('}', i) : -1;
      if (close < 0) {
        text.append(c);
        i++;
        continue;
      }
      String key = source.substring(i + 1, close).replaceFirst("[:!].*", "").strip();
      Value value;
      if (key.isEmpty()) {
        value = next < values.size() ? values.get(next) : Value.Unknown.VALUE;
        next++;
      } else if (key.chars().allMatch(Character::isDigit) && key.length() < 3) {
        int position = Integer.parseInt(key);
        value = position < values.size() ? values.get(position) : Value.Unknown.VALUE;
      } else {
        value = named.has(key) ? named.get(key) : Value.Unknown.VALUE;
      }
      Optional<String> spelled = Operations.spelled(value);
      spelled.ifPresent(text::append);
      exact &= spelled.isPresent() && value.exact();
      i = close + 1;
      if (text.length() > MAX_TEXT) {
        return Value.Unknown.VALUE;
      }
    }
    return new Text(text.toString(), exact);
  }

  /** The text without the white space that all its lines begin with. */
  static String withoutIndent(String text) {
    return text.stripIndent();
  }
}
