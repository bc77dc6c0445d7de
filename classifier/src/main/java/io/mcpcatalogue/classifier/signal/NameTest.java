package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether a name is one of some phrases, for the few names that are asked about. Immutable.
 */
final class NameTest {
  /** The words that phrases begin with, sorted, and the phrases that begin with each. */
  private final int[] firstWords;

  private final List<List<CompiledPhrase>> phrases;

  private NameTest(SortedMap<Integer, List<CompiledPhrase>> byFirstWord) {
    this.firstWords = byFirstWord.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.phrases = List.copyOf(byFirstWord.values());
  }

  static NameTest of(List<Phrase> phrases, Vocabulary vocabulary) {
    SortedMap<Integer, List<CompiledPhrase>> byFirstWord = new TreeMap<>();
    for (CompiledPhrase phrase : CompiledPhrase.all(List.of(phrases), vocabulary)) {
      for (int word : phrase.words()[0].ids()) {
        byFirstWord.computeIfAbsent(word, first -> new ArrayList<>()).add(phrase);
      }
    }
    return new NameTest(byFirstWord);
  }

  boolean holds(Words name) {
    for (int start = 0; start < name.size(); start++) {
      int first = Arrays.binarySearch(firstWords, name.id(start));
      if (first >= 0 && holds(phrases.get(first), name, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(List<CompiledPhrase> phrases, Words name, int start) {
    for (CompiledPhrase phrase : phrases) {
      if ((start == 0 || !phrase.fromStart())
          && phrase.endFrom(name, start) != CompiledPhrase.NO_MATCH) {
        return true;
      }
    }
    return false;
  }
}
