package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The slots of which at least one must have a find for a condition to hold: a look at them spares
 * the evaluation of most rules for most tools. Immutable.
 */
final class Trigger {
  private final List<Slot> slots;
  private final int[] phrases;
  private final int[] literals;
  private final int[] names;
  private final int[] parameters;

  private enum Kind {
    PHRASES,
    LITERALS,
    NAMES,
    PARAMETERS
  }

  private record Slot(Kind kind, int number) {}

  private Trigger(List<Slot> slots) {
    this.slots = slots;
    this.phrases = of(Kind.PHRASES);
    this.literals = of(Kind.LITERALS);
    this.names = of(Kind.NAMES);
    this.parameters = of(Kind.PARAMETERS);
  }

  /** The trigger of a condition; empty where it may hold without any find. */
  static Optional<Trigger> of(Condition condition, Slots slots) {
    return slotsOf(condition, slots).map(Trigger::new);
  }

  /** Whether the condition may hold. */
  boolean isPulled(ToolScan scan) {
    for (int slot : phrases) {
      if (!scan.words(slot).isEmpty()) {
        return true;
      }
    }
    for (int slot : literals) {
      if (!scan.literals(slot).isEmpty()) {
        return true;
      }
    }
    for (int slot : names) {
      if (scan.isNamed(slot)) {
        return true;
      }
    }
    for (int slot : parameters) {
      if (!scan.parametersNamed(slot).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private int[] of(Kind kind) {
    return slots.stream().filter(slot -> slot.kind == kind).mapToInt(Slot::number).toArray();
  }

  private static Optional<List<Slot>> slotsOf(Condition condition, Slots slots) {
    if (condition instanceof Condition.All all) {
      return fewest(all.parts(), slots);
    }
    if (condition instanceof Condition.Any any) {
      return together(any.parts(), slots);
    }
    if (condition instanceof Condition.Words words) {
      return one(Kind.PHRASES, slots.phrases(words.phrases()));
    }
    if (condition instanceof Condition.Literal literal) {
      return one(Kind.LITERALS, slots.literals(literal.strings()));
    }
    if (condition instanceof Condition.Regex regex) {
      return one(Kind.LITERALS, slots.literals(regex.near()));
    }
    if (condition instanceof Condition.Name name) {
      return one(Kind.NAMES, slots.names(name.phrases()));
    }
    if (condition instanceof Condition.Parameter parameter) {
      return parameter(parameter, slots);
    }
    return Optional.empty();
  }

  private static Optional<List<Slot>> parameter(Condition.Parameter parameter, Slots slots) {
    if (!parameter.test().names().isEmpty()) {
      return one(Kind.PARAMETERS, slots.names(parameter.test().names()));
    }
    return parameter.test().described().isEmpty()
        ? Optional.empty()
        : one(Kind.PHRASES, slots.phrases(parameter.test().described()));
  }

  private static Optional<List<Slot>> one(Kind kind, int number) {
    return Optional.of(List.of(new Slot(kind, number)));
  }

  /** Of parts that must all hold, any one will do. */
  private static Optional<List<Slot>> fewest(List<Condition> parts, Slots slots) {
    Optional<List<Slot>> fewest = Optional.empty();
    for (Condition part : parts) {
      Optional<List<Slot>> found = slotsOf(part, slots);
      if (found.isPresent() && (fewest.isEmpty() || found.get().size() < fewest.get().size())) {
        fewest = found;
      }
    }
    return fewest;
  }

  private static Optional<List<Slot>> together(List<Condition> parts, Slots slots) {
    List<Slot> all = new ArrayList<>();
    for (Condition part : parts) {
      Optional<List<Slot>> found = slotsOf(part, slots);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(found.get());
    }
    return Optional.of(all);
  }
}
