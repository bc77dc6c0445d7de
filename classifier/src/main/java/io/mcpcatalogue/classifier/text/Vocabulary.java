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

  private static final int FIELDS = 4;
  private static final int NUMBER = 1;
  private static final int FROM = 2;
  private static final int LENGTH = 3;

  /** So many bits that chance sets few of them. */
  private static final int BEGINNINGS = 1 << 16;

  private final String[] words;

  /** The letters of all words, one word behind the other. */
  private final char[] letters;

  /**
   * Open addressing, places side by side so that a look-up reads one line of memory: hash, number
   * plus one (0 where the place is empty), where its letters begin, how many they are.
   */
  private final int[] table;

  private final int mask;

  /** A bit for each hash of what an unspaced word begins with. */
  private final long[] beginnings = new long[BEGINNINGS >> 6];

  private final int longest;

  private Vocabulary(String[] words) {
    this.words = words;
    this.letters = String.join("", words).toCharArray();
    int places = Integer.highestOneBit(Math.max(8, words.length * 2)) << 1;
    this.table = new int[places * FIELDS];
    this.mask = places - 1;
    int longestWord = 0;
    int from = 0;
    for (int id = 0; id < words.length; id++) {
      int length = words[id].length();
      longestWord = Math.max(longestWord, length);
      add(id, from, length);
      from += length;
    }
    this.longest = longestWord;
  }

  private void add(int id, int from, int length) {
    int hash = 0;
    boolean unspaced = length > 0 && Characters.isUnspaced(letters[from]);
    for (int i = from; i < from + length; i++) {
      hash = nextHash(hash, letters[i]);
      if (unspaced) {
        int beginning = scatter(hash) & BEGINNINGS - 1;
        beginnings[beginning >> 6] |= 1L << beginning;
      }
    }
    int place = FIELDS * (scatter(hash) & mask);
    while (table[place + NUMBER] != 0) {
      place = place + FIELDS & table.length - 1;
    }
    table[place] = hash;
    table[place + NUMBER] = id + 1;
    table[place + FROM] = from;
    table[place + LENGTH] = length;
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
    return find(word.toCharArray(), 0, word.length());
  }

  /** The number of the word that stands in the text from start to end, or {@link #UNKNOWN}. */
  int find(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = nextHash(hash, Characters.lower(text[i]));
    }
    return find(text, start, end, hash);
  }

  /** The same for a stretch of text whose hash is known. */
  int find(char[] text, int start, int end, int hash) {
    if (end - start > longest) {
      return UNKNOWN;
    }
    int place = FIELDS * (scatter(hash) & mask);
    while (table[place + NUMBER] != 0) {
      if (table[place] == hash
          && table[place + LENGTH] == end - start
          && equal(table[place + FROM], text, start, end)) {
        return table[place + NUMBER] - 1;
      }
      place = place + FIELDS & table.length - 1;
    }
    return UNKNOWN;
  }

  /** Whether a word without spaces may begin with the characters of this hash. */
  boolean mayBegin(int hash) {
    int beginning = scatter(hash) & BEGINNINGS - 1;
    return (beginnings[beginning >> 6] & 1L << beginning) != 0;
  }

  static int nextHash(int hash, char lower) {
    return hash * 31 + lower;
  }

  private static int scatter(int hash) {
    return hash ^ hash >>> 15;
  }

  private boolean equal(int from, char[] text, int start, int end) {
    int letter = from;
    for (int i = start; i < end; i++) {
      if (letters[letter++] != Characters.lower(text[i])) {
        return false;
      }
    }
    return true;
  }
}
