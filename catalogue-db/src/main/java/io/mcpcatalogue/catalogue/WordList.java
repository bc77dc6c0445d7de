package io.mcpcatalogue.catalogue;

import java.util.Arrays;

/** Words of the search index, each once, with hashes that equal words have in common. Immutable. */
final class WordList {
  private final byte[] bytes;

  /** Where each word ends and the next one begins. */
  private final int[] ends;

  private final int[] hashes;

  WordList(byte[] bytes, int[] ends, int[] hashes) {
    this.bytes = bytes;
    this.ends = ends;
    this.hashes = hashes;
  }

  int size() {
    return ends.length;
  }

  int hash(int place) {
    return hashes[place];
  }

  byte[] word(int place) {
    return Arrays.copyOfRange(bytes, start(place), ends[place]);
  }

  /** Whether the word at this place begins the bytes, and nothing else until there. */
  boolean is(int place, byte[] others, int length) {
    return Arrays.equals(bytes, start(place), ends[place], others, 0, length);
  }

  private int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }
}
