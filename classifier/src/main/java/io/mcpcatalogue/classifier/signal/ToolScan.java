package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Hint;
import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.rule.SchemaFact;
import io.mcpcatalogue.classifier.signal.Trigger.Kind;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.List;

/** One tool with its verdict, and what the matchers found in it. For one thread. */
final class ToolScan extends Scan {
  private static final int FACTS = SchemaFact.values().length;
  private static final Hint[] HINTS = Hint.values();

  private final ToolFacts facts;
  private final Category category;
  private final double confidence;
  private final boolean[] names;

  /** Counts over the schema plus one, 0 where it was not counted yet. */
  private final int[] counts = new int[FACTS];

  private final List<Parameter>[] parameters;

  ToolScan(
      ToolFacts facts,
      Category category,
      double confidence,
      TextMatchers matchers,
      NameMatchers nameMatchers) {
    super(facts.texts(), matchers);
    this.facts = facts;
    this.category = category;
    this.confidence = confidence;
    this.names = new boolean[nameMatchers.slots()];
    this.parameters = slots(nameMatchers.slots());
    markFound(Kind.CATEGORIES, category.ordinal());
    for (Hint hint : HINTS) {
      markFound(Kind.HINTS, Trigger.hintSlot(hint, facts.hints().claim(hint)));
    }
    PhraseSearch search = new PhraseSearch(nameMatchers.matcher());
    search.search(facts.name(), (slot, from, to) -> addName(slot));
    for (Parameter parameter : facts.parameters()) {
      search.search(parameter.name(), (slot, from, to) -> add(slot, parameter));
    }
  }

  ToolFacts facts() {
    return facts;
  }

  Category category() {
    return category;
  }

  double confidence() {
    return confidence;
  }

  /** Whether the tool's name is one of the slot. */
  boolean isNamed(int slot) {
    return names[slot];
  }

  /** The count over the schema; several rules ask for it. */
  int count(SchemaFact fact) {
    int place = fact.ordinal();
    if (counts[place] == 0) {
      counts[place] = SchemaFacts.count(fact, facts) + 1;
    }
    return counts[place] - 1;
  }

  /** The parameters whose name is one of the slot. */
  List<Parameter> parametersNamed(int slot) {
    return parameters[slot] == null ? List.of() : parameters[slot];
  }

  private void addName(int slot) {
    names[slot] = true;
    markFound(Kind.NAMES, slot);
  }

  /** A parameter is added once, however often its name matches: compared by identity. */
  @SuppressWarnings("ReferenceEquality")
  private void add(int slot, Parameter parameter) {
    List<Parameter> named = parameters[slot];
    if (named == null) {
      named = new ArrayList<>(2);
      parameters[slot] = named;
      markFound(Kind.PARAMETERS, slot);
    }
    if (named.isEmpty() || named.get(named.size() - 1) != parameter) {
      named.add(parameter);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<Parameter>[] slots(int count) {
    return new List[count];
  }
}
