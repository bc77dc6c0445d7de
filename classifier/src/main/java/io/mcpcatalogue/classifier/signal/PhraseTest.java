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
 * Tells whether some phrases stand in the few words that are asked about. Made ready when it is
 * first asked: a program that judges a few tools asks few of them. Safe for many threads, which at
 * worst make the same ready twice.
 */
final class PhraseTest {
  private final List<Phrase> phrases;
  private final Vocabulary vocabulary;
  private volatile Ready ready;

  /**
   * The phrases by their first words.
   *
   * @param firstWords the words that phrases begin with, sorted
   * @param phrases those that begin with each
   * @param longest how many words one of them spans at most
   */
  @SuppressWarnings("ArrayRecordComponent") // Read only, never compared.
  private record Ready(int[] firstWords, List<List<CompiledPhrase>> phrases, int longest) {
    static Ready of(List<Phrase> phrases, Vocabulary vocabulary) {
      SortedMap<Integer, List<CompiledPhrase>> byFirstWord = new TreeMap<>();
      int longest = 0;
      for (CompiledPhrase phrase : CompiledPhrase.all(List.of(phrases), vocabulary)) {
        longest = Math.max(longest, phrase.longest());
        for (int word : phrase.words()[0].ids()) {
          byFirstWord.computeIfAbsent(word, first -> new ArrayList<>()).add(phrase);
        }
      }
      int[] firstWords = byFirstWord.keySet().stream().mapToInt(Integer::intValue).toArray();
      return new Ready(firstWords, List.copyOf(byFirstWord.values()), longest);
    }
  }

  PhraseTest(List<Phrase> phrases, Vocabulary vocabulary) {
    this.phrases = phrases;
    this.vocabulary = vocabulary;
  }

  /** Whether one of the phrases stands in a name. */
  boolean holds(Words name) {
    return overlaps(name, 0, name.size());
  }

  /** Whether one of the phrases shares a word with those from one place to another. */
  boolean overlaps(Words words, int from, int to) {
    Ready asked = ready();
    for (int start = Math.max(0, from - asked.longest); start < to; start++) {
      int first = Arrays.binarySearch(asked.firstWords, words.idAlsoInCode(start));
      if (first >= 0 && reaches(asked.phrases.get(first), words, start, from)) {
        return true;
      }
    }
    return false;
  }

  private Ready ready() {
    Ready made = ready;
    if (made == null) {
      made = Ready.of(phrases, vocabulary);
      ready = made;
    }
    return made;
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
