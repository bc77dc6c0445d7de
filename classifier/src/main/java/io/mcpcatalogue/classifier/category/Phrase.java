package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.List;
import java.util.Set;

/**
 * Fixed words that speak for or against categories wherever they stand. Immutable.
 *
 * @param rule the rule's id
 * @param words the words by their numbers
 * @param effects what they add; the first effect's category names the rule
 * @param when counts only if one of these leads without it; empty for any
 */
public record Phrase(String rule, List<Integer> words, List<Effect> effects, Set<Category> when) {

  public Phrase {
    words = List.copyOf(words);
    effects = List.copyOf(effects);
    when = Set.copyOf(when);
  }

  boolean standsAt(Words text, int index) {
    if (index + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (text.id(index + i) != words.get(i)) {
        return false;
      }
    }
    return true;
  }
}
