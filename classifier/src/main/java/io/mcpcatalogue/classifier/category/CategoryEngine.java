package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.ToolFacts;

/**
 * Decides the category of a tool. What each source says — name, title, description, parameters,
 * annotations — is weighed and summed; the largest sum wins. Immutable.
 */
public final class CategoryEngine {
  private final CategoryRules rules;

  public CategoryEngine(CategoryRules rules) {
    this.rules = rules;
  }

  public Verdict decide(ToolFacts facts) {
    return new Hearing(rules, facts).verdict();
  }
}
