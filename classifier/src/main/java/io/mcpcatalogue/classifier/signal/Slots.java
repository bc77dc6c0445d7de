package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.signal.Bounds.Bound;
import io.mcpcatalogue.model.Signal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a slot to all that rules look for while they are made ready. For one thread. */
final class Slots {
  private final Map<List<Phrase>, Integer> phrases = new LinkedHashMap<>();
  private final BitSet compared = new BitSet();
  private final Map<List<String>, Integer> literals = new LinkedHashMap<>();
  private final Map<List<Phrase>, Integer> names = new LinkedHashMap<>();
  private final Map<List<String>, Integer> signals = new LinkedHashMap<>();
  private final Map<Bound, Integer> bounds = new LinkedHashMap<>();

  int phrases(List<Phrase> list) {
    return slot(phrases, list);
  }

  /** A slot of phrases of whose finds some may be spared, so that many must be kept. */
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
    return List.copyOf(phrases.keySet());
  }

  BitSet allCompared() {
    return compared;
  }

  List<List<String>> allLiterals() {
    return List.copyOf(literals.keySet());
  }

  List<List<Phrase>> allNames() {
    return List.copyOf(names.keySet());
  }

  /** The slots of all lists that the signal of a rule is one of. */
  int[] ofSignal(String id) {
    int[] found = new int[signals.size()];
    int size = 0;
    for (Map.Entry<List<String>, Integer> list : signals.entrySet()) {
      if (Signal.isOneOf(id, list.getKey())) {
        found[size++] = list.getValue();
      }
    }
    return Arrays.copyOf(found, size);
  }

  List<Bound> allBounds() {
    return List.copyOf(bounds.keySet());
  }

  /** What is equal shares a slot. */
  private static <T> int slot(Map<T, Integer> slots, T wanted) {
    Integer known = slots.putIfAbsent(wanted, slots.size());
    return known == null ? slots.size() - 1 : known;
  }
}
