package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expressions;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Branch;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Loop;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows statements in their order. Conditions that are not known count as false for what
 * variables are worth; a watcher sees all branches. For one thread.
 */
public final class Execution {
  private static final int MAX_ROUNDS = 500;
  private static final int MAX_DEPTH = 60;
  private static final int MAX_FOLLOWED = 6;

  /** Looks at the program while it is followed. */
  public interface Watcher {
    /** Whether the expression itself is of interest. */
    boolean wants(Expression expression);

    /** An expression of interest was reached. */
    void reached(Expression expression, Scope scope);

    /** A function was declared. */
    void declared(Function function, Scope scope);

    /** A type was declared; {@code scope} is that around it. */
    default void declared(Type type, Scope scope) {}
  }

  /** Looks at nothing. */
  static final Watcher NO_WATCHER =
      new Watcher() {
        @Override
        public boolean wants(Expression expression) {
          return false;
        }

        @Override
        public void reached(Expression expression, Scope scope) {}

        @Override
        public void declared(Function function, Scope scope) {}
      };

  private final Evaluator evaluator;
  private final Watcher watcher;
  private final Bearers bearers;
  private int depth;
  private int followed;
  private int loops;

  /** What would be returned under a condition that is not known. */
  private Optional<Value> fallback = Optional.empty();

  public Execution(Evaluator evaluator, Watcher watcher, Bearers bearers) {
    this.evaluator = evaluator;
    this.watcher = watcher;
    this.bearers = bearers;
  }

  /** Follows without looking. */
  Execution(Evaluator evaluator) {
    this(evaluator, NO_WATCHER, evaluator.noBearers());
  }

  /** Defines what the statements define, without looking at anything. */
  public static void define(List<Statement> statements, Scope scope, Evaluator evaluator) {
    new Execution(evaluator).run(statements, scope);
  }

  /** What a function with this body returns. */
  Value result(List<Statement> body, Scope scope) {
    Optional<Value> returned = run(body, scope);
    return returned.or(() -> fallback).orElse(Value.Nothing.VALUE);
  }

  /** Follows the statements; the value is that of the return that was reached, if one was. */
  public Optional<Value> run(List<Statement> body, Scope scope) {
    if (depth >= MAX_DEPTH) {
      return Optional.empty();
    }
    depth++;
    try {
      Optional<Value> result = Optional.empty();
      for (Statement statement : body) {
        if (!isWatching() && !evaluator.step()) {
          break;
        }
        Optional<Value> returned = step(statement, scope);
        if (result.isEmpty() && returned.isPresent()) {
          result = returned;
          if (!isWatching()) {
            break;
          }
        }
      }
      return result;
    } finally {
      depth--;
    }
  }

  private boolean isWatching() {
    return watcher != NO_WATCHER;
  }

  private Optional<Value> step(Statement statement, Scope scope) {
    if (statement instanceof Assignment assignment) {
      scan(assignment.value(), scope);
      assign(assignment, scope);
    } else if (statement instanceof Evaluation evaluation) {
      scan(evaluation.expression(), scope);
      change(evaluation.expression(), scope);
    } else if (statement instanceof Return returned) {
      returned.value().ifPresent(value -> scan(value, scope));
      if (returned.value().isEmpty()) {
        return Optional.of(Value.Nothing.VALUE);
      }
      return Optional.of(
          isWatching() ? Value.Unknown.VALUE : evaluator.evaluate(returned.value().get(), scope));
    } else if (statement instanceof Branch branch) {
      return branch(branch, scope);
    } else if (statement instanceof Loop loop) {
      return loop(loop, scope);
    } else if (statement instanceof Block block) {
      return run(block.body(), scope);
    } else if (statement instanceof Function function) {
      declare(function, scope);
    } else if (statement instanceof Type type) {
      declare(type, scope);
    }
    return Optional.empty();
  }

