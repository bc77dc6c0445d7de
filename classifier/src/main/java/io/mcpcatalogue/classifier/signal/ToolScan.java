package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.List;

/** One tool with its verdict, and what the matchers found in it. For one thread. */
final class ToolScan extends Scan {
  private final ToolFacts facts;
  private final Category category;
  private final double confidence;
  private final boolean[] names;
  private final List<List<Parameter>> parameters;

  ToolScan(
      ToolFacts facts,
      Category category,
      double confidence,
      List<Text> texts,
      TextMatchers matchers,
      NameMatchers nameMatchers) {
    super(texts, matchers);
    this.facts = facts;
    this.category = category;
    this.confidence = confidence;
    this.names = new boolean[nameMatchers.slots()];
    this.parameters = new ArrayList<>(nameMatchers.slots());
    for (int i = 0; i < nameMatchers.slots(); i++) {
      parameters.add(List.of());
    }
    nameMatchers.matcher().match(facts.name(), (slot, from, to) -> names[slot] = true);
    for (Parameter parameter : facts.parameters()) {
      nameMatchers.matcher().match(parameter.name(), (slot, from, to) -> add(slot, parameter));
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

  /** The parameters whose name is one of the slot. */
  List<Parameter> parametersNamed(int slot) {
    return parameters.get(slot);
  }

  private void add(int slot, Parameter parameter) {
    List<Parameter> named = parameters.get(slot);
    if (named.isEmpty()) {
      named = new ArrayList<>(2);
      parameters.set(slot, named);
    }
    if (named.isEmpty() || named.get(named.size() - 1) != parameter) {
      named.add(parameter);
    }
  }
}
