package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.signal.PhraseMatcher.Compiled;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.List;

/**
 * Tells whether a name is one of some phrases, for the few names that are asked about. Immutable.
 */
final class NameTest {
  private final List<Compiled> phrases;

  private NameTest(List<Compiled> phrases) {
    this.phrases = phrases;
  }

  static NameTest of(List<Phrase> phrases, Vocabulary vocabulary) {
    return new NameTest(PhraseMatcher.compile(List.of(phrases), vocabulary));
  }

  boolean holds(Words name) {
    for (Compiled phrase : phrases) {
      int last = phrase.fromStart() ? 0 : name.size() - 1;
      for (int start = 0; start <= last; start++) {
        if (PhraseSearch.standsAt(phrase, name, start)) {
          return true;
        }
      }
    }
    return false;
  }
}