  private void declare(Function function, Scope scope) {
    if (function.receiver().isEmpty()) {
      scope.define(
          function.name(),
          evaluator.declared(new FunctionValue(function, scope, Optional.empty())));
    }
    if (isWatching()) {
      watcher.declared(function, scope);
      if (bearers.bears(function)) {
        Scope inner = scope.inner();
        evaluator.bindDefaults(function.parameters(), inner);
        run(function.body(), inner);
      }
    }
  }

  private void declare(Type type, Scope scope) {
    TypeValue value = new TypeValue(type, scope);
    scope.define(type.name(), value);
    if (!isWatching()) {
      return;
    }
    watcher.declared(type, scope);
    Made self =
        new Made(
            type.name(),
            Optional.of(value),
            ObjectValue.EMPTY,
            new Place(scope.file(), type.line()));
    for (Statement member : type.body()) {
      Scope inner = Types.inside(value, evaluator);
      inner.define("this", self);
      if (member instanceof Function method) {
        inner.define("self", self);
        watcher.declared(method, inner);
        if (!bearers.bears(method)) {
          continue;
        }
        List<Parameter> parameters = method.parameters();
        boolean hasSelf = !parameters.isEmpty() && Evaluator.isSelf(parameters.get(0));
        evaluator.bindDefaults(
            hasSelf ? parameters.subList(1, parameters.size()) : parameters, inner);
        run(method.body(), inner);
      } else if (member instanceof Assignment assignment) {
        scan(assignment.value(), inner);
      } else {
        step(member, inner);
      }
    }
  }

  private Optional<Value> branch(Branch branch, Scope scope) {
    scan(branch.condition(), scope);
    Optional<Boolean> condition = condition(branch.condition(), scope);
    if (condition.isPresent()) {
      List<Statement> dead = condition.get() ? branch.otherwise() : branch.then();
      if (isWatching()) {
        run(dead, scope.trial());
      }
      return run(condition.get() ? branch.then() : branch.otherwise(), scope);
    }
    Scope then = scope.trial();
    Optional<Value> fromThen = run(branch.then(), then);
    Optional<Value> fromOtherwise = Optional.empty();
    if (!branch.otherwise().isEmpty()) {
      fromOtherwise = run(branch.otherwise(), scope);
    }
    scope.adoptUnknownNames(then);
    if (fromOtherwise.isPresent()) {
      return fromOtherwise;
    }
    if (fromThen.isPresent() && !isWatching() && fallback.isEmpty()) {
      fallback = fromThen;
    }
    return Optional.empty();
  }

  /** What is asked at run time is not known: following the calls would be long and in vain. */
  private Optional<Boolean> condition(Expression condition, Scope scope) {
    return evaluator.mentions().isCostly(condition, scope)
        ? Optional.empty()
        : Operations.truth(evaluator.evaluate(condition, scope));
  }

  private Optional<Value> loop(Loop loop, Scope scope) {
    scan(loop.over(), scope);
    boolean matters = !isWatching() || bearers.bears(loop.body());
    Value over =
        matters ? Operations.items(evaluator.evaluate(loop.over(), scope)) : Value.Unknown.VALUE;
    loops++;
    try {
      if (over instanceof ListValue list && !list.items().isEmpty()) {
        int rounds = Math.min(MAX_ROUNDS, list.items().size());
        for (int i = 0; i < rounds; i++) {
          Evaluator.bindNames(loop.names(), list.items().get(i), scope);
          Optional<Value> returned = run(loop.body(), scope);
          if (returned.isPresent() && !isWatching()) {
            return returned;
          }
        }
      } else {
        Scope once = scope.trial();
        loop.names().forEach(name -> once.define(name, Value.Unknown.VALUE));
        run(loop.body(), once);
        scope.adoptUnknownNames(once);
      }
    } finally {
      loops--;
    }
    return Optional.empty();
  }

