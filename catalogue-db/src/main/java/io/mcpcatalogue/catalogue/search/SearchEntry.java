package io.mcpcatalogue.catalogue.search;

import java.util.Arrays;

/**
 * A word of the search index with the numbers of those that have it. In rising order, each number
 * is stored as what it is more than the one before. For one thread.
 */
final class SearchEntry implements Comparable<SearchEntry> {
  private static final int MOST_BYTES = 10;

  private final int wordLength;

  /** The first eight bytes of the word, and zeros: in the order of these numbers words stand. */
  private final long beginning;

  /** The word and the numbers: in one piece, because they are looked at one after the other. */
  private byte[] bytes;

  private int length;
  private long last;

  SearchEntry(byte[] word) {
    this.wordLength = word.length;
    this.beginning = beginning(word);
    this.bytes = Arrays.copyOf(word, wordLength + MOST_BYTES);
    this.length = wordLength;
  }

  /** The word, and the numbers behind it. */
  byte[] bytes() {
    return bytes;
  }

  int wordLength() {
    return wordLength;
  }

  /** Of the word and the numbers. */
  int length() {
    return length;
  }

  private static long beginning(byte[] word) {
    long beginning = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      beginning = beginning << Byte.SIZE | (i < word.length ? word[i] & 0xff : 0);
    }
    return beginning;
  }

  /** Adds a number that is greater than those before. */
  void add(long number) {
    long more = number - last;
    last = number;
    if (bytes.length - length < MOST_BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    length = SearchPart.put(more, bytes, length);
  }

  @Override
  public int compareTo(SearchEntry other) {
    return beginning == other.beginning
        ? Arrays.compareUnsigned(bytes, 0, wordLength, other.bytes, 0, other.wordLength)
        : Long.compareUnsigned(beginning, other.beginning);
  }
}
