package io.mcpcatalogue.classifier.text;

import java.util.Arrays;

/** Gathers the words of one text after another while they are split. For one thread. */
final class WordCollector {
  /** Each word takes four places: start, end, number, separator before it. */
  static final int PLACES = 4;

  private int[] words = new int[64 * PLACES];
  private int filled;

  private int pending = Separator.PARAGRAPH.ordinal();
  private boolean code;
  private boolean allCode = true;

  /** How many words stand one behind the other, each in a sentence, line or item of its own. */
  private int apart;

  private int mostApart;

  /** Notes a separator before the next word; of several the strongest counts. */
  void separate(Separator separator) {
    if (code) {
      return;
    }
    int strength = separator.ordinal();
    if (separator == Separator.LINE && pending == Separator.COLON.ordinal()) {
      // What stands below a line that ends with a colon never continues it.
      strength = Separator.END.ordinal();
    }
    pending = Math.max(pending, strength);
  }

  /** The words from here on are code, which is no prose and has no sentences. */
  void beginCode() {
    code = true;
  }

  void endCode() {
    code = false;
  }

  void add(int start, int end, int id) {
    if (filled == words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    words[filled] = start;
    words[filled + 1] = end;
    words[filled + 2] = code ? Words.inCode(id) : id;
    allCode &= code;
    apart = pending >= Separator.COLON.ordinal() ? apart + 1 : 0;
    mostApart = Math.max(mostApart, apart);
    words[filled + 3] = pending;
    filled += PLACES;
    pending = Separator.SPACE.ordinal();
  }

  /** The words gathered since the last call; the next text begins anew. */
  Words take(String pointer, String text, int encodings) {
    if (allCode) {
      readAsProse();
    }
    Words taken = new Words(pointer, text, Arrays.copyOf(words, filled), encodings);
    filled = 0;
    code = false;
    allCode = true;
    apart = 0;
    mostApart = 0;
    pending = Separator.PARAGRAPH.ordinal();
    return taken;
  }

  /** The most words that stood apart, one behind the other, since the last text was taken. */
  int mostApart() {
    return mostApart;
  }

  /** A text that is code from end to end quotes nothing. */
  private void readAsProse() {
    for (int i = 2; i < filled; i += PLACES) {
      if (words[i] < Vocabulary.UNKNOWN) {
        words[i] = Words.inCode(words[i]);
      }
    }
  }
}
