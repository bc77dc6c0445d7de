package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.rule.Phrase.Element;
import io.mcpcatalogue.classifier.text.Separator;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds all phrases of all rules in one pass over the numbers of a text's words. The work a word
 * costs is bounded by the phrases that begin with it, so that it is linear in the length of the
 * text. Immutable.
 */
final class PhraseMatcher {
  private static final int NO_MATCH = -1;
  private static final long ANYTHING = -1;

  /** For each word of the vocabulary the phrases that may begin with it; null for most. */
  private final Starts[] byFirstWord;

  /** One phrase with words as sorted numbers, and the slot of the condition it belongs to. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Compiled(
      int slot, int[][] words, boolean[] optional, int[] gaps, boolean fromStart, boolean toEnd) {}

  /** Takes what is found: the phrase's slot, and its first word and the one behind its last. */
  interface Sink {
    void found(int slot, int from, int to);
  }

  /**
   * The phrases that begin with one word. For each a mask of the words of which one must follow for
   * it to stand there: most phrases are ruled out by it without a look at them.
   *
   * @param next masks over the very next word; 0 for phrases that may reach over words, ANYTHING
   *     for those that need no further word
   * @param near masks over the words within reach; 0 for phrases that do not
   * @param reach how many words behind the first one the farthest of these may stand
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Starts(Compiled[] phrases, long[] next, long[] near, int reach) {}

  private PhraseMatcher(Starts[] byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  /** A matcher for lists of phrases; the index of a list is the slot of its phrases. */
  static PhraseMatcher of(List<List<Phrase>> slots, Vocabulary vocabulary) {
    List<List<Compiled>> byFirst = new ArrayList<>();
    for (int i = 0; i < vocabulary.size(); i++) {
      byFirst.add(List.of());
    }
    for (int slot = 0; slot < slots.size(); slot++) {
      for (Phrase phrase : slots.get(slot)) {
        Compiled compiled = compile(slot, phrase, vocabulary);
        for (int word : compiled.words[0]) {
          if (byFirst.get(word).isEmpty()) {
            byFirst.set(word, new ArrayList<>(2));
          }
          byFirst.get(word).add(compiled);
        }
      }
    }
    Starts[] table = new Starts[vocabulary.size()];
    for (int word = 0; word < table.length; word++) {
      List<Compiled> phrases = byFirst.get(word);
      table[word] = phrases.isEmpty() ? null : starts(phrases);
    }
    return new PhraseMatcher(table);
  }

  private static Starts starts(List<Compiled> phrases) {
    long[] next = new long[phrases.size()];
    long[] near = new long[phrases.size()];
    int farthest = 1;
    for (int i = 0; i < next.length; i++) {
      Compiled phrase = phrases.get(i);
      int element = 1;
      int reach = 0;
      long mask = 0;
      boolean ends = false;
      while (!ends && element < phrase.words.length) {
        mask |= mask(phrase.words[element]);
        reach += phrase.gaps[element] + 1;
        ends = !phrase.optional[element];
        element++;
      }
      if (!ends) {
        next[i] = ANYTHING;
      } else if (reach == 1) {
        next[i] = mask;
      } else {
        near[i] = mask;
        farthest = Math.max(farthest, reach);
      }
    }
    return new Starts(phrases.toArray(Compiled[]::new), next, near, farthest);
  }

  private static long mask(int[] words) {
    long mask = 0;
    for (int word : words) {
      mask |= mask(word);
    }
    return mask;
  }

  private static long mask(int word) {
    return word == Vocabulary.UNKNOWN ? 0 : 1L << (word * 0x9E3779B9 >>> 26);
  }

  private static long mask(Words words, int from, int to) {
    long mask = 0;
    for (int i = from; i < Math.min(to, words.size()); i++) {
      mask |= mask(words.id(i));
    }
    return mask;
  }

  void match(Words words, Sink sink) {
    for (int i = 0; i < words.size(); i++) {
      int id = words.id(i);
      if (id != Vocabulary.UNKNOWN && byFirstWord[id] != null) {
        match(byFirstWord[id], words, i, sink);
      }
    }
  }

  private static void match(Starts starts, Words words, int first, Sink sink) {
    long next = mask(words, first + 1, first + 2);
    long near = starts.reach == 1 ? 0 : mask(words, first + 1, first + 1 + starts.reach);
    for (int i = 0; i < starts.phrases.length; i++) {
      if ((next & starts.next[i] | near & starts.near[i]) == 0 && starts.next[i] != ANYTHING) {
        continue;
      }
      Compiled phrase = starts.phrases[i];
      if (phrase.fromStart && first > 0) {
        continue;
      }
      int end = match(phrase, 1, words, first + 1);
      if (end != NO_MATCH) {
        sink.found(phrase.slot, first, end);
      }
    }
  }

  /** Where the rest of the phrase ends if it stands at this word, or NO_MATCH. */
  private static int match(Compiled phrase, int element, Words words, int at) {
    if (element == phrase.words.length) {
      return phrase.toEnd && at < words.size() ? NO_MATCH : at;
    }
    int last = Math.min(words.size() - 1, at + phrase.gaps[element]);
    int[] wanted = phrase.words[element];
    for (int i = at; i <= last; i++) {
      boolean found = contains(wanted, words.id(i));
      if ((found || i < last) && endsSentence(words.before(i))) {
        break;
      }
      if (found) {
        int end = match(phrase, element + 1, words, i + 1);
        if (end != NO_MATCH) {
          return end;
        }
      }
    }
    return phrase.optional[element] ? match(phrase, element + 1, words, at) : NO_MATCH;
  }

  /** A phrase never reaches from one sentence or list item into the next. */
  private static boolean endsSentence(Separator separator) {
    return separator == Separator.END
        || separator == Separator.BULLET
        || separator == Separator.PARAGRAPH;
  }

  private static boolean contains(int[] sorted, int id) {
    for (int word : sorted) {
      if (word >= id) {
        return word == id;
      }
    }
    return false;
  }

  private static Compiled compile(int slot, Phrase phrase, Vocabulary vocabulary) {
    int size = phrase.elements().size();
    int[][] words = new int[size][];
    boolean[] optional = new boolean[size];
    int[] gaps = new int[size];
    for (int i = 0; i < size; i++) {
      Element element = phrase.elements().get(i);
      words[i] = element.words().stream().mapToInt(vocabulary::id).sorted().toArray();
      optional[i] = element.optional();
      gaps[i] = element.gap();
    }
    return new Compiled(slot, words, optional, gaps, phrase.fromStart(), phrase.toEnd());
  }
}
