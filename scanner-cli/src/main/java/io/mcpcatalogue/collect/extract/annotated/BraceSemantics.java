package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Semantics;
import io.mcpcatalogue.collect.extract.evaluate.Values.LambdaValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Mapping;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.tool.JsonValues;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The words of these languages, and the library calls that make JSON. Immutable.
 *
 * @param texts the texts of files by their paths
 */
record BraceSemantics(Function<String, Optional<String>> texts) implements Semantics {

  /** Methods that give what they are called on, in another form. */
  private static final Set<String> PASSING =
      Set.of(
          "unwrap",
          "expect",
          "as_object",
          "as_array",
          "clone",
          "cloned",
          "into",
          "to_owned",
          "unwrap_or_default",
          "as_str",
          "to_string",
          "as_mut");

  /** Functions and types around one value that are worth what it is. */
  private static final Set<String> WRAPPING =
      Set.of(
          "JsonObject",
          "JsonArray",
          "json_object",
          "JsonPrimitive",
          "Some",
          "Arc",
          "Box",
          "Ok",
          "Borrowed",
          "Owned",
          "from_value",
          "to_value",
          "format_args");

  /** Functions that make a tree of JSON out of its text, or out of an object. */
  private static final Set<String> READING_JSON =
      Set.of(
          "Deserialize",
          "Parse",
          "SerializeToDocument",
          "SerializeToElement",
          "SerializeToNode",
          "from_str",
          "json_decode",
          "parseString",
          "parseToJsonElement",
          "readTree",
          "readValue");

  private static final Set<String> MAPS =
      Set.of(
          "HashMap",
          "LinkedHashMap",
          "TreeMap",
          "mutableMapOf",
          "linkedMapOf",
          "hashMapOf",
          "emptyMap");

  private static final Set<String> LISTS =
      Set.of("ArrayList", "LinkedList", "mutableListOf", "arrayListOf", "emptyList");

  @Override
  public Optional<Value> word(String name) {
    return switch (name) {
      case "true", "TRUE" -> Optional.of(new Bool(true));
      case "false", "FALSE" -> Optional.of(new Bool(false));
      case "null", "nil", "NULL", "None" -> Optional.of(Value.Nothing.VALUE);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Value> call(Call call, Scope scope, Evaluator evaluator) {
    return passed(call, scope, evaluator)
        .or(() -> included(call, scope))
        .or(() -> container(call, scope, evaluator))
        .or(() -> made(call, scope, evaluator));
  }

  @Override
  public boolean assignsOutward() {
    return true;
  }

  private static Optional<Value> passed(Call call, Scope scope, Evaluator evaluator) {
    return PASSING.contains(call.callee().lastName())
            && call.callee() instanceof Expression.Member member
        ? Optional.of(evaluator.evaluate(member.of(), scope))
            .filter(
                receiver ->
                    receiver instanceof ObjectValue
                        || receiver instanceof ListValue
                        || receiver instanceof Value.Text)
        : Optional.empty();
  }

  /** {@code include_str!("make_note.md")} in Rust: the file beside this one is the text. */
  private Optional<Value> included(Call call, Scope scope) {
    if (!call.callee().lastName().equals("include_str")) {
      return Optional.empty();
    }
    return argument(call)
        .filter(Text.class::isInstance)
        .flatMap(path -> texts.apply(beside(scope.file(), ((Text) path).value())))
        .map(Value::text);
  }

  /** The path, from the top of the tree, of what is named by its way from a file. */
  private static String beside(String file, String way) {
    Deque<String> folders = new ArrayDeque<>(List.of(file.split("/", -1)));
    folders.pollLast();
    for (String step : way.split("/", -1)) {
      if (step.equals("..")) {
        folders.pollLast();
      } else if (!step.equals(".")) {
        folders.add(step);
      }
    }
    return String.join("/", folders);
  }

  private static Optional<Value> made(Call call, Scope scope, Evaluator evaluator) {
    String name = call.callee().lastName();
    if (WRAPPING.contains(name)) {
      return argument(call).map(value -> evaluator.evaluate(value, scope));
    }
    if (READING_JSON.contains(name) && !call.arguments().isEmpty()) {
      return Optional.of(evaluator.evaluate(call.arguments().get(0).value(), scope))
          .filter(BraceSemantics::isJson);
    }
    return switch (name) {
      case "buildJsonObject", "putJsonObject", "buildJsonArray" ->
          lambda(call, scope, evaluator).map(body -> json(body, evaluator));
      case "new" -> wrapped(call, scope, evaluator);
      case "json", "object" ->
          argument(call)
              .filter(value -> call.arguments().get(0).name().isEmpty())
              .filter(value -> value instanceof Mapping || value instanceof Construction)
              .map(value -> members(value, scope, evaluator));
      case "string", "array", "bool", "int", "double" -> caseOfValue(call, scope, evaluator);
      case "getShortName" -> nameOfType(call, scope, evaluator);
      case "nameof" -> argument(call).map(value -> Value.text(value.lastName()));
      default ->
          // Helpers and macros of the sources go by many names: schema_for!(Input),
          // schema_of::<Input>(), get_schema::<Input>().
          name.contains("schema_")
                  || name.contains("schema") && call.callee() instanceof Expression.Index
              ? typeArgument(call, scope, evaluator)
              : Optional.empty();
    };
  }

  /** Other things than JSON are read from texts as well. */
  private static boolean isJson(Value value) {
    return value instanceof ObjectValue
        || value instanceof Made made && made.type().isEmpty()
        || value.exactText().filter(text -> text.strip().startsWith("{")).isPresent();
  }

  /** What the call is given when that is one thing. */
  private static Optional<Expression> argument(Call call) {
    return call.arguments().size() == 1
        ? Optional.of(call.arguments().get(0).value())
        : Optional.empty();
  }

  /** {@code new LinkedHashMap<>()} and its like are filled later; {@code Map.of(…)} is full. */
  private static Optional<Value> container(Call call, Scope scope, Evaluator evaluator) {
    String name = call.callee().lastName();
    boolean isOfMap =
        call.callee() instanceof Expression.Member member && member.of().lastName().equals("Map");
    if (isOfMap && name.equals("of")) {
      return Optional.of(pairs(call.arguments(), scope, evaluator));
    }
    if (isOfMap && name.equals("ofEntries")) {
      return Optional.of(entries(call.arguments(), scope, evaluator));
    }
    if (call.arguments().isEmpty() && MAPS.contains(name)) {
      return Optional.of(ObjectValue.EMPTY);
    }
    if (call.arguments().isEmpty() && LISTS.contains(name)) {
      return Optional.of(new ListValue(List.of(), true));
    }
    // A copy of another container.
    return argument(call)
        .filter(value -> MAPS.contains(name) || LISTS.contains(name))
        .map(value -> evaluator.evaluate(value, scope))
        .filter(value -> value instanceof ObjectValue || value instanceof ListValue);
  }

  /** {@code Map.of("type", "string", "minLength", 1)}. */
  private static Value pairs(List<Argument> arguments, Scope scope, Evaluator evaluator) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean complete = true;
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      Optional<String> key = evaluator.evaluate(arguments.get(i).value(), scope).exactText();
      Value value = evaluator.evaluate(arguments.get(i + 1).value(), scope);
      key.ifPresent(known -> members.put(known, value));
      complete &= key.isPresent();
    }
    return new ObjectValue(members, complete, Optional.empty());
  }

