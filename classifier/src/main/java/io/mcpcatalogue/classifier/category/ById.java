package io.mcpcatalogue.classifier.category;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What is known of each word, by its number: the items of one word lie side by side. Looked up for
 * every word of a text. Immutable.
 */
public final class ById<T> {
  /** Where the items of a word begin, by its number plus one: unknown words have a place, too. */
  private final int[] begins;

  private final List<T> items;

  private ById(int[] begins, List<T> items) {
    this.begins = begins;
    this.items = items;
  }

  /**
   * The items under their words, in the order given.
   *
   * @param word the number of the item's word
   * @param size of the vocabulary
   */
  public static <T> ById<T> of(List<T> items, ToIntFunction<T> word, int size) {
    int[] begins = new int[size + 2];
    for (T item : items) {
      begins[word.applyAsInt(item) + 2]++;
    }
    for (int i = 1; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    int[] next = begins.clone();
    List<T> ordered = new ArrayList<>(Collections.nCopies(items.size(), null));
    for (T item : items) {
      ordered.set(next[word.applyAsInt(item) + 1]++, item);
    }
    return new ById<>(begins, List.copyOf(ordered));
  }

  /** The index of the word's first item. */
  int from(int id) {
    return begins[id + 1];
  }

  /** The index behind the word's last item. */
  int to(int id) {
    return begins[id + 2];
  }

  T get(int index) {
    return items.get(index);
  }
}
