package io.mcpcatalogue.classifier.signal;

import java.util.ArrayList;
import java.util.List;

/** The finds of one kind by their slots. For one thread. */
final class Finds<T> {
  private final int slots;

  /** Made for the first find: most tools and servers have none of most kinds. */
  private List<T>[] bySlot;

  Finds(int slots) {
    this.slots = slots;
  }

  /** The finds in a slot. */
  List<T> in(int slot) {
    return bySlot == null || bySlot[slot] == null ? List.of() : bySlot[slot];
  }

  /** The same, to be added to. */
  List<T> open(int slot) {
    if (bySlot == null) {
      bySlot = lists(slots);
    }
    if (bySlot[slot] == null) {
      bySlot[slot] = new ArrayList<>(2);
    }
    return bySlot[slot];
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> List<T>[] lists(int count) {
    return new List[count];
  }
}
