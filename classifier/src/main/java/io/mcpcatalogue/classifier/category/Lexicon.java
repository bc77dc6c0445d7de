package io.mcpcatalogue.classifier.category;

/** What is known of single words: the verbs they are forms of, and their roles. Immutable. */
public final class Lexicon {
  private final Meaning[] meanings;
  private final int[] roles;

  /** A word as a form of a verb. Immutable. */
  public record Meaning(Verb verb, Form form) {

    /** Whether the word is as often a noun. */
    boolean loose() {
      return verb.loose();
    }
  }

  /**
   * All words by their number in the vocabulary.
   *
   * @param meanings by word; null for words that are no verbs
   * @param roles by word, as sums of role bits
   */
  public Lexicon(Meaning[] meanings, int[] roles) {
    this.meanings = meanings.clone();
    this.roles = roles.clone();
  }

  /** The word as a verb, or null: it is asked about every word of a text. */
  Meaning verb(int id) {
    return id < 0 ? null : meanings[id];
  }

  boolean isVerb(int id) {
    return id >= 0 && meanings[id] != null;
  }

  /** The bits of all roles of the word. */
  int roles(int id) {
    return id < 0 ? 0 : roles[id];
  }

  boolean has(int id, Role role) {
    return role.isIn(roles(id));
  }
}
