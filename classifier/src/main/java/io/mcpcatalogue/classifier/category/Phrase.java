package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.model.Category;
import java.util.List;
import java.util.Set;

/**
 * Fixed words that speak for or against categories wherever they stand. Immutable.
 *
 * @param rule the rule's id
 * @param effects what they add; the first effect's category names the rule
 * @param when counts only if one of these leads without it; empty for any
 */
public record Phrase(String rule, WordSequence words, List<Effect> effects, Set<Category> when) {

  public Phrase {
    effects = List.copyOf(effects);
    when = Set.copyOf(when);
  }
}
