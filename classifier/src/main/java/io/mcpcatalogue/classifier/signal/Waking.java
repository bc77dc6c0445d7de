package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.signal.Trigger.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells which rules a find wakes. Most rules have nothing to say about most tools: they sleep until
 * something is found in one of their slots. Immutable.
 */
final class Waking {
  /** For each slot of each kind a bit for each rule that a find in it wakes. */
  private final long[] woken;

  /** The rules that may hold without any find. */
  private final long[] sleepless;

  private Waking(List<Optional<List<Slot>>> triggers) {
    int slots = 0;
    for (Optional<List<Slot>> trigger : triggers) {
      for (Slot slot : trigger.orElse(List.of())) {
        slots = Math.max(slots, slot.index() + 1);
      }
    }
    sleepless = new long[(triggers.size() >> 6) + 1];
    woken = new long[slots * sleepless.length];
    for (int rule = 0; rule < triggers.size(); rule++) {
      if (triggers.get(rule).isEmpty()) {
        sleepless[rule >> 6] |= 1L << rule;
      }
      for (Slot slot : triggers.get(rule).orElse(List.of())) {
        woken[slot.index() * sleepless.length + (rule >> 6)] |= 1L << rule;
      }
    }
  }

  /** Numbers the rules and takes their triggers. For one thread. */
  static final class Builder {
    private final List<Optional<List<Slot>>> triggers = new ArrayList<>();

    /** The number of the next rule. */
    int next() {
      return triggers.size();
    }

    /**
     * Adds a rule.
     *
     * @param trigger the slots of which one must have a find for it to hold; empty where it may
     *     hold without
     */
    void add(Optional<List<Slot>> trigger) {
      triggers.add(trigger);
    }

    Waking build() {
      return new Waking(triggers);
    }
  }

  /** The rules that are awake before anything is found. */
  long[] atFirst() {
    return sleepless.clone();
  }

  /** Whether a find in a slot wakes any rule. */
  boolean hears(int slot) {
    long[] heard = new long[sleepless.length];
    wake(slot, heard);
    return nextAwake(heard, 0) != Integer.MAX_VALUE;
  }

  /** Adds the rules that a find in a slot wakes. */
  void wake(int slot, long[] awake) {
    int from = slot * awake.length;
    if (from < woken.length) {
      for (int i = 0; i < awake.length; i++) {
        awake[i] |= woken[from + i];
      }
    }
  }

  /**
   * The first rule from this number on that is awake; a number beyond all rules if there is none.
   */
  static int nextAwake(long[] awake, int from) {
    int word = from >> 6;
    if (word >= awake.length) {
      return Integer.MAX_VALUE;
    }
    long rest = awake[word] & -1L << from;
    while (rest == 0) {
      if (++word == awake.length) {
        return Integer.MAX_VALUE;
      }
      rest = awake[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }
}
