package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.List;
import java.util.Set;

/** Fixed words that speak for or against categories wherever they stand. Immutable. */
public final class Phrase {
  private final String rule;
  private final int[] words;
  private final List<Effect> effects;
  private final Set<Category> when;

  /**
   * A phrase.
   *
   * @param rule the rule's id
   * @param words the words by their numbers
   * @param effects what they add; the first effect's category names the rule
   * @param when counts only if one of these leads without it; empty for any
   */
  public Phrase(String rule, List<Integer> words, List<Effect> effects, Set<Category> when) {
    this.rule = rule;
    this.words = words.stream().mapToInt(Integer::intValue).toArray();
    this.effects = List.copyOf(effects);
    this.when = Set.copyOf(when);
  }

  String rule() {
    return rule;
  }

  List<Effect> effects() {
    return effects;
  }

  Set<Category> when() {
    return when;
  }

  /** How many words it has. */
  public int size() {
    return words.length;
  }

  boolean standsAt(Words text, int index) {
    if (index + words.length > text.size()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (text.id(index + i) != words[i]) {
        return false;
      }
    }
    return true;
  }
}
