package io.mcpcatalogue.classifier.category;

import java.util.Map;
import java.util.Optional;

/** What is known of single words: the verbs they are forms of, and their roles. Immutable. */
public final class Lexicon {
  private final Meaning[] meanings;
  private final int[] roles;

  /** A word as a form of a verb. Immutable. */
  public record Meaning(Verb verb, Form form) {}

  /** All words by their number in the vocabulary of the given size; roles as sums of role bits. */
  public Lexicon(int size, Map<Integer, Meaning> meanings, Map<Integer, Integer> roles) {
    this.meanings = new Meaning[size];
    this.roles = new int[size];
    meanings.forEach((id, meaning) -> this.meanings[id] = meaning);
    roles.forEach((id, sum) -> this.roles[id] = sum);
  }

  public Optional<Meaning> verb(int id) {
    return id < 0 ? Optional.empty() : Optional.ofNullable(meanings[id]);
  }

  boolean isVerb(int id) {
    return id >= 0 && meanings[id] != null;
  }

  public boolean has(int id, Role role) {
    return id >= 0 && (roles[id] & role.bit()) != 0;
  }
}
