package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.signal.Bounds.Bound;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Gives a slot to all that rules look for while they are made ready. For one thread. */
final class Slots {
  private final List<List<Phrase>> phrases = new ArrayList<>();
  private final BitSet compared = new BitSet();
  private final List<List<String>> literals = new ArrayList<>();
  private final List<List<Phrase>> names = new ArrayList<>();
  private final List<List<String>> signals = new ArrayList<>();
  private final List<Bound> bounds = new ArrayList<>();

  int phrases(List<Phrase> list) {
    return slot(phrases, list);
  }

  /**
   * A slot of phrases whose finds are compared with those of another, so that many must be kept.
   */
  int comparedPhrases(List<Phrase> list) {
    int slot = phrases(list);
    compared.set(slot);
    return slot;
  }

  int literals(List<String> list) {
    return slot(literals, list);
  }

  int names(List<Phrase> list) {
    return slot(names, list);
  }

  int signals(List<String> ids) {
    return slot(signals, ids);
  }

  int bound(Bound of) {
    return slot(bounds, of);
  }

  List<List<Phrase>> allPhrases() {
    return phrases;
  }

  BitSet allCompared() {
    return compared;
  }

  List<List<String>> allLiterals() {
    return literals;
  }

  List<List<Phrase>> allNames() {
    return names;
  }

  /** The slots of all lists that the signal of a rule is one of. */
  int[] ofSignal(String id) {
    return IntStream.range(0, signals.size())
        .filter(slot -> CheckCompiler.isOneOf(id, signals.get(slot)))
        .toArray();
  }

  List<Bound> allBounds() {
    return bounds;
  }

  /** What is equal shares a slot. */
  private static <T> int slot(List<T> slots, T wanted) {
    int known = slots.indexOf(wanted);
    if (known >= 0) {
      return known;
    }
    slots.add(wanted);
    return slots.size() - 1;
  }
}