  /** {@code Map.ofEntries(Map.entry("type", "string"), …)}. */
  private static Value entries(List<Argument> arguments, Scope scope, Evaluator evaluator) {
    List<Argument> flat = new ArrayList<>();
    for (Argument argument : arguments) {
      if (argument.value() instanceof Call entry && entry.arguments().size() == 2) {
        flat.addAll(entry.arguments());
      }
    }
    Value pairs = pairs(flat, scope, evaluator);
    return new ObjectValue(
        pairs.asObject().members(), flat.size() == 2 * arguments.size(), Optional.empty());
  }

  /** {@code (new ReflectionClass($this))->getShortName()}. */
  private static Optional<Value> nameOfType(Call call, Scope scope, Evaluator evaluator) {
    return call.callee() instanceof Expression.Member member
            && evaluator.evaluate(member.of(), scope) instanceof Made reflection
            && reflection.get("0") instanceof Made self
        ? self.of().map(type -> Value.text(type.type().name()))
        : Optional.empty();
  }

  /** {@code Arc::new(value)} is worth what the value is. */
  private static Optional<Value> wrapped(Call call, Scope scope, Evaluator evaluator) {
    boolean isWrapper =
        call.callee() instanceof Expression.Member member
            && List.of("Arc", "Box", "Rc", "Cow").contains(member.of().lastName());
    return argument(call).filter(value -> isWrapper).map(value -> evaluator.evaluate(value, scope));
  }

  /** {@code .string("text")} and {@code Value.string("text")} are worth the text. */
  private static Optional<Value> caseOfValue(Call call, Scope scope, Evaluator evaluator) {
    boolean isCase =
        call.callee() instanceof Expression.Member member
            && Set.of("", "Value").contains(member.of().lastName())
            && call.arguments().stream().allMatch(argument -> argument.name().isEmpty());
    return argument(call).filter(value -> isCase).map(value -> evaluator.evaluate(value, scope));
  }

