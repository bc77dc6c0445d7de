package io.mcpcatalogue.classifier.category;

/** The form a verb is written in. */
public enum Form {
  /** {@code delete}. */
  BASE,
  /** {@code deletes}. */
  THIRD,
  /** {@code deleting}. */
  ING,
  /** {@code deleted}. */
  PAST,
  /** {@code deletion}: counts as the verb in names only. */
  NOUN,
  /** A word of another language whose verb opens the sentence. */
  FOREIGN_FIRST,
  /** A word of another language whose verb ends the sentence. */
  FOREIGN_LAST;

  boolean isForeign() {
    return this == FOREIGN_FIRST || this == FOREIGN_LAST;
  }
}
