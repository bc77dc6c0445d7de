package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.value.Choices;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.LanguageValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values that only evaluated programs have. */
public final class Values {
  private Values() {}

  /** A function of the sources with the scope it was defined in, and what it is a method of. */
  public record FunctionValue(Statement.Function function, Scope scope, Optional<Value> self)
      implements LanguageValue {}

  /** A function without a name. */
  public record LambdaValue(Expression.Lambda lambda, Scope scope) implements LanguageValue {}

  /** A type of the sources. */
  public record TypeValue(Statement.Type type, Scope scope) implements LanguageValue {}

  /** A type with its arguments, kept as it is written. */
  public record TypeExpression(Expression type, Scope scope) implements LanguageValue {}

  /** The names of a file, or of a package of files. */
  public record NamespaceValue(Scope scope) implements LanguageValue {}

  /**
   * What a literal or call of a type makes.
   *
   * @param type the last name of the type, empty where it is elided
   * @param of the type itself where the sources have it
   * @param members the arguments by their names; those without one are named by their place from
   *     {@code "0"}
   */
  public record Made(String type, Optional<TypeValue> of, ObjectValue members, Place place)
      implements LanguageValue {

    public Value get(String name) {
      return members.get(name);
    }

    /** All arguments in their order. */
    public Collection<Value> arguments() {
      return members.members().values();
    }

    /** The argument of this name, else the one at this place. */
    public Value argument(String name, int position) {
      return members.argument(name, position);
    }

    Made with(String name, Value value) {
      return new Made(type, of, Values.with(members, name, value), place);
    }
  }

  /** Whether an argument is named so because it has no name: by its place. */
  public static boolean isPlace(String name) {
    return !name.isEmpty() && Character.isDigit(name.charAt(0));
  }

  /** The object with one member set. */
  public static ObjectValue with(ObjectValue object, String name, Value value) {
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.put(name, value);
    return new ObjectValue(members, object.complete(), object.place());
  }

  /** What is known of a value that is one of two; the first where both cannot be told. */
  static Value either(Value first, Value second) {
    if (first instanceof Made one
        && second instanceof Made other
        && one.type().equals(other.type())
        && either(one.members(), other.members()) instanceof ObjectValue members) {
      return new Made(one.type(), one.of(), members, one.place());
    }
    return Choices.both(first, second).orElse(first);
  }

  /** The value with the members that a change which may not happen adds to it. */
  static Value grown(Value before, Value after) {
    if (before == after) {
      return before;
    }
    if (before instanceof Made made && after instanceof Made other) {
      return new Made(made.type(), made.of(), grown(made.members(), other.members()), made.place());
    }
    if (before instanceof Text && after instanceof Text) {
      return either(before, after);
    }
    return before instanceof ObjectValue object && after instanceof ObjectValue other
        ? grown(object, other)
        : before;
  }

  private static ObjectValue grown(ObjectValue before, ObjectValue after) {
    Map<String, Value> members = new LinkedHashMap<>(before.members());
    after.members().forEach((name, value) -> members.merge(name, value, Values::grown));
    return new ObjectValue(members, before.complete() && after.complete(), before.place());
  }
}
