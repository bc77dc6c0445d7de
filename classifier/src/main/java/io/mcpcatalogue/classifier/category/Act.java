package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;

/**
 * Something that the tool is said to do: a verb with its object, judged by a rule. Immutable.
 *
 * @param verb the verb without particle
 * @param from the first word of the quote
 * @param to behind the last word of the quote
 * @param manner how it is said
 * @param form the verb's form
 */
record Act(Verb verb, VerbRule rule, Words words, int from, int to, Manner manner, Form form) {

  /** How an act is said. */
  enum Manner {
    /** The verb that acts, or one joined to it. */
    MAIN,
    /** What the main act is good for: {@code … to find errors}. */
    PURPOSE,
    /** {@code … is deleted}. */
    PASSIVE,
    /** {@code does not delete}. */
    DENIED
  }

  Category category() {
    return rule.category();
  }
}
