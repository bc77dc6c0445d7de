package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.signal.Trigger.Slot;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one sort about tools. Most of them have nothing to say about most tools: they sleep
 * until something is found in one of their slots. Immutable.
 */
final class RuleBook<R> {
  private final List<CompiledRule<R, ToolScan>> rules;

  /** The rules that may hold without any find. */
  private final BitSet sleepless = new BitSet();

  /** For each kind and slot the rules that a find in it wakes; null for most. */
  private final BitSet[] woken;

  /**
   * A book of rules.
   *
   * @param triggers for each rule the slots of which one must have a find for it to hold; empty
   *     where it may hold without
   */
  RuleBook(List<CompiledRule<R, ToolScan>> rules, List<Optional<List<Slot>>> triggers) {
    this.rules = List.copyOf(rules);
    int slots = 0;
    for (Optional<List<Slot>> trigger : triggers) {
      for (Slot slot : trigger.orElse(List.of())) {
        slots = Math.max(slots, slot.index() + 1);
      }
    }
    this.woken = new BitSet[slots];
    for (int number = 0; number < triggers.size(); number++) {
      add(number, triggers.get(number));
    }
  }

  private void add(int number, Optional<List<Slot>> trigger) {
    if (trigger.isEmpty()) {
      sleepless.set(number);
      return;
    }
    for (Slot slot : trigger.get()) {
      if (woken[slot.index()] == null) {
        woken[slot.index()] = new BitSet();
      }
      woken[slot.index()].set(number);
    }
  }

  /** All rules in their order. */
  List<CompiledRule<R, ToolScan>> rules() {
    return rules;
  }

  CompiledRule<R, ToolScan> rule(int number) {
    return rules.get(number);
  }

  /** The numbers of the rules that may hold; no other does. */
  BitSet awake(ToolScan scan) {
    BitSet awake = (BitSet) sleepless.clone();
    BitSet found = scan.found();
    for (int i = found.nextSetBit(0); i >= 0 && i < woken.length; i = found.nextSetBit(i + 1)) {
      if (woken[i] != null) {
        awake.or(woken[i]);
      }
    }
    return awake;
  }
}
