package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether some phrases stand in the few words that are asked about. Immutable. */
final class PhraseTest {
  /** The words that phrases begin with, sorted, and the phrases that begin with each. */
  private final int[] firstWords;

  private final List<List<CompiledPhrase>> phrases;

  /** How many words one of the phrases spans at most. */
  private final int longest;

  private PhraseTest(SortedMap<Integer, List<CompiledPhrase>> byFirstWord) {
    this.firstWords = byFirstWord.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.phrases = List.copyOf(byFirstWord.values());
    int most = 0;
    for (List<CompiledPhrase> begun : phrases) {
      for (CompiledPhrase phrase : begun) {
        most = Math.max(most, phrase.longest());
      }
    }
    this.longest = most;
  }

  static PhraseTest of(List<Phrase> phrases, Vocabulary vocabulary) {
    SortedMap<Integer, List<CompiledPhrase>> byFirstWord = new TreeMap<>();
    for (CompiledPhrase phrase : CompiledPhrase.all(List.of(phrases), vocabulary)) {
      for (int word : phrase.words()[0].ids()) {
        byFirstWord.computeIfAbsent(word, first -> new ArrayList<>()).add(phrase);
      }
    }
    return new PhraseTest(byFirstWord);
  }

  /** Whether one of the phrases stands in a name. */
  boolean holds(Words name) {
    return overlaps(name, 0, name.size());
  }

  /** Whether one of the phrases shares a word with those from one place to another. */
  boolean overlaps(Words words, int from, int to) {
    for (int start = Math.max(0, from - longest); start < to; start++) {
      int first = Arrays.binarySearch(firstWords, words.idAlsoInCode(start));
      if (first >= 0 && reaches(phrases.get(first), words, start, from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the phrases that stand at the start ends behind the place. */
  private static boolean reaches(List<CompiledPhrase> phrases, Words words, int start, int place) {
    for (CompiledPhrase phrase : phrases) {
      if ((start == 0 || !phrase.fromStart()) && phrase.endFrom(words, start) > place) {
        return true;
      }
    }
    return false;
  }
}
