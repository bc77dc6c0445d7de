package io.mcpcatalogue.classifier.text;

/**
 * A stretch of prose that says one thing: a sentence, a list item, the part before or behind a
 * colon. Immutable.
 *
 * @param from its first word
 * @param to behind its last word
 * @param section the kind of section it stands in
 * @param item whether it is a list item
 */
public record Clause(int from, int to, Section section, boolean item) {

  /** What a section of a description is about. */
  public enum Section {
    /** What the tool does: also everything that stands under no heading. */
    PURPOSE,
    /** How and when to use it, what to consider, what else there is. */
    ADVICE,
    /** Arguments, results, examples, errors. */
    DETAIL
  }
}
