package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * All phrases by their first word. Many begin with a word that stands in every text, but there few
 * go on as they do: the second word is compared before anything else is looked at. Immutable.
 */
public final class Phrases {
  /** Stands for the second word of a phrase that has none. */
  private static final int ANY = Integer.MIN_VALUE;

  /** Of each first word the longest phrase comes first. */
  private final ById<Phrase> phrases;

  private final int[] seconds;

  private Phrases(ById<Phrase> phrases, int[] seconds) {
    this.phrases = phrases;
    this.seconds = seconds;
  }

  /** The phrases; of several that stand at the same place and are as long, the first counts. */
  public static Phrases of(List<Phrase> phrases, Vocabulary vocabulary) {
    List<Phrase> ordered = new ArrayList<>(phrases);
    ordered.sort((one, other) -> Integer.compare(other.words().size(), one.words().size()));
    ById<Phrase> byFirst = ById.of(ordered, phrase -> phrase.words().get(0), vocabulary.size());
    int[] seconds = new int[phrases.size()];
    for (int i = 0; i < seconds.length; i++) {
      WordSequence words = byFirst.get(i).words();
      seconds[i] = words.size() > 1 ? words.get(1) : ANY;
    }
    return new Phrases(byFirst, seconds);
  }

  /** The longest phrase that begins with the word at the index, or null. */
  Phrase at(int index, Words text) {
    int first = text.id(index);
    int end = phrases.to(first);
    for (int i = phrases.from(first); i < end; i++) {
      if ((seconds[i] == ANY || index + 1 < text.size() && seconds[i] == text.id(index + 1))
          && phrases.get(i).words().standsAt(text, index)) {
        return phrases.get(i);
      }
    }
    return null;
  }
}
