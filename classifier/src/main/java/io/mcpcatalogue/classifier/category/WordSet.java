package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.Collection;

/** A set of words of a vocabulary, by their numbers. Immutable. */
public final class WordSet {
  public static final WordSet EMPTY = new WordSet(0);

  private final long[] bits;

  private WordSet(int size) {
    bits = new long[(size >> 6) + 1];
  }

  /** The words of the collection; all of them must be in the vocabulary. */
  public static WordSet of(Collection<String> words, Vocabulary vocabulary) {
    if (words.isEmpty()) {
      return EMPTY;
    }
    WordSet set = new WordSet(vocabulary.size());
    for (String word : words) {
      int id = vocabulary.id(word);
      set.bits[id >> 6] |= 1L << id;
    }
    return set;
  }

  /** Whether the word is in the set; unknown words never are. */
  public boolean contains(int id) {
    int place = id >> 6;
    return id >= 0 && place < bits.length && (bits[place] & 1L << id) != 0;
  }

  public boolean isEmpty() {
    return this == EMPTY;
  }
}
