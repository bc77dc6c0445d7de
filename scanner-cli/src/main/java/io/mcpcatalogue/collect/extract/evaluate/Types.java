package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Branch;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What types of the sources have: their own members and those of their bases. */
public final class Types {
  private static final Set<String> CONSTRUCTORS =
      Set.of("__init__", "__new__", "__construct", "constructor", "init", "new");

  private static final int MAX_BASES = 32;

  private Types() {}

  /** The type itself, and the types of the sources that it builds on, the nearest first. */
  public static List<TypeValue> withBases(TypeValue type, Evaluator evaluator) {
    List<TypeValue> all = new ArrayList<>();
    // By identity: comparing whole syntax trees would be slow.
    Set<Statement.Type> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<TypeValue> open = new ArrayList<>(List.of(type));
    while (!open.isEmpty() && all.size() < MAX_BASES) {
      TypeValue next = open.remove(0);
      if (seen.add(next.type())) {
        all.add(next);
        for (Expression base : next.type().bases()) {
          // What a generic type is made for does not matter for what it has.
          Expression plain = base instanceof Expression.Index generic ? generic.of() : base;
          if (evaluator.evaluate(plain, next.scope()) instanceof TypeValue known) {
            open.add(known);
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** The last names of all types that it builds on, whether the sources have them or not. */
  public static Set<String> baseNames(TypeValue type, Evaluator evaluator) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeValue each : withBases(type, evaluator)) {
      each.type().bases().forEach(base -> names.add(base.lastName()));
    }
    return names;
  }

  /** What Python classes know of themselves. */
  static Optional<Value> saysOfItself(TypeValue type, String name) {
    return switch (name) {
      case "__name__" -> Optional.of(Value.text(type.type().name()));
      case "__doc__" -> Optional.of(Value.text(type.type().documentation()));
      default -> Optional.empty();
    };
  }

  /** A constant, method or inner type. */
  static Optional<Value> member(TypeValue type, String name, Evaluator evaluator) {
    Optional<TypeValue> derived = Optional.empty();
    for (TypeValue each : withBases(type, evaluator)) {
      Optional<Value> own = ownMember(each, derived, name, evaluator);
      if (own.isPresent()) {
        return own;
      }
      derived = Optional.of(each);
    }
    return Optional.empty();
  }

  /** The field of a record that was made of values without names. */
  static Optional<Value> positional(TypeValue type, String name, Made made) {
    boolean isRecord =
        made.members().has("0")
            && type.type().bases().isEmpty()
            && type.type().body().stream().noneMatch(Types::isConstructor);
    if (!isRecord) {
      return Optional.empty();
    }
    List<String> fields = type.type().fields().stream().map(Parameter::name).toList();
    String place = Integer.toString(fields.indexOf(name));
    return made.members().has(place) ? Optional.of(made.get(place)) : Optional.empty();
  }

  private static boolean isConstructor(Statement member) {
    return member instanceof Statement.Function function && CONSTRUCTORS.contains(function.name());
  }

  private static Optional<Value> ownMember(
      TypeValue type, Optional<TypeValue> derived, String name, Evaluator evaluator) {
    for (Parameter field : type.type().fields()) {
      if (field.name().equals(name) && field.defaultValue().isPresent()) {
        return Optional.of(evaluator.evaluate(field.defaultValue().get(), inside(type, evaluator)));
      }
    }
    for (Statement statement : type.type().body()) {
      if (statement instanceof Statement.Function function && function.name().equals(name)) {
        return Optional.of(new FunctionValue(function, type.scope(), Optional.empty()));
      }
      if (statement instanceof Statement.Type inner && inner.name().equals(name)) {
        return Optional.of(new TypeValue(inner, inside(type, evaluator)));
      }
    }
    return assignedInMethod(type, derived, name, evaluator);
  }

  /** The scope of what stands within the type. */
  public static Scope inside(TypeValue type, Evaluator evaluator) {
    Scope scope = type.scope().inner();
    for (Parameter field : type.type().fields()) {
      field
          .defaultValue()
          .ifPresent(value -> scope.define(field.name(), () -> evaluator.evaluate(value, scope)));
    }
    for (Statement statement : type.type().body()) {
      if (statement instanceof Statement.Type inner) {
        scope.define(inner.name(), new TypeValue(inner, scope));
      }
    }
    return scope;
  }

  /**
   * {@code self.name = value} in the constructor or elsewhere; the parameters of a constructor are
   * what the derived type passes on to it.
   */
  private static Optional<Value> assignedInMethod(
      TypeValue type, Optional<TypeValue> derived, String name, Evaluator evaluator) {
    for (Statement statement : type.type().body()) {
      if (statement instanceof Statement.Function function) {
        Optional<Expression> value = assigned(function.body(), name);
        if (value.isPresent()) {
          Scope scope = type.scope().inner();
          evaluator.bindDefaults(function.parameters(), scope);
          derived.ifPresent(
              from ->
                  superCall(from, function.name())
                      .ifPresent(
                          call ->
                              evaluator.bind(
                                  withoutSelf(function.parameters()),
                                  call.arguments(),
                                  inside(from, evaluator),
                                  scope)));
          return Optional.of(evaluator.evaluate(value.get(), scope));
        }
      }
    }
    return Optional.empty();
  }

  /** {@code super().__init__(…)} in the constructor of this name. */
  public static Optional<Call> superCall(TypeValue type, String constructor) {
    for (Statement statement : type.type().body()) {
      if (statement instanceof Statement.Function function && function.name().equals(constructor)) {
        for (Expression expression : Statements.expressions(function.body())) {
          if (expression instanceof Call call
              && call.callee() instanceof Member member
              && member.name().equals(constructor)) {
            return Optional.of(call);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Parameter> withoutSelf(List<Parameter> parameters) {
    return !parameters.isEmpty() && Evaluator.isSelf(parameters.get(0))
        ? parameters.subList(1, parameters.size())
        : parameters;
  }

  private static Optional<Expression> assigned(List<Statement> body, String name) {
    for (Statement statement : body) {
      if (statement instanceof Assignment assignment
          && assignment.targets().size() == 1
          && assignment.targets().get(0) instanceof Member member
          && member.name().equals(name)
          && member.of() instanceof Name self
          && (self.name().equals("self") || self.name().equals("this"))) {
        return Optional.of(assignment.value());
      }
      Optional<Expression> inner = Optional.empty();
      if (statement instanceof Block block) {
        inner = assigned(block.body(), name);
      } else if (statement instanceof Branch branch) {
        inner = assigned(branch.then(), name).or(() -> assigned(branch.otherwise(), name));
      }
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  /** A method becomes one of this object. */
  static Value bound(Value member, Made object) {
    return member instanceof FunctionValue function
        ? new FunctionValue(function.function(), function.scope(), Optional.of(object))
        : member;
  }
}
