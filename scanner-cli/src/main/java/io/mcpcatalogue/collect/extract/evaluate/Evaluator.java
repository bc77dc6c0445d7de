package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.LambdaValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.NamespaceValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeExpression;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Choice;
import io.mcpcatalogue.collect.extract.syntax.Expression.Comprehension;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Joined;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expression.Mapping;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Spread;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import io.mcpcatalogue.collect.extract.syntax.Expressions;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what expressions are worth. Bounded in depth and in steps: a program beyond that is
 * unknown. For one thread.
 */
public final class Evaluator {
  private static final int MAX_DEPTH = 150;
  private static final int MAX_CALLS = 12;

  /** A function that calls itself in a loop would be followed into all its branches. */
  private static final int MAX_RECURSION = 3;

  /** For everything, and for a single question. */
  private static final long MAX_STEPS = 50_000_000;

  private static final long MAX_STEPS_A_QUESTION = 100_000;

  private final Semantics semantics;
  private final Literals literals = new Literals(this);
  private final Mentions mentions = new Mentions();
  private final CallMemo memo = new CallMemo();
  private final Assignments assignments = new Assignments(this);
  private final Mutations mutations = new Mutations(this, assignments);
  private final Bearers noBearers = Bearers.none();
  private final Map<Statement.Function, Boolean> changing = new IdentityHashMap<>();
  private final Map<Statement.Function, Integer> active = new IdentityHashMap<>();
  private int depth;
  private int calls;
  private long steps;
  private long stepsUntil;

  public Evaluator(Semantics semantics) {
    this.semantics = semantics;
  }

  /** Whether the limit of steps was reached, so that something may be missing. */
  public boolean isExhausted() {
    return steps >= MAX_STEPS;
  }

  /** Whether {@code =} changes the variable of a scope around instead of making a new one. */
  boolean assignsOutward() {
    return semantics.assignsOutward();
  }

  /** What the name of the function stands for once it is declared. */
  Value declared(FunctionValue function) {
    return semantics.declared(function, this);
  }

  Mentions mentions() {
    return mentions;
  }

  Assignments assignments() {
    return assignments;
  }

  Mutations mutations() {
    return mutations;
  }

  Bearers noBearers() {
    return noBearers;
  }

  public Value evaluate(Expression expression, Scope scope) {
    if (!step()) {
      return Value.Unknown.VALUE;
    }
    depth++;
    try {
      return value(expression, scope);
    } finally {
      depth--;
    }
  }

  private Value value(Expression expression, Scope scope) {
    if (expression instanceof Text text) {
      return Value.text(text.value());
    }
    if (expression instanceof Expression.NumberLiteral number) {
      return Numbers.read(number.spelling());
    }
    if (expression instanceof Name name) {
      return name(name.name(), scope);
    }
    if (expression instanceof Member member) {
      return member(evaluate(member.of(), scope), member.name());
    }
    if (expression instanceof Call call) {
      return call(call, scope);
    }
    if (expression instanceof Construction construction) {
      return literals.construction(construction, scope);
    }
    if (expression instanceof Sequence sequence) {
      return literals.list(sequence.items(), scope);
    }
    if (expression instanceof Mapping mapping) {
      return literals.mapping(mapping.entries(), place(expression, scope), scope);
    }
    if (expression instanceof Joined joined) {
      return literals.joined(joined.parts(), scope);
    }
    if (expression instanceof Operation operation) {
      return Operations.apply(operation, scope, this);
    }
    if (expression instanceof Choice choice) {
      return choice(choice, scope);
    }
    if (expression instanceof Index index) {
      return index(index, scope);
    }
    if (expression instanceof Lambda lambda) {
      return new LambdaValue(lambda, scope);
    }
    if (expression instanceof Comprehension comprehension) {
      return literals.comprehension(comprehension, scope);
    }
    return Value.Unknown.VALUE;
  }

  public static Place place(Expression expression, Scope scope) {
    return new Place(scope.file(), expression.line());
  }

  private Value name(String name, Scope scope) {
    return scope
        .find(name)
        .or(() -> semantics.word(name))
        .orElseGet(() -> new Value.Reference(name, ""));
  }

