package io.mcpcatalogue.catalogue.search;

import java.util.Arrays;

/**
 * Words, and which texts have each: what goes into the index together is looked at word by word,
 * not text by text. For one thread at a time.
 */
public final class WordUses {
  /** Behind the last use. */
  static final int NONE = -1;

  private static final int FIRST_WORDS = 1 << 8;
  private static final int FIRST_USES = 1 << 12;

  private final WordList words = new WordList();

  /** For each word its first and its last use. */
  private int[] first = new int[FIRST_WORDS];

  private int[] last = new int[FIRST_WORDS];

  /** For each use the text, and the next use of the same word. */
  private int[] texts = new int[FIRST_USES];

  private int[] next = new int[FIRST_USES];
  private int size;

  WordUses() {}

  WordList words() {
    return words;
  }

  /** The first text that has a word, as a use; {@link #next} gives the others in their order. */
  int first(int word) {
    return first[word];
  }

  int next(int use) {
    return next[use];
  }

  int text(int use) {
    return texts[use];
  }

  /** The last text that has a word. */
  int lastText(int word) {
    return texts[last[word]];
  }

  /** Adds a word that no text had before. */
  void addWord(byte[] word, int length, int text) {
    int place = words.add(word, length);
    if (place == first.length) {
      first = Arrays.copyOf(first, 2 * place);
      last = Arrays.copyOf(last, 2 * place);
    }
    first[place] = add(text);
    last[place] = first[place];
  }

  /** Notes that one more text has a word. */
  void addUse(int word, int text) {
    int use = add(text);
    next[last[word]] = use;
    last[word] = use;
  }

  private int add(int text) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
    }
    texts[size] = text;
    next[size] = NONE;
    return size++;
  }
}
