package io.mcpcatalogue.classifier.text;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Every word that some rule knows, each with a number, so that a text is looked up without a copy
 * of its words. Words are compared in lower case. Immutable.
 */
public final class Vocabulary {
  /** The number of every word that is not in the vocabulary. */
  public static final int UNKNOWN = -1;

  private final String[] words;

  /** Open addressing: word number plus one, or 0 for an empty place. */
  private final int[] table;

  /** For each word its hash, so that different words are seldom compared letter by letter. */
  private final int[] hashes;

  private final int longest;

  private Vocabulary(String[] words) {
    this.words = words;
    this.table = new int[Integer.highestOneBit(Math.max(8, words.length * 2)) << 1];
    this.hashes = new int[words.length];
    int longestWord = 0;
    for (int id = 0; id < words.length; id++) {
      longestWord = Math.max(longestWord, words[id].length());
      hashes[id] = hash(words[id]);
      table[place(words[id], 0, words[id].length(), hashes[id])] = id + 1;
    }
    this.longest = longestWord;
  }

  /** A vocabulary of these words; how they are ordered or repeated is of no importance. */
  public static Vocabulary of(Collection<String> words) {
    TreeSet<String> sorted = new TreeSet<>();
    for (String word : words) {
      sorted.add(word.toLowerCase(Locale.ROOT));
    }
    return new Vocabulary(sorted.toArray(String[]::new));
  }

  public int size() {
    return words.length;
  }

  /** Length of the longest word, in characters. */
  public int longest() {
    return longest;
  }

  public String word(int id) {
    return words[id];
  }

  /** The word's number, or {@link #UNKNOWN}. */
  public int id(String word) {
    return find(word, 0, word.length());
  }

  /** The number of the word that stands in the text from start to end, or {@link #UNKNOWN}. */
  public int find(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = nextHash(hash, Characters.lower(text.charAt(i)));
    }
    return find(text, start, end, hash);
  }

  int find(String text, int start, int end, int hash) {
    return end - start > longest ? UNKNOWN : table[place(text, start, end, hash)] - 1;
  }

  static int nextHash(int hash, char lower) {
    return hash * 31 + lower;
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = nextHash(hash, word.charAt(i));
    }
    return hash;
  }

  private int place(String text, int start, int end, int hash) {
    int mask = table.length - 1;
    int place = (hash ^ hash >>> 15) & mask;
    while (table[place] != 0
        && (hashes[table[place] - 1] != hash
            || !equal(words[table[place] - 1], text, start, end))) {
      place = place + 1 & mask;
    }
    return place;
  }

  private static boolean equal(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != Characters.lower(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }
}
