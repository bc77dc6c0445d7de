package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hint;
import io.mcpcatalogue.classifier.rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the slots of which at least one must have a find for a condition to hold: most rules need
 * not be evaluated for most tools.
 */
final class Trigger {
  private static final int KINDS = Kind.values().length;
  private static final int CLAIMS = Claim.values().length;

  private Trigger() {}

  /** What can be found. */
  enum Kind {
    PHRASES,
    LITERALS,
    CHARACTERS,
    NAMES,
    PARAMETERS,
    /** What the vendor claims: a slot for each claim about each hint. */
    HINTS,
    /** The tool's category. */
    CATEGORIES,
    /** A signal of another rule: one slot for all. */
    SIGNALS
  }

  record Slot(Kind kind, int number) {
    /** A number of its own among the slots of all kinds. */
    int index() {
      return index(kind, number);
    }

    static int index(Kind kind, int number) {
      return number * KINDS + kind.ordinal();
    }
  }

  /** The slots for a condition; empty where it may hold without any find. */
  static Optional<List<Slot>> of(Condition condition, Slots slots) {
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
    if (condition instanceof Condition.Characters characters) {
      return one(Kind.CHARACTERS, characters.kind().ordinal());
    }
    if (condition instanceof Condition.Hinted hinted) {
      return one(Kind.HINTS, hintSlot(hinted.hint(), Claim.of(hinted.claim())));
    }
    if (condition instanceof Condition.NotHinted not) {
      return one(Kind.HINTS, hintSlot(not.hint(), Claim.ABSENT));
    }
    if (condition instanceof Condition.Verdict verdict) {
      return Optional.of(
          verdict.categories().stream()
              .map(category -> new Slot(Kind.CATEGORIES, category.ordinal()))
              .toList());
    }
    if (condition instanceof Condition.Given) {
      return one(Kind.SIGNALS, 0);
    }
    if (condition instanceof Condition.Name name) {
      return one(Kind.NAMES, slots.names(name.phrases()));
    }
    if (condition instanceof Condition.Parameter parameter) {
      return parameter(parameter, slots);
    }
    return Optional.empty();
  }

  /** The slot for a claim about a hint. */
  static int hintSlot(Hint hint, Claim claim) {
    return hint.ordinal() * CLAIMS + claim.ordinal();
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
      Optional<List<Slot>> found = of(part, slots);
      if (found.isPresent() && (fewest.isEmpty() || found.get().size() < fewest.get().size())) {
        fewest = found;
      }
    }
    return fewest;
  }

  private static Optional<List<Slot>> together(List<Condition> parts, Slots slots) {
    List<Slot> all = new ArrayList<>();
    for (Condition part : parts) {
      Optional<List<Slot>> found = of(part, slots);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(found.get());
    }
    return Optional.of(all);
  }
}