  private static Optional<Value> typeArgument(Call call, Scope scope, Evaluator evaluator) {
    Expression type =
        call.callee() instanceof Expression.Index index && !index.at().isEmpty()
            ? index.at().get(0)
            : call.arguments().isEmpty() ? call.callee() : call.arguments().get(0).value();
    return evaluator.evaluate(type, scope) instanceof TypeValue known
        ? Optional.of(JsonValues.toValue(new TypeSchemas(evaluator).structure(known)))
        : Optional.empty();
  }

  /** The entries of an object literal, which a macro's look like a value without a type. */
  static List<Entry> entries(Expression literal) {
    return literal instanceof Mapping mapping
        ? mapping.entries()
        : literal instanceof Construction construction ? construction.entries() : List.of();
  }

  /** The key of an entry as far as it is written out; {@code Note { text }} has the key text. */
  static Optional<String> plainKey(Entry entry) {
    Expression key = entry.key().orElse(entry.value());
    return key instanceof Text text && entry.key().isPresent()
        ? Optional.of(text.value())
        : key instanceof Name name ? Optional.of(name.name()) : Optional.empty();
  }

  /** The members of an object literal, and of those within it. */
  static ObjectValue members(Expression literal, Scope scope, Evaluator evaluator) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean complete = true;
    for (Entry entry : entries(literal)) {
      Optional<String> key =
          entry
              .key()
              .flatMap(written -> evaluator.evaluate(written, scope).exactText())
              .or(() -> plainKey(entry));
      key.ifPresent(known -> members.put(known, part(entry.value(), scope, evaluator)));
      complete &= key.isPresent();
    }
    return new ObjectValue(members, complete, Optional.of(Evaluator.place(literal, scope)));
  }

  private static Value part(Expression value, Scope scope, Evaluator evaluator) {
    if (value instanceof Sequence list) {
      return new ListValue(
          list.items().stream().map(item -> part(item, scope, evaluator)).toList(), true);
    }
    boolean isPlain =
        value instanceof Mapping
            || value instanceof Construction construction && construction.type().isEmpty();
    return isPlain ? members(value, scope, evaluator) : evaluator.evaluate(value, scope);
  }

  private static Optional<LambdaValue> lambda(Call call, Scope scope, Evaluator evaluator) {
    return call.arguments().stream()
        .map(argument -> evaluator.evaluate(argument.value(), scope))
        .filter(LambdaValue.class::isInstance)
        .map(LambdaValue.class::cast)
        .findFirst();
  }

  /** {@code { put("type", "string"); putJsonArray("enum") { add("a") } }}. */
  private static Value json(LambdaValue lambda, Evaluator evaluator) {
    Map<String, Value> members = new LinkedHashMap<>();
    List<Value> items = new ArrayList<>();
    Scope scope = lambda.scope().inner();
    boolean complete = true;
    for (Statement statement : lambda.lambda().body()) {
      Expression expression = expression(statement);
      complete &=
          expression instanceof Call call
              ? isPut(call, scope, evaluator, members, items)
              : !(expression instanceof Operation);
    }
    return items.isEmpty()
        ? new ObjectValue(members, complete, Optional.empty())
        : new ListValue(items, complete);
  }

  private static Expression expression(Statement statement) {
    return statement instanceof Evaluation evaluation
        ? evaluation.expression()
        : statement instanceof Statement.Return returned
            ? returned.value().orElse(new Name("", 0))
            : new Name("", 0);
  }

  /** Puts what a call puts into an object or a list, and tells whether that is known. */
  private static boolean isPut(
      Call call, Scope scope, Evaluator evaluator, Map<String, Value> members, List<Value> items) {
    List<Argument> arguments = call.arguments();
    String function = call.callee().lastName();
    if (function.startsWith("put") && !arguments.isEmpty()) {
      Optional<String> key = evaluator.evaluate(arguments.get(0).value(), scope).exactText();
      Value value = putValue(function, call, scope, evaluator);
      key.ifPresent(known -> members.put(known, value));
      return key.isPresent();
    }
    if (function.equals("add") && arguments.size() == 1) {
      items.add(evaluator.evaluate(arguments.get(0).value(), scope));
      return true;
    }
    return false;
  }

  private static Value putValue(String function, Call call, Scope scope, Evaluator evaluator) {
    if (function.equals("put") && call.arguments().size() == 2) {
      return evaluator.evaluate(call.arguments().get(1).value(), scope);
    }
    Value value =
        lambda(call, scope, evaluator)
            .map(body -> json(body, evaluator))
            .orElse(Value.Unknown.VALUE);
    boolean isEmptyArray =
        function.equals("putJsonArray")
            && value instanceof ObjectValue object
            && object.members().isEmpty();
    return isEmptyArray ? new ListValue(List.of(), true) : value;
  }
}