  private void assign(Assignment assignment, Scope scope) {
    if (assignment.value() instanceof Expression.Unread && assignment.targets().size() == 1) {
      declareEmpty(assignment, scope);
      return;
    }
    if (assignment.targets().size() > 1) {
      assignParts(assignment, scope);
      return;
    }
    Expression target = assignment.targets().get(0);
    if (assignment.operator().equals("+=") || assignment.operator().equals("|=")) {
      Value before = evaluator.evaluate(target, scope);
      Value more = evaluator.evaluate(assignment.value(), scope);
      set(target, Operations.sum(before, more), "=", scope);
    } else if (target instanceof Name name && isLazy(assignment.value(), name.name())) {
      Expression value = assignment.value();
      if (evaluator.assignsOutward() && assignment.operator().equals("=")) {
        bindLazily(name.name(), value, true, scope, () -> evaluator.evaluate(value, scope));
      } else {
        bindLazily(name.name(), value, false, scope, () -> evaluator.evaluate(value, scope));
      }
    } else {
      set(target, evaluator.evaluate(assignment.value(), scope), assignment.operator(), scope);
    }
  }

  /** A variable that is only declared: a text that is being built begins empty. */
  private void declareEmpty(Assignment assignment, Scope scope) {
    String type = assignment.type().map(Expression::lastName).orElse("");
    if (assignment.targets().get(0) instanceof Name name
        && (type.equals("Builder") || type.equals("Buffer") || type.equals("StringBuilder"))) {
      scope.define(name.name(), Value.text(""));
    }
  }

  /** {@code a, b = value}. */
  private void assignParts(Assignment assignment, Scope scope) {
    Expression value = assignment.value();
    for (int i = 0; i < assignment.targets().size(); i++) {
      int position = i;
      if (!(assignment.targets().get(i) instanceof Name name)) {
        continue;
      }
      boolean isLazy = isLazy(value, name.name());
      Value now = isLazy ? Value.Unknown.VALUE : part(evaluator.evaluate(value, scope), position);
      boolean outward = evaluator.assignsOutward() && assignment.operator().equals("=");
      bindLazily(
          name.name(),
          value,
          outward,
          scope,
          () -> isLazy ? part(evaluator.evaluate(value, scope), position) : now);
    }
  }

  private void bindLazily(
      String name, Expression value, boolean outward, Scope scope, Supplier<Value> way) {
    boolean costly = evaluator.mentions().isCostly(value, scope);
    if (outward && costly) {
      scope.assignCostly(name, way);
    } else if (outward) {
      scope.assign(name, way);
    } else if (costly) {
      scope.defineCostly(name, way);
    } else {
      scope.define(name, way);
    }
  }

  private static Value part(Value value, int position) {
    if (value instanceof ListValue list) {
      return position < list.items().size() ? list.items().get(position) : Value.Unknown.VALUE;
    }
    return position == 0 ? value : Value.Unknown.VALUE;
  }

  /** What mentions its own name, or changes from round to round, must be worked out at once. */
  private boolean isLazy(Expression value, String name) {
    return loops == 0 && !evaluator.mentions().mentions(value, name);
  }

  private void set(Expression target, Value value, String operator, Scope scope) {
    if (target instanceof Name name) {
      if (evaluator.assignsOutward() && !operator.equals(":=")) {
        scope.assign(name.name(), value);
      } else {
        scope.define(name.name(), value);
      }
    } else if (target instanceof Member member) {
      Value of = evaluator.evaluate(member.of(), scope);
      withMember(of, member.name(), value).ifPresent(changed -> reset(member.of(), changed, scope));
    } else if (target instanceof Index index && index.at().size() == 1) {
      Value of = evaluator.evaluate(index.of(), scope);
      Optional<String> key = Operations.spelled(evaluator.evaluate(index.at().get(0), scope));
      key.flatMap(known -> withMember(of, known, value))
          .ifPresent(changed -> reset(index.of(), changed, scope));
    }
  }

