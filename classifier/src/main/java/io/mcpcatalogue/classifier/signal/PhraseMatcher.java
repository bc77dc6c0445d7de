package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * All phrases of all rules, made ready to be found in one pass over the numbers of a text's words.
 * A phrase is looked for only where the rarest of its words stands, with one of its next words
 * nearby. Immutable; {@link PhraseSearch} does the finding.
 */
final class PhraseMatcher {
  static final int FIXED = -1;

  /** The bits of all words. */
  static final long ANY = -1;

  /** Frequent words of names and descriptions, the most frequent first. */
  private static final List<String> FREQUENT =
      List.of(
          ("the to a of for or and name in id is this use if list be with by not get from tool an"
                  + " only when page on user all are type that create set it file path as number"
                  + " used query search string new can you data key url value")
              .split(" "));

  /** How much more frequent the first of them is than a word that is not among them. */
  private static final int MOST_FREQUENT = 250;

  /** For each word of the vocabulary the phrases to look for where it stands; null for most. */
  private final Anchors[] byWord;

  /** How many words before or behind a word are asked for at most. */
  private final int farthestReach;

  private final int[] slots;
  private final int loosePhrases;

  /**
   * A phrase at the element whose words are the rarest.
   *
   * @param nearest how many words before that element the phrase begins at least
   * @param farthest how many at most
   * @param before a bit for each of the words of which one must stand before that element, some
   *     shared with other words
   * @param reachBefore how many words before it; 0 where no word is asked for, and all bits are set
   * @param after the same for the words behind it
   * @param loose a number if the two differ, so that there are several places where the phrase may
   *     begin; else {@link #FIXED}
   */
  record Anchor(
      CompiledPhrase phrase,
      int nearest,
      int farthest,
      long before,
      int reachBefore,
      long after,
      int reachAfter,
      int loose) {}

  /**
   * The phrases to look for where a word stands.
   *
   * @param reachBefore how many words before it one of them asks for at most
   * @param reachAfter the same behind it
   */
  @SuppressWarnings("ArrayRecordComponent") // Read only, never compared.
  record Anchors(Anchor[] all, int reachBefore, int reachAfter) {
    static final Anchors NONE = new Anchors(new Anchor[0], 0, 0);

    Anchors with(Anchor added) {
      Anchor[] more = Arrays.copyOf(all, all.length + 1);
      more[all.length] = added;
      return new Anchors(
          more, Math.max(reachBefore, added.reachBefore), Math.max(reachAfter, added.reachAfter));
    }
  }

  private PhraseMatcher(List<CompiledPhrase> compiled, int[] frequencies) {
    this.slots = new int[compiled.size()];
    this.byWord = new Anchors[frequencies.length];
    int loose = 0;
    int reach = 0;
    for (CompiledPhrase phrase : compiled) {
      slots[phrase.number()] = phrase.slot();
      int element = rarest(phrase, frequencies);
      Anchor anchor = anchor(phrase, element, loose);
      loose += anchor.loose == FIXED ? 0 : 1;
      reach = Math.max(reach, Math.max(anchor.reachBefore, anchor.reachAfter));
      for (int word : phrase.words()[element].ids()) {
        byWord[word] = (byWord[word] == null ? Anchors.NONE : byWord[word]).with(anchor);
      }
    }
    this.loosePhrases = loose;
    this.farthestReach = reach;
  }

  /** A matcher for lists of phrases; the index of a list is the slot of its phrases. */
  static PhraseMatcher of(List<List<Phrase>> slots, Vocabulary vocabulary) {
    return new PhraseMatcher(CompiledPhrase.all(slots, vocabulary), frequencies(vocabulary));
  }

  /** The slot of the phrase with this number. */
  int slot(int phrase) {
    return slots[phrase];
  }

  int phrases() {
    return slots.length;
  }

  /** How many phrases have several places where they may begin. */
  int loosePhrases() {
    return loosePhrases;
  }

  /** The phrases to look for where the word stands; null if there are none. */
  Anchors anchors(int word) {
    return word == Vocabulary.UNKNOWN ? null : byWord[word];
  }

  int farthestReach() {
    return farthestReach;
  }

  /** The bit of a word, which it shares with others. */
  static long mask(int word) {
    return word == Vocabulary.UNKNOWN ? 0 : 1L << (word * 0x9E3779B9 >>> 26);
  }

  /** How often each word is to be expected, in relation to a word that is not frequent. */
  private static int[] frequencies(Vocabulary vocabulary) {
    int[] frequencies = new int[vocabulary.size()];
    Arrays.fill(frequencies, 1);
    for (int rank = 0; rank < FREQUENT.size(); rank++) {
      int word = vocabulary.id(FREQUENT.get(rank));
      if (word != Vocabulary.UNKNOWN) {
        frequencies[word] = MOST_FREQUENT / (rank + 1);
      }
    }
    return frequencies;
  }

  private static int rarest(CompiledPhrase phrase, int[] frequencies) {
    int rarest = 0;
    int fewest = Integer.MAX_VALUE;
    for (int element = 0; element < phrase.elements(); element++) {
      int sum = 0;
      for (int word : phrase.words()[element].ids()) {
        sum += frequencies[word];
      }
      if (!phrase.optional()[element] && sum < fewest) {
        rarest = element;
        fewest = sum;
      }
    }
    return rarest;
  }

  private static Anchor anchor(CompiledPhrase phrase, int element, int loose) {
    int nearest = 0;
    int farthest = 0;
    for (int i = 1; i <= element; i++) {
      nearest += i == element || !phrase.optional()[i] ? 1 : 0;
      farthest += phrase.gaps()[i] + 1;
    }
    Neighbours before = neighbours(phrase, element, -1);
    Neighbours after = neighbours(phrase, element, 1);
    return new Anchor(
        phrase,
        nearest,
        farthest,
        before.mask,
        before.reach,
        after.mask,
        after.reach,
        nearest == farthest ? FIXED : loose);
  }

  private record Neighbours(long mask, int reach) {}

  /** The words of the first element beside another that may not be absent. */
  private static Neighbours neighbours(CompiledPhrase phrase, int element, int step) {
    int reach = 0;
    for (int i = element + step; i >= 0 && i < phrase.elements(); i += step) {
      reach += phrase.gaps()[step > 0 ? i : i + 1] + 1;
      if (!phrase.optional()[i]) {
        return new Neighbours(mask(phrase.words()[i].ids()), reach);
      }
    }
    return new Neighbours(ANY, 0);
  }

  private static long mask(int[] words) {
    long mask = 0;
    for (int word : words) {
      mask |= mask(word);
    }
    return mask;
  }
}