  /** The member of a value. */
  public Value member(Value of, String name) {
    if (of instanceof NamespaceValue namespace) {
      return namespace.scope().find(name).orElse(new Value.Reference(name, ""));
    }
    if (of instanceof TypeValue type) {
      return Types.saysOfItself(type, name)
          .or(() -> Types.member(type, name, this))
          .orElse(Value.Unknown.VALUE);
    }
    if (of instanceof Made made) {
      if (made.members().has(name)) {
        return made.get(name);
      }
      return made.of()
          .flatMap(type -> Types.positional(type, name, made))
          .or(() -> made.of().flatMap(type -> Types.member(type, name, this)))
          .map(value -> Types.bound(value, made))
          .orElseGet(() -> isTheWhole(name) ? made.get("0") : Value.Unknown.VALUE);
    }
    if (of instanceof FunctionValue function && name.equals("__name__")) {
      return Value.text(function.function().name());
    }
    if (of instanceof ObjectValue object && object.has(name)) {
      return object.get(name);
    }
    if (of instanceof Value.Reference reference) {
      return new Value.Reference(reference.name() + "." + name, reference.module());
    }
    return isTheWhole(name) && of.exact() ? of : Value.Unknown.VALUE;
  }

  /** The text of an entry of an enumeration, the tree of a document. */
  private static boolean isTheWhole(String member) {
    return switch (member) {
      case "value", "Value", "rawValue", "RootElement" -> true;
      default -> false;
    };
  }

  private Value index(Index index, Scope scope) {
    Value of = evaluate(index.of(), scope);
    if (of instanceof FunctionValue || of instanceof LambdaValue) {
      return of;
    }
    if (of instanceof TypeValue || of instanceof Value.Reference) {
      return new TypeExpression(index, scope);
    }
    if (index.at().size() != 1) {
      return Value.Unknown.VALUE;
    }
    Value key = evaluate(index.at().get(0), scope);
    if (of instanceof ListValue list && key instanceof NumberValue number) {
      int at = Numbers.asInt(number).orElse(-1);
      return at >= 0 && at < list.items().size() ? list.items().get(at) : Value.Unknown.VALUE;
    }
    if (of instanceof ObjectValue object && key.exactText().isPresent()) {
      return object.has(key.exactText().get())
          ? object.get(key.exactText().get())
          : Value.Unknown.VALUE;
    }
    return Value.Unknown.VALUE;
  }

  private Value choice(Choice choice, Scope scope) {
    Optional<Boolean> condition = Operations.truth(evaluate(choice.condition(), scope));
    if (condition.isPresent()) {
      return evaluate(condition.get() ? choice.then() : choice.otherwise(), scope);
    }
    Value then = evaluate(choice.then(), scope);
    Value otherwise = evaluate(choice.otherwise(), scope);
    boolean saysNothing = then instanceof Value.Unknown || then instanceof Value.Nothing;
    return Operations.doubtful(saysNothing ? otherwise : Values.either(then, otherwise));
  }

  private Value call(Call call, Scope scope) {
    Optional<Value> known = semantics.call(call, scope, this);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Value> text = TextFunctions.call(call, scope, this);
    if (text.isPresent()) {
      return text.get();
    }
    Value called = evaluate(call.callee(), scope);
    Value callee =
        called instanceof TypeExpression generic && generic.type() instanceof Index index
            ? evaluate(index.of(), generic.scope())
            : called;
    Place place = place(call, scope);
    if (callee instanceof FunctionValue function) {
      return invoke(function, call.arguments(), scope);
    }
    if (callee instanceof LambdaValue lambda) {
      return invoke(lambda, call.arguments(), scope);
    }
    Optional<TypeValue> type =
        callee instanceof TypeValue known2 ? Optional.of(known2) : Optional.empty();
    return new Made(
        call.callee().lastName(), type, arguments(call.arguments(), place, scope), place);
  }

