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

  /** Whether the word at this place is the first bytes of these, up to there. */
  boolean is(int place, byte[] others, int length) {
    return Arrays.equals(bytes, start(place), ends[place], others, 0, length);
  }

  int length(int place) {
    return ends[place] - start(place);
  }

  /** The first eight bytes of the word as a number, in whose order the words stand. */
  long beginning(int place) {
    return beginning(bytes, start(place), ends[place]);
  }

  static long beginning(byte[] bytes, int start, int end) {
    long beginning = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      beginning = beginning << Byte.SIZE | (start + i < end ? bytes[start + i] & 0xff : 0);
    }
    return beginning;
  }

  private int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }
}
