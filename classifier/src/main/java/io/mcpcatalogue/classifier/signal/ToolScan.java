package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.ArgumentLines;
import io.mcpcatalogue.classifier.facts.Hint;
import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.rule.SchemaFact;
import io.mcpcatalogue.classifier.signal.Trigger.Kind;
import io.mcpcatalogue.model.Category;
import java.util.BitSet;
import java.util.List;

/** One tool with its verdict, and what the matchers found in it. For one thread. */
final class ToolScan extends Scan {
  private static final Hint[] HINTS = Hint.values();

  private final ToolFacts facts;
  private final Category category;
  private final double confidence;
  private final BitSet names = new BitSet();
  private final Finds<Parameter> parameters;

  /** Read when it is first asked: few tools need it. */
  private ArgumentLines lines;

  ToolScan(
      ToolFacts facts, Category category, double confidence, Matchers matchers, Waking waking) {
    super(facts.texts(), matchers, waking);
    this.facts = facts;
    this.category = category;
    this.confidence = confidence;
    this.parameters = new Finds<>(matchers.nameSlots());
    measure();
    markBounds(matchers.bounds());
    markFound(Kind.CATEGORIES, category.ordinal());
    for (Hint hint : HINTS) {
      markFound(Kind.HINTS, Trigger.hintSlot(hint, facts.hints().claim(hint)));
    }
    PhraseSearch search = new PhraseSearch(matchers.names());
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
    return names.get(slot);
  }

  private void measure() {
    String name = facts.tool().name();
    measure(Measures.NAME_LENGTH, name.length());
    measure(Measures.ILLEGAL_NAME, isLegal(name) ? 0 : 1);
    measure(Measures.NO_SCHEMA, SchemaFacts.isAbsent(facts) ? 1 : 0);
    SchemaFacts.measure(facts, this);
  }

  /** What the protocol recommends: letters, digits, underscore, hyphen, dot. */
  private static boolean isLegal(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean legal =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '-'
              || c == '.';
      if (!legal) {
        return false;
      }
    }
    return true;
  }

  /** The count over the schema. */
  int count(SchemaFact fact) {
    return SchemaFacts.isCostly(fact)
        ? SchemaFacts.count(fact, facts)
        : measured(Measures.count(fact));
  }

  /** Whether a find in the description of the tool is about an argument. */
  boolean isAbout(Parameter parameter, Span span) {
    if (!parameter.description().isEmpty() || span.text().decoded()) {
      return false;
    }
    if (lines == null) {
      lines = new ArgumentLines(facts.tool().description(), facts.parameters());
    }
    return lines.isAbout(parameter, span.start(), span.end());
  }

  /** The parameters whose name is one of the slot. */
  List<Parameter> parametersNamed(int slot) {
    return parameters.in(slot);
  }

  private void addName(int slot) {
    names.set(slot);
    markFound(Kind.NAMES, slot);
  }

  /** A parameter is added once, however often its name matches: compared by identity. */
  @SuppressWarnings("ReferenceEquality")
  private void add(int slot, Parameter parameter) {
    List<Parameter> named = parameters.open(slot);
    if (named.isEmpty()) {
      markFound(Kind.PARAMETERS, slot);
    }
    if (named.isEmpty() || named.get(named.size() - 1) != parameter) {
      named.add(parameter);
    }
  }
}
