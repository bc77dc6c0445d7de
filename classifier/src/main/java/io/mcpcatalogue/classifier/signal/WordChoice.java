package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.Arrays;

/**
 * The few words that one place of a phrase allows, by their numbers: a table in which most words
 * are found, or missed, at the first look. Immutable.
 */
final class WordChoice {
  private static final int EMPTY = Vocabulary.UNKNOWN - 1;
  private static final int SCATTER = 0x9E3779B9;

  private final int[] ids;
  private final int[] table;
  private final int shift;

  WordChoice(int[] ids) {
    this.ids = ids;
    int bits = 32 - Integer.numberOfLeadingZeros(ids.length);
    this.shift = 31 - bits;
    this.table = new int[1 << (bits + 1)];
    Arrays.fill(table, EMPTY);
    for (int id : ids) {
      int place = place(id);
      while (table[place] != EMPTY) {
        place = place + 1 & table.length - 1;
      }
      table[place] = id;
    }
  }

  int[] ids() {
    return ids;
  }

  boolean contains(int id) {
    int place = place(id);
    while (table[place] != EMPTY) {
      if (table[place] == id) {
        return true;
      }
      place = place + 1 & table.length - 1;
    }
    return false;
  }

  private int place(int id) {
    return id * SCATTER >>> shift;
  }
}
