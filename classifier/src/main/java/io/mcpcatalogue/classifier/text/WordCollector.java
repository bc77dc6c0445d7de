package io.mcpcatalogue.classifier.text;

import java.util.Arrays;

/** Gathers the words of one text while it is split. For one thread. */
final class WordCollector {
  int size;
  int[] starts;
  int[] ends;
  int[] ids;
  byte[] before;
  private Separator pending = Separator.PARAGRAPH;

  WordCollector(int expected) {
    starts = new int[expected];
    ends = new int[expected];
    ids = new int[expected];
    before = new byte[expected];
  }

  /**
   * Notes a separator before the next word; of several the strongest counts. What stands below a
   * line that ends with a colon never continues it.
   */
  void separate(Separator separator) {
    if (separator == Separator.LINE && pending == Separator.COLON) {
      pending = Separator.END;
    } else if (separator.compareTo(pending) > 0) {
      pending = separator;
    }
  }

  void add(int start, int end, int id) {
    if (size == starts.length) {
      starts = Characters.grown(starts);
      ends = Characters.grown(ends);
      ids = Characters.grown(ids);
      before = Arrays.copyOf(before, before.length * 2);
    }
    starts[size] = start;
    ends[size] = end;
    ids[size] = id;
    before[size] = (byte) pending.ordinal();
    size++;
    pending = Separator.SPACE;
  }
}
