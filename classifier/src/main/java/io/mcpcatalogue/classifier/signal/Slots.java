package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Gives a slot to every list of phrases or literals while rules are made ready. For one thread. */
final class Slots {
  private final List<List<Phrase>> phrases = new ArrayList<>();
  private final List<List<String>> literals = new ArrayList<>();
  private final List<List<Phrase>> names = new ArrayList<>();

  int phrases(List<Phrase> list) {
    return slot(phrases, list);
  }

  int literals(List<String> list) {
    return slot(literals, list);
  }

  int names(List<Phrase> list) {
    return slot(names, list);
  }

  List<List<Phrase>> allPhrases() {
    return phrases;
  }

  List<List<String>> allLiterals() {
    return literals;
  }

  List<List<Phrase>> allNames() {
    return names;
  }

  /** Equal lists share a slot. */
  private static <T> int slot(List<List<T>> slots, List<T> list) {
    int known = slots.indexOf(list);
    if (known >= 0) {
      return known;
    }
    slots.add(list);
    return slots.size() - 1;
  }
}
