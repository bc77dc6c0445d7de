package io.mcpcatalogue.collect.extract.lex;

import java.util.Arrays;

/**
 * The different words of a file, each with a number by which it is known. The lexer fills it; then
 * it is only read, by any number of threads.
 */
final class Spellings {
  private final String source;

  /** The number of the word whose hash leads here, {@link Tokens#NONE} when none does. */
  private int[] slots = new int[256];

  private int count;
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int[] hashes = new int[128];

  /** Made when they are first asked for; two threads that ask at once make the same. */
  private String[] texts;

  Spellings(String source) {
    this.source = source;
    Arrays.fill(slots, Tokens.NONE);
  }

  /** The number of the word in this part of the source, whose hash is that of a string. */
  int add(int from, int to, int hash) {
    int slot = start(hash);
    while (slots[slot] != Tokens.NONE) {
      int known = slots[slot];
      if (hashes[known] == hash
          && ends[known] - starts[known] == to - from
          && source.regionMatches(starts[known], source, from, to - from)) {
        return known;
      }
      slot = slot + 1 & slots.length - 1;
    }
    if (count == starts.length) {
      grow();
      return add(from, to, hash);
    }
    starts[count] = from;
    ends[count] = to;
    hashes[count] = hash;
    slots[slot] = count;
    return count++;
  }

  private void grow() {
    starts = Arrays.copyOf(starts, count * 2);
    ends = Arrays.copyOf(ends, count * 2);
    hashes = Arrays.copyOf(hashes, count * 2);
    slots = new int[count * 4];
    Arrays.fill(slots, Tokens.NONE);
    for (int word = 0; word < count; word++) {
      int slot = start(hashes[word]);
      while (slots[slot] != Tokens.NONE) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = word;
    }
  }

  private int start(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }

  /** No more words are added. */
  void finish() {
    texts = new String[count];
  }

  int count() {
    return count;
  }

  /** The number of the word, {@link Tokens#NONE} when the file does not have it. */
  int find(String word) {
    int hash = word.hashCode();
    int slot = start(hash);
    while (slots[slot] != Tokens.NONE) {
      int known = slots[slot];
      if (hashes[known] == hash
          && ends[known] - starts[known] == word.length()
          && source.startsWith(word, starts[known])) {
        return known;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return Tokens.NONE;
  }

  /** The word itself. */
  String text(int word) {
    String text = texts[word];
    if (text == null) {
      text = source.substring(starts[word], ends[word]);
      texts[word] = text;
    }
    return text;
  }
}