  private static Optional<Value> withMember(Value of, String name, Value value) {
    if (of instanceof Made made) {
      return Optional.of(made.with(name, value));
    }
    return of instanceof ObjectValue object
        ? Optional.of(Values.with(object, name, value))
        : Optional.empty();
  }

  /** A part of a value was changed: so is what holds it. */
  private void reset(Expression target, Value value, Scope scope) {
    if (target instanceof Name name) {
      scope.assign(name.name(), value);
    } else {
      set(target, value, "=", scope);
    }
  }

  /** Calls that change what they are called on, and functions that change their arguments. */
  private void change(Expression expression, Scope scope) {
    if (!(expression instanceof Call call)) {
      return;
    }
    changeArguments(call, scope);
    if (call.callee() instanceof Member member && !call.arguments().isEmpty()) {
      Expression argument = call.arguments().get(0).value();
      switch (member.name()) {
        case "append", "add", "push" -> grow(member.of(), argument, true, scope);
        case "extend", "update", "addAll", "putAll", "AddRange" ->
            grow(member.of(), argument, false, scope);
        case "put", "set", "Add" -> put(member.of(), call, scope);
        case "WriteString", "Append", "AppendLine", "push_str" -> write(member, call, scope);
        case "Fprintf", "Fprint" -> print(call, scope);
        case "Copy" -> {
          if (call.arguments().size() == 2) {
            grow(argument, call.arguments().get(1).value(), false, scope);
          }
        }
        default -> {}
      }
    }
  }

