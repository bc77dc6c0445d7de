package io.mcpcatalogue.catalogue.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Words of the search index, each once, in the order in which they came. For one thread at a time.
 */
final class WordList {
  private static final int FIRST_SLOTS = 1 << 12;

  /**
   * What words are hashed by, another one in each process: else a server could choose words that
   * all have one hash. No result depends on it.
   */
  private static final long MULTIPLIER = new SplittableRandom().nextLong() | 1;

  /** The words one behind the other. */
  private byte[] bytes = new byte[1 << 14];

  /** Where each word ends and the next one begins. */
  private int[] ends = new int[FIRST_SLOTS / 2];

  /** Up to eight bytes of each word as a number: nearly all are told apart by them. */
  private long[] beginnings = new long[FIRST_SLOTS / 2];

  private int[] hashes = new int[FIRST_SLOTS / 2];
  private int size;

  /** Places of words, plus one, by hash. */
  private int[] slots = new int[FIRST_SLOTS];

  int size() {
    return size;
  }

  byte[] word(int place) {
    return Arrays.copyOfRange(bytes, start(place), ends[place]);
  }

  /** Where the first bytes of these stand as a word; negative when they do not. */
  int find(byte[] word, int length) {
    long beginning = beginning(word, length);
    return find(word, 0, length, beginning, hash(beginning, word, length));
  }

  /** Adds a word that is not there; its place. */
  int add(byte[] word, int length) {
    long beginning = beginning(word, length);
    return add(word, 0, length, beginning, hash(beginning, word, length));
  }

  /** Where a word of another list stands; it is added when it is new. */
  int put(WordList others, int place) {
    int from = others.start(place);
    int length = others.ends[place] - from;
    long beginning = others.beginnings[place];
    int hash = others.hashes[place];
    int found = find(others.bytes, from, length, beginning, hash);
    return found < 0 ? add(others.bytes, from, length, beginning, hash) : found;
  }

  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  private static long beginning(byte[] word, int length) {
    return eight(word, 0, length);
  }

  private static int hash(long beginning, byte[] word, int length) {
    long hash = beginning * MULTIPLIER;
    for (int i = Long.BYTES; i < length; i += Long.BYTES) {
      hash = (hash + eight(word, i, length)) * MULTIPLIER;
    }
    return (int) (hash >>> Integer.SIZE);
  }

  /** The next eight bytes as a number, or those that are left. */
  private static long eight(byte[] word, int from, int length) {
    long eight = 0;
    // All of them, whatever is left: so many that are always the same are quickly read.
    for (int i = 0; i < Long.BYTES; i++) {
      eight = eight << Byte.SIZE | word[from + i] & 0xff;
    }
    return eight >>> Byte.SIZE * Math.max(0, Long.BYTES - (length - from));
  }

  private int find(byte[] word, int from, int length, long beginning, int hash) {
    int slot = slot(hash);
    for (int next = slots[slot]; next != 0; next = slots[slot]) {
      int place = next - 1;
      // No word has a zero byte, so that a shorter one is all of its beginning.
      if (beginnings[place] == beginning
          && (length < Long.BYTES || isAt(place, word, from, length))) {
        return place;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private boolean isAt(int place, byte[] word, int from, int length) {
    return Arrays.equals(bytes, start(place), ends[place], word, from, from + length);
  }

  private int add(byte[] word, int from, int length, long beginning, int hash) {
    if (size == ends.length) {
      grow();
    }
    int start = start(size);
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    System.arraycopy(word, from, bytes, start, length);
    ends[size] = start + length;
    beginnings[size] = beginning;
    hashes[size] = hash;
    slots[freeSlot(hash)] = ++size;
    return size - 1;
  }

  private void grow() {
    ends = Arrays.copyOf(ends, 2 * size);
    beginnings = Arrays.copyOf(beginnings, 2 * size);
    hashes = Arrays.copyOf(hashes, 2 * size);
    slots = new int[2 * slots.length];
    for (int place = 0; place < size; place++) {
      slots[freeSlot(hashes[place])] = place + 1;
    }
  }

  private int freeSlot(int hash) {
    int slot = slot(hash);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** By the highest bits, on which all bytes of a word have a bearing. */
  private int slot(int hash) {
    return hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }

  private int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }
}
