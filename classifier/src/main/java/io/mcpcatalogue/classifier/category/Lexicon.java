package io.mcpcatalogue.classifier.category;

/** What is known of single words: the verbs they are forms of, and their roles. Immutable. */
public final class Lexicon {
  /** Bits beside those of the roles, so that one look at a word tells most of what is asked. */
  private static final int VERB = 1 << 31;

  private static final int FOREIGN = 1 << 30;

  private final Meaning[] meanings;
  private final int[] traits;

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
    this.traits = roles.clone();
    for (int id = 0; id < meanings.length; id++) {
      if (meanings[id] != null) {
        traits[id] |= meanings[id].form().isForeign() ? VERB | FOREIGN : VERB;
      }
    }
  }

  /** The word as a verb, or null: it is asked about every word of a text. */
  Meaning verb(int id) {
    return isVerb(id) ? meanings[id] : null;
  }

  boolean isVerb(int id) {
    return (roles(id) & VERB) != 0;
  }

  /** Whether it is a verb of another language, which may stand anywhere in a clause. */
  boolean isForeignVerb(int id) {
    return (roles(id) & FOREIGN) != 0;
  }

  /** The bits of all roles of the word. */
  int roles(int id) {
    return id < 0 ? 0 : traits[id];
  }

  boolean has(int id, Role role) {
    return role.isIn(roles(id));
  }
}