  /** {@code withPages(schema)}: the function changes what it was given. */
  private void changeArguments(Call call, Scope scope) {
    if (evaluator.mentions().isCostly(call.callee(), scope)
        || !(evaluator.evaluate(call.callee(), scope) instanceof FunctionValue function)
        || !evaluator.changesParameters(function.function())
        || call.arguments().stream()
            .noneMatch(
                argument ->
                    argument.value() instanceof Name name && isContainer(name.name(), scope))) {
      return;
    }
    Scope inner = function.scope().inner();
    List<Parameter> parameters = function.function().parameters();
    evaluator.bind(parameters, call.arguments(), scope, inner);
    evaluator.run(function.function().body(), inner);
    for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
      if (call.arguments().get(i).value() instanceof Name name && isContainer(name.name(), scope)) {
        inner
            .find(parameters.get(i).name())
            .filter(Execution::isContainer)
            .ifPresent(changed -> scope.assign(name.name(), changed));
      }
    }
  }

  private static boolean isContainer(String name, Scope scope) {
    return scope.find(name).filter(Execution::isContainer).isPresent();
  }

  private static boolean isContainer(Value value) {
    return value instanceof ObjectValue || value instanceof Made || value instanceof ListValue;
  }

  private void grow(Expression target, Expression argument, boolean one, Scope scope) {
    if (!(target instanceof Name || target instanceof Member)) {
      return;
    }
    Value of = evaluator.evaluate(target, scope);
    if (of instanceof ListValue list) {
      Value more = evaluator.evaluate(argument, scope);
      Value items = one ? new ListValue(List.of(more), true) : Operations.items(more);
      Value sum =
          items instanceof ListValue
              ? Operations.sum(list, items)
              : new ListValue(list.items(), false);
      reset(target, sum, scope);
    } else if (of instanceof ObjectValue object && !one) {
      Value more = evaluator.evaluate(argument, scope);
      reset(
          target,
          more instanceof ObjectValue
              ? Operations.sum(object, more)
              : new ObjectValue(object.members(), false, object.place()),
          scope);
    }
  }

  /** {@code builder.WriteString(text)}. */
  private void write(Member member, Call call, Scope scope) {
    Value before = evaluator.evaluate(member.of(), scope);
    if (before instanceof Value.Text && member.of() instanceof Name) {
      Value more = evaluator.evaluate(call.arguments().get(0).value(), scope);
      Value line = member.name().equals("AppendLine") ? Value.text("\n") : Value.text("");
      Value added =
          Operations.sum(more instanceof Value.Text ? more : new Value.Text("", false), line);
      reset(member.of(), Operations.sum(before, added), scope);
    }
  }

  /** {@code fmt.Fprintf(&builder, format, …)}. */
  private void print(Call call, Scope scope) {
    Expression target = call.arguments().get(0).value();
    Value before = evaluator.evaluate(target, scope);
    if (before instanceof Value.Text && target instanceof Name && call.arguments().size() > 1) {
      Expression format = new Name("Sprintf", call.line());
      Value more =
          evaluator.evaluate(
              new Call(format, call.arguments().subList(1, call.arguments().size()), call.line()),
              scope);
      reset(target, Operations.sum(before, more), scope);
    }
  }

  private void put(Expression target, Call call, Scope scope) {
    if (target instanceof Name
        && call.arguments().size() == 2
        && evaluator.evaluate(target, scope) instanceof ObjectValue object) {
      Optional<String> key =
          Operations.spelled(evaluator.evaluate(call.arguments().get(0).value(), scope));
      Value value = evaluator.evaluate(call.arguments().get(1).value(), scope);
      key.ifPresent(known -> reset(target, Values.with(object, known, value), scope));
    }
  }

  /** Shows the watcher what it wants to see within an expression. */
  private void scan(Expression expression, Scope scope) {
    if (!isWatching() || depth >= MAX_DEPTH) {
      return;
    }
    List<Expression> open = new ArrayList<>(List.of(expression));
    while (!open.isEmpty()) {
      Expression next = open.remove(open.size() - 1);
      if (watcher.wants(next)) {
        watcher.reached(next, scope);
      }
      if (next instanceof Lambda lambda) {
        if (bearers.bears(lambda)) {
          Scope inner = scope.inner();
          evaluator.bindDefaults(lambda.parameters(), inner);
          run(lambda.body(), inner);
        }
        continue;
      }
      if (next instanceof Call call) {
        follow(call, scope);
      }
      List<Expression> children = Expressions.children(next);
      for (int i = children.size() - 1; i >= 0; i--) {
        open.add(children.get(i));
      }
    }
  }

  /** Whether a function may declare something else when it is given this. */
  private static boolean isInformative(Expression argument, Scope scope) {
    if (!(argument instanceof Name name)) {
      return !(argument instanceof Member);
    }
    return !scope.isCostly(name.name())
        && scope
            .find(name.name())
            .filter(value -> !(value instanceof Value.Unknown || value instanceof Value.Reference))
            .isPresent();
  }

  /** A function that declares tools declares them anew for the arguments it is called with. */
  private void follow(Call call, Scope scope) {
    if (followed >= MAX_FOLLOWED
        || call.arguments().isEmpty()
        || !bearers.knows(call.callee().lastName())
        || call.arguments().stream()
            .noneMatch(argument -> isInformative(argument.value(), scope))) {
      return;
    }
    if (!(call.callee() instanceof Name
            || call.callee() instanceof Member
            || call.callee() instanceof Index)
        || !(evaluator.evaluate(call.callee(), scope) instanceof FunctionValue function)
        || function.function().parameters().isEmpty()
        || !bearers.bears(function.function())) {
      return;
    }
    followed++;
    try {
      Scope inner = function.scope().inner();
      List<Parameter> parameters = function.function().parameters();
      boolean hasSelf = Evaluator.isSelf(parameters.get(0));
      if (hasSelf) {
        function.self().ifPresent(self -> inner.define(parameters.get(0).name(), self));
      }
      evaluator.bind(
          hasSelf ? parameters.subList(1, parameters.size()) : parameters,
          call.arguments(),
          scope,
          inner);
      run(function.function().body(), inner);
    } finally {
      followed--;
    }
  }
}