  /** The values of the arguments by their names and places. */
  public ObjectValue arguments(List<Argument> arguments, Place place, Scope scope) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean complete = true;
    int position = 0;
    for (Argument argument : arguments) {
      if (argument.value() instanceof Spread spread) {
        Value value = evaluate(spread.of(), scope);
        if (value instanceof ObjectValue object) {
          members.putAll(object.members());
          complete &= object.complete();
        } else if (value instanceof ListValue list) {
          for (Value item : list.items()) {
            members.put(Integer.toString(position++), item);
          }
        } else {
          complete = false;
        }
      } else if (argument.name().isEmpty()) {
        members.put(Integer.toString(position++), evaluate(argument.value(), scope));
      } else {
        members.put(argument.name(), evaluate(argument.value(), scope));
      }
    }
    return new ObjectValue(members, complete, Optional.of(place));
  }

  /** What the function returns when it is called without arguments. */
  public Value result(FunctionValue function, Scope scope) {
    return invoke(function, List.of(), scope);
  }

  private Value invoke(FunctionValue function, List<Argument> arguments, Scope scope) {
    if (active.merge(function.function(), 1, Integer::sum) > MAX_RECURSION) {
      active.merge(function.function(), -1, Integer::sum);
      memo.cut();
      return Value.Unknown.VALUE;
    }
    try {
      ObjectValue values = arguments(arguments, new Place(scope.file(), 0), scope);
      return memo.result(function, values, () -> entered(function, values));
    } finally {
      active.merge(function.function(), -1, Integer::sum);
    }
  }

  private Value entered(FunctionValue function, ObjectValue arguments) {
    Scope inner = function.scope().inner();
    List<Parameter> parameters = function.function().parameters();
    if (function.self().isPresent() && !parameters.isEmpty() && isSelf(parameters.get(0))) {
      inner.define(parameters.get(0).name(), function.self().get());
      parameters = parameters.subList(1, parameters.size());
    } else {
      function.self().ifPresent(self -> inner.define("this", self));
    }
    bind(parameters, arguments, inner);
    return run(function.function().body(), inner);
  }

  public static boolean isSelf(Parameter parameter) {
    return parameter.name().equals("self") || parameter.name().equals("cls");
  }

  private Value invoke(LambdaValue lambda, List<Argument> arguments, Scope scope) {
    Scope inner = lambda.scope().inner();
    bind(lambda.lambda().parameters(), arguments, scope, inner);
    return run(lambda.lambda().body(), inner);
  }

  /** Whether the function sets parts of what it is given. */
  boolean changesParameters(Statement.Function function) {
    return changing.computeIfAbsent(
        function,
        key ->
            Statements.all(key.body()).stream()
                .anyMatch(
                    statement ->
                        statement instanceof Statement.Assignment assignment
                            && key.parameters().stream()
                                .anyMatch(
                                    parameter ->
                                        isPartOf(assignment.targets().get(0), parameter.name()))));
  }

  private static boolean isPartOf(Expression target, String name) {
    return !(target instanceof Name) && Expressions.mentions(target, name);
  }

  /** What a function with this body returns. */
  Value run(List<Statement> body, Scope scope) {
    if (calls >= MAX_CALLS || !step()) {
      memo.cut();
      return Value.Unknown.VALUE;
    }
    calls++;
    depth++;
    try {
      return new Execution(this).result(body, scope);
    } finally {
      depth--;
      calls--;
    }
  }

  /** Counts a step; false when there have been too many. */
  boolean step() {
    if (depth == 0) {
      stepsUntil = Math.min(MAX_STEPS, steps + MAX_STEPS_A_QUESTION);
    }
    if (depth >= MAX_DEPTH || steps >= stepsUntil) {
      memo.cut();
      return false;
    }
    steps++;
    return true;
  }

  /** Gives the parameters the values of the arguments, else their defaults, else none. */
  public void bind(List<Parameter> parameters, List<Argument> arguments, Scope outer, Scope inner) {
    bind(parameters, arguments(arguments, new Place(outer.file(), 0), outer), inner);
  }

  void bind(List<Parameter> parameters, ObjectValue values, Scope inner) {
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      String position = Integer.toString(i);
      if (parameter.rest()) {
        inner.define(parameter.name(), rest(parameters, values, i));
      } else if (values.has(parameter.name())) {
        inner.define(parameter.name(), values.get(parameter.name()));
      } else if (values.has(position)) {
        inner.define(parameter.name(), values.get(position));
      } else {
        bindDefault(parameter, inner);
      }
    }
  }

  /** What no other parameter takes: those without names, or in Python those that have some. */
  private static Value rest(List<Parameter> parameters, ObjectValue values, int position) {
    Map<String, Value> named = new LinkedHashMap<>(values.members());
    named.keySet().removeIf(Values::isPlace);
    parameters.forEach(parameter -> named.remove(parameter.name()));
    List<Value> unnamed = values.argumentsFrom(position);
    return unnamed.isEmpty() && !named.isEmpty()
        ? new ObjectValue(named, values.complete(), values.place())
        : new ListValue(unnamed, values.complete());
  }

  /** Gives the receiver of a Go method its type: what it holds is not known. */
  void bindReceiver(Statement.Function method, Scope inner) {
    if (!method.receiver().isEmpty()
        && !method.marks().isEmpty()
        && inner.find(method.receiver()).orElse(Value.Unknown.VALUE) instanceof TypeValue type) {
      Place place = new Place(inner.file(), method.line());
      Made self = new Made(method.receiver(), Optional.of(type), ObjectValue.EMPTY, place);
      inner.define(method.marks().get(0).lastName(), self);
    }
  }

  /** Gives the parameters their defaults, as far as they have any. */
  public void bindDefaults(List<Parameter> parameters, Scope inner) {
    parameters.forEach(parameter -> bindDefault(parameter, inner));
  }

  private void bindDefault(Parameter parameter, Scope inner) {
    if (parameter.defaultValue().isPresent()) {
      inner.define(parameter.name(), () -> evaluate(parameter.defaultValue().get(), inner));
    } else {
      inner.define(parameter.name(), Value.Unknown.VALUE);
    }
  }
}
