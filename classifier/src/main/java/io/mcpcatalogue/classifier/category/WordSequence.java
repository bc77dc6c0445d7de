package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.List;

/** Words that stand one behind the other, by their numbers. Immutable. */
public final class WordSequence {
  private final int[] ids;

  private WordSequence(int[] ids) {
    this.ids = ids;
  }

  /** The words, of which there is at least one; all of them must be in the vocabulary. */
  public static WordSequence of(List<String> words, Vocabulary vocabulary) {
    int[] ids = new int[words.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = vocabulary.id(words.get(i));
    }
    return new WordSequence(ids);
  }

  public int size() {
    return ids.length;
  }

  /** The number of the word at the index. */
  public int get(int index) {
    return ids[index];
  }

  boolean standsAt(Words text, int index) {
    if (index + ids.length > text.size()) {
      return false;
    }
    for (int i = 0; i < ids.length; i++) {
      if (text.id(index + i) != ids[i]) {
        return false;
      }
    }
    return true;
  }
}
