package io.mcpcatalogue.classifier.category;

import java.util.List;

/**
 * Nouns that name an answer where no verb stands: {@code weather}, {@code Details of …}. Immutable.
 *
 * @param id the rule's id
 * @param place where they count
 */
public record NounRule(String id, Place place, WordSet nouns, List<Effect> effects) {

  /** Where a noun counts. */
  public enum Place {
    /** In a name without a verb. */
    NAME,
    /** Among the first words of a description without a verb. */
    OPENING
  }

  public NounRule {
    effects = List.copyOf(effects);
  }
}
