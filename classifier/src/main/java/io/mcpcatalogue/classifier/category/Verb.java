package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.model.Category;
import java.util.List;

/**
 * A verb with the rules that know it. Immutable.
 *
 * @param name the base form
 * @param loose whether its base form is as often a noun: {@code test}, {@code order}
 * @param rules the rules for certain objects first, then the general one
 * @param phrasal verbs that this one makes with a following word: {@code look up}
 */
public record Verb(String name, boolean loose, List<VerbRule> rules, List<Phrasal> phrasal) {

  /** A following word and the verb that both make together. Immutable. */
  public record Phrasal(int particle, Verb verb) {}

  public Verb {
    rules = List.copyOf(rules);
    phrasal = List.copyOf(phrasal);
  }

  /** Whether it only reads, whatever it acts upon that no rule knows. */
  boolean reads() {
    return !rules.isEmpty() && rules.get(rules.size() - 1).category() == Category.READ;
  }

  /** Whether it makes another verb together with the word. */
  boolean isJoinedBy(int word) {
    for (Phrasal joined : phrasal) {
      if (joined.particle() == word) {
        return true;
      }
    }
    return false;
  }
}
