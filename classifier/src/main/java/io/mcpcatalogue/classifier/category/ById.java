package io.mcpcatalogue.classifier.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists by the number of a word; looked up for every word of a text. Immutable. */
public final class ById<T> {
  private final List<List<T>> lists;

  private ById(List<List<T>> lists) {
    this.lists = lists;
  }

  /** The lists of the map, for a vocabulary of the given size. */
  public static <T> ById<T> of(Map<Integer, List<T>> map, int size) {
    List<List<T>> lists = new ArrayList<>(size);
    for (int id = 0; id < size; id++) {
      lists.add(List.copyOf(map.getOrDefault(id, List.of())));
    }
    return new ById<>(lists);
  }

  /** The list of the word; empty for unknown words. */
  public List<T> get(int id) {
    return id < 0 ? List.of() : lists.get(id);
  }
}
