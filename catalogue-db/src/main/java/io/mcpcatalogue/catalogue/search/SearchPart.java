package io.mcpcatalogue.catalogue.search;

import java.util.Arrays;

/**
 * Some words of the search index in order, each with the numbers of those that have it, in one row:
 * how many bytes it shares with the word before, the rest of it, and the numbers.
 */
final class SearchPart {
  private static final int MOST_BYTES = 5;

  private SearchPart() {}

  /** Writes a number, seven bits a byte, the lowest first; gives the place behind it. */
  static int put(long number, byte[] into, int at) {
    int behind = at;
    long rest = number;
    while (rest > 0x7f) {
      into[behind++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    into[behind++] = (byte) rest;
    return behind;
  }

  /** Makes parts. For one thread. */
  static final class Builder {
    private byte[] part = new byte[1 << 14];
    private int size;
    private SearchEntry first;
    private SearchEntry before;

    /** Adds a word that is greater than those before. */
    void add(SearchEntry entry) {
      int shared = isEmpty() ? 0 : shared(before, entry);
      first = isEmpty() ? entry : first;
      before = entry;
      makeRoom(entry.length() + 3 * MOST_BYTES);
      put(shared);
      put(entry.wordLength() - shared);
      put(entry.bytes(), shared, entry.wordLength());
      put(entry.length() - entry.wordLength());
      put(entry.bytes(), entry.wordLength(), entry.length());
    }

    private static int shared(SearchEntry before, SearchEntry entry) {
      return Arrays.mismatch(
          before.bytes(), 0, before.wordLength(), entry.bytes(), 0, entry.wordLength());
    }

    boolean isEmpty() {
      return size == 0;
    }

    int size() {
      return size;
    }

    /** The first word of the part. */
    byte[] first() {
      return Arrays.copyOf(first.bytes(), first.wordLength());
    }

    /** The part; what is added next begins another one. */
    byte[] finish() {
      byte[] finished = Arrays.copyOf(part, size);
      size = 0;
      return finished;
    }

    private void makeRoom(int bytes) {
      if (part.length - size < bytes) {
        part = Arrays.copyOf(part, 2 * part.length + bytes);
      }
    }

    private void put(byte[] bytes, int from, int to) {
      System.arraycopy(bytes, from, part, size, to - from);
      size += to - from;
    }

    private void put(int number) {
      size = SearchPart.put(number, part, size);
    }
  }

  /** Reads a part word by word. For one thread. */
  static final class Reader {
    private final byte[] part;
    private int position;
    private byte[] word = new byte[0];
    private int numbersEnd;

    Reader(byte[] part) {
      this.part = part;
    }

    /** Goes to the next word; false behind the last one. */
    boolean next() {
      position = numbersEnd;
      if (position == part.length) {
        return false;
      }
      int shared = (int) number();
      int rest = (int) number();
      word = Arrays.copyOf(word, shared + rest);
      System.arraycopy(part, position, word, shared, rest);
      position += rest;
      int length = (int) number();
      numbersEnd = position + length;
      return true;
    }

    byte[] word() {
      return word;
    }

    /** The numbers of those that have the word. */
    long[] numbers() {
      long[] numbers = new long[numbersEnd - position];
      int count = 0;
      long last = 0;
      while (position < numbersEnd) {
        last += number();
        numbers[count++] = last;
      }
      return Arrays.copyOf(numbers, count);
    }

    private long number() {
      long number = 0;
      int shift = 0;
      byte next = part[position++];
      while (next < 0) {
        number |= (next & 0x7fL) << shift;
        shift += 7;
        next = part[position++];
      }
      return number | (long) next << shift;
    }
  }
}
