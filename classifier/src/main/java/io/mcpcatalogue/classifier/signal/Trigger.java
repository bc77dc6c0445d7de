package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hint;
import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.signal.Bounds.Bound;
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
  private static final int MUCH_MORE_FREQUENT = 20;

  private Trigger() {}

  /** What can be found. */
  enum Kind {
    PHRASES,
    LITERALS,
    CHARACTERS,
    NAMES,
    PARAMETERS,
    /** A signal of another rule. */
    SIGNALS,
    /** A number that lies between bounds. */
    MEASURES,
    /** What the vendor claims: a slot for each claim about each hint. */
    HINTS,
    /** The tool's category. */
    CATEGORIES,
    /** What is known of a server: a slot for {@link #STATED}, one for {@link #TOOLS}. */
    SERVER;

    /** Whether every tool or server has a find of the kind, or nearly every. */
    boolean isCommon() {
      return this == HINTS || this == CATEGORIES || this == SERVER;
    }
  }

  /** Somebody stated a fact about the server. */
  static final int STATED = 0;

  /** The server has a tool. */
  static final int TOOLS = 1;

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
      return rarest(all.parts(), slots);
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
    if (condition instanceof Condition.Given given) {
      return one(Kind.SIGNALS, slots.signals(given.ids()));
    }
    if (condition instanceof Condition.Length length) {
      return measure(Measures.length(length.of()), length.least(), length.most(), slots);
    }
    if (condition instanceof Condition.NameLength length) {
      return measure(Measures.NAME_LENGTH, length.least(), length.most(), slots);
    }
    if (condition instanceof Condition.IllegalName) {
      return measure(Measures.ILLEGAL_NAME, 1, 1, slots);
    }
    if (condition instanceof Condition.Schema schema && !SchemaFacts.isCostly(schema.fact())) {
      return measure(Measures.count(schema.fact()), schema.least(), schema.most(), slots);
    }
    if (condition instanceof Condition.NoSchema) {
      return measure(Measures.NO_SCHEMA, 1, 1, slots);
    }
    if (condition instanceof Condition.Stated) {
      return one(Kind.SERVER, STATED);
    }
    if (condition instanceof Condition.Capabilities
        || condition instanceof Condition.Tools tools && tools.least() > 0) {
      return one(Kind.SERVER, TOOLS);
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

  private static Optional<List<Slot>> measure(int measure, int least, int most, Slots slots) {
    return one(Kind.MEASURES, slots.bound(new Bound(measure, least, most)));
  }

  private static Optional<List<Slot>> one(Kind kind, int number) {
    return Optional.of(List.of(new Slot(kind, number)));
  }

  /** Of parts that must all hold, any one will do: the one that wakes the rule least often. */
  private static Optional<List<Slot>> rarest(List<Condition> parts, Slots slots) {
    Optional<List<Slot>> rarest = Optional.empty();
    for (Condition part : parts) {
      Optional<List<Slot>> found = of(part, slots);
      if (found.isPresent()
          && (rarest.isEmpty() || frequency(found.get()) < frequency(rarest.get()))) {
        rarest = found;
      }
    }
    return rarest;
  }

  private static int frequency(List<Slot> slots) {
    int frequency = 0;
    for (Slot slot : slots) {
      frequency += slot.kind.isCommon() ? MUCH_MORE_FREQUENT : 1;
    }
    return frequency;
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
