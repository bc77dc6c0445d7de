package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.rule.Phrase.Element;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.List;

/**
 * Matches phrases against a name on the spot, for the few names that no matcher has seen: allowed
 * values and paths of parameters that passed everything else.
 */
final class NamePhrases {
  private static final Vocabulary EMPTY = Vocabulary.of(List.of());

  private NamePhrases() {}

  static boolean match(String name, List<Phrase> phrases) {
    Words words = Words.ofName("", name, EMPTY);
    for (Phrase phrase : phrases) {
      int last = phrase.fromStart() ? 0 : words.size() - 1;
      for (int start = 0; start <= last; start++) {
        if (match(phrase, 0, words, start)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean match(Phrase phrase, int element, Words words, int at) {
    if (element == phrase.elements().size()) {
      return !phrase.toEnd() || at == words.size();
    }
    Element asked = phrase.elements().get(element);
    for (int i = at; i < words.size() && i <= at + asked.gap(); i++) {
      if (asked.words().contains(words.word(i)) && match(phrase, element + 1, words, i + 1)) {
        return true;
      }
    }
    return asked.optional() && match(phrase, element + 1, words, at);
  }
}
