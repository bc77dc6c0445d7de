package io.mcpcatalogue.collect.extract.value;

import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a value that is one of two, which one only the running program decides: all that
 * either says, so that neither hides behind the other.
 */
public final class Choices {
  private static final int LONGEST = 1 << 20;

  private Choices() {}

  /** What both say; empty for what is neither two texts nor two lists nor two objects. */
  public static Optional<Value> both(Value first, Value second) {
    if (first instanceof Text one && second instanceof Text other) {
      return texts(one, other);
    }
    if (first instanceof ListValue one && second instanceof ListValue other) {
      return Optional.of(union(one, other));
    }
    return first instanceof ObjectValue one && second instanceof ObjectValue other
        ? Optional.of(objects(one, other))
        : Optional.empty();
  }

  /** One below the other, where people or models read them: a name is one name or the other. */
  private static Optional<Value> texts(Text first, Text second) {
    if (!isProse(first) && !isProse(second)) {
      return Optional.empty();
    }
    if (holds(first, second)) {
      return Optional.of(first);
    }
    if (holds(second, first)) {
      return Optional.of(second);
    }
    String joined = first.value() + "\n" + second.value();
    return Optional.of(new Text(joined.length() > LONGEST ? first.value() : joined, false));
  }

  private static boolean holds(Text whole, Text part) {
    boolean isKnownAsWell = whole.exact() || !part.exact();
    return whole.value().contains(part.value())
        && (isKnownAsWell || whole.value().length() > part.value().length());
  }

  private static boolean isProse(Text text) {
    return text.value().strip().chars().anyMatch(Character::isWhitespace);
  }

  /** All items: what is served is one of the lists. */
  private static ListValue union(ListValue first, ListValue second) {
    Set<Value> items = new LinkedHashSet<>(first.items());
    items.addAll(second.items());
    return new ListValue(List.copyOf(items), first.complete() && second.complete());
  }

  /** Two that are called differently stay two; else one with the members of both. */
  private static Value objects(ObjectValue first, ObjectValue second) {
    if (isDescribed(first)
        && isDescribed(second)
        && !first.get("name").equals(second.get("name"))) {
      return new ListValue(List.of(first, second), true);
    }
    boolean isSecondLarger = second.size() > first.size();
    ObjectValue larger = isSecondLarger ? second : first;
    ObjectValue smaller = isSecondLarger ? first : second;
    Map<String, Value> members = new LinkedHashMap<>(larger.members());
    smaller
        .members()
        .forEach(
            (name, value) ->
                members.merge(name, value, (known, other) -> both(known, other).orElse(known)));
    return new ObjectValue(members, first.complete() && second.complete(), larger.place());
  }

  private static boolean isDescribed(ObjectValue object) {
    return object.get("name").exactText().isPresent() && object.get("description") instanceof Text;
  }
}
