package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Comprehension;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows statements in their order. Conditions that are not known count as false for what
 * variables are worth; a watcher sees all branches. For one thread.
 */
public final class Execution {
  private static final int MAX_ROUNDS = 2_000;
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

  /**
   * Lets a watcher look at files, each in a scope of its own: those of their package stay as they
   * are.
   *
   * @param words every expression that is wanted has one of these in it
   * @param methodsAreTold whether a function without a receiver is no method
   */
  public static void watch(
      List<ParsedFile> files,
      Watcher watcher,
      Vocabulary words,
      boolean methodsAreTold,
      Evaluator evaluator) {
    Bearers bearers =
        Bearers.of(
            files.stream().map(ParsedFile::statements).toList(),
            watcher::wants,
            words,
            methodsAreTold);
    for (ParsedFile file : files) {
      new Execution(evaluator, watcher, bearers).run(file.statements(), file.scope().inner());
    }
  }

  /** Defines what the statements define, without looking at anything. */
  public static void define(List<Statement> statements, Scope scope, Evaluator evaluator) {
    new Execution(evaluator).run(statements, scope);
  }

  /** What a function with this body returns. */
  Value result(List<Statement> body, Scope scope) {
    Optional<Value> returned = run(body, scope);
    return returned
        .map(last -> fallback.map(first -> Values.either(last, first)).orElse(last))
        .or(() -> fallback)
        .orElse(Value.Nothing.VALUE);
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
      evaluator.assignments().assign(assignment, loops > 0, scope);
    } else if (statement instanceof Evaluation evaluation) {
      scan(evaluation.expression(), scope);
      evaluator.mutations().change(evaluation.expression(), scope);
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
        evaluator.bindReceiver(function, inner);
        run(function.body(), inner);
      }
    }
  }

  private void declare(Type type, Scope scope) {
    TypeValue value = new TypeValue(type, scope);
    if (!type.isImplementation()) {
      scope.define(type.name(), value);
    }
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
    if (evaluator.assignsOutward()) {
      scope.adoptUnknownNames(then);
    } else {
      scope.adoptNames(then);
    }
    askedForNothing(branch.condition()).ifPresent(name -> scope.adoptDefault(then, name));
    if (fromThen.isPresent() && !isWatching()) {
      fallback = fallback.map(first -> Values.either(first, fromThen.get())).or(() -> fromThen);
    }
    return fromOtherwise;
  }

  /** The name in {@code if name == "" { name = "default" }} and {@code if not name}. */
  private static Optional<String> askedForNothing(Expression condition) {
    if (!(condition instanceof Operation operation)) {
      return Optional.empty();
    }
    boolean isNot = operation.operator().equals("!") && operation.right() instanceof Name;
    boolean isEmpty =
        Set.of("==", "===", "is").contains(operation.operator())
            && operation.left() instanceof Name;
    return isNot || isEmpty
        ? Optional.of((isNot ? operation.right() : operation.left()).lastName())
        : Optional.empty();
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
          Literals.bindNames(loop.names(), list.items().get(i), scope);
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

  /** Shows the watcher what it wants to see within an expression. */
  private void scan(Expression expression, Scope scope) {
    if (!isWatching() || depth >= MAX_DEPTH) {
      return;
    }
    for (Expression point : bearers.points(expression)) {
      if (watcher.wants(point)) {
        watcher.reached(point, scope);
      }
      if (point instanceof Lambda lambda && bearers.bears(lambda)) {
        Scope inner = scope.inner();
        evaluator.bindDefaults(lambda.parameters(), inner);
        run(lambda.body(), inner);
      } else if (point instanceof Comprehension comprehension) {
        each(comprehension, scope);
      } else if (point instanceof Call call) {
        follow(call, scope);
      }
    }
  }

  /** {@code [Tool(name=each.name) for each in NOTES]} makes one for each. */
  private void each(Comprehension comprehension, Scope scope) {
    Value over = Operations.items(evaluator.evaluate(comprehension.over(), scope));
    List<Value> items =
        over instanceof ListValue list && !list.items().isEmpty()
            ? list.items()
            : List.of(Value.Unknown.VALUE);
    for (Value item : items.subList(0, Math.min(MAX_ROUNDS, items.size()))) {
      scan(comprehension.item(), Literals.inside(comprehension, item, scope));
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
        || !bearers.knows(call.callee())
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
    ObjectValue arguments =
        evaluator.arguments(call.arguments(), new Place(scope.file(), 0), scope);
    if (!bearers.isNew(function, arguments, followed)) {
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
          hasSelf ? parameters.subList(1, parameters.size()) : parameters, arguments, inner);
      run(function.function().body(), inner);
    } finally {
      followed--;
    }
  }
}
