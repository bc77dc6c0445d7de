package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.rule.Phrase.Element;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * One phrase with its words as numbers. Immutable.
 *
 * @param number its place among all phrases
 * @param slot the slot of the condition it belongs to
 */
@SuppressWarnings("ArrayRecordComponent")
record CompiledPhrase(
    int number,
    int slot,
    WordChoice[] words,
    boolean[] optional,
    int[] gaps,
    boolean fromStart,
    boolean toEnd) {
  static final int NO_MATCH = -1;

  /** All phrases of some lists; the index of a list is the slot of its phrases. */
  static List<CompiledPhrase> all(List<List<Phrase>> slots, Vocabulary vocabulary) {
    List<CompiledPhrase> compiled = new ArrayList<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      for (Phrase phrase : slots.get(slot)) {
        compiled.add(of(compiled.size(), slot, phrase, vocabulary));
      }
    }
    return compiled;
  }

  private static CompiledPhrase of(int number, int slot, Phrase phrase, Vocabulary vocabulary) {
    int size = phrase.elements().size();
    WordChoice[] words = new WordChoice[size];
    boolean[] optional = new boolean[size];
    int[] gaps = new int[size];
    for (int i = 0; i < size; i++) {
      Element element = phrase.elements().get(i);
      words[i] = new WordChoice(vocabulary.ids(element.words()));
      optional[i] = element.optional();
      gaps[i] = element.gap();
    }
    return new CompiledPhrase(
        number, slot, words, optional, gaps, phrase.fromStart(), phrase.toEnd());
  }

  int elements() {
    return words.length;
  }

  /** How many words it spans at most. */
  int longest() {
    int longest = 0;
    for (int gap : gaps) {
      longest += gap + 1;
    }
    return longest;
  }

  /** Where the phrase ends if it begins with the word at this place, else NO_MATCH. */
  int endFrom(Words text, int from) {
    return words[0].contains(text.idAlsoInCode(from)) ? endBehind(text, from) : NO_MATCH;
  }

  /** The same where it is known that the word may begin it. */
  int endBehind(Words text, int from) {
    return end(1, text, from + 1);
  }

  private int end(int element, Words text, int at) {
    if (element == words.length) {
      return toEnd && at < text.size() ? NO_MATCH : at;
    }
    int last = Math.min(text.size() - 1, at + gaps[element]);
    for (int i = at; i <= last; i++) {
      boolean found = words[element].contains(text.idAlsoInCode(i));
      // A phrase never reaches from one sentence or list item into the next.
      if ((found || i < last) && text.beginsSentence(i)) {
        break;
      }
      if (found) {
        int end = end(element + 1, text, i + 1);
        if (end != NO_MATCH) {
          return end;
        }
      }
    }
    return optional[element] ? end(element + 1, text, at) : NO_MATCH;
  }
}
