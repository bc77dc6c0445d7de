package io.mcpcatalogue.classifier.text;

/**
 * Notes while prose is split which other writings may stand in it, so that most texts need no
 * second look. For one thread.
 */
final class EncodingSigns {
  static final int RUN = 1;
  static final int ESCAPES = 2;
  static final int DIGITS = 4;
  static final int NUMBERS = 8;
  static final int LETTERS = 16;
  static final int APART = 32;

  private int longest;
  private int withDigit;

  /** How many words in a row may be single letters, and numbers, and the most of each. */
  private int letters;

  private int mostLetters;
  private int numbers;
  private int mostNumbers;
  private int escapes;

  void clear() {
    longest = 0;
    withDigit = 0;
    letters = 0;
    mostLetters = 0;
    numbers = 0;
    mostNumbers = 0;
    escapes = 0;
  }

  /** Notes a word; sums, not branches, for nobody could foresee them. */
  void addWord(int length, int codes) {
    longest = Math.max(longest, length);
    withDigit += WordKey.digitIn(codes);
    letters = (letters + 1) * (length - 2 >>> 31);
    mostLetters = Math.max(mostLetters, letters);
    numbers = (numbers + 1) * WordKey.mayBeNumber(codes);
    mostNumbers = Math.max(mostNumbers, numbers);
  }

  /** Notes a sign that escapes begin with. */
  void addEscape() {
    escapes++;
  }

  /**
   * What was noted since it was cleared: a bit for each.
   *
   * @param apart how many words stand apart, one behind the other
   */
  int kinds(int apart) {
    return (longest >= EncodedWriting.SHORTEST_RUN ? RUN : 0)
        | (escapes >= Escapes.FEWEST ? ESCAPES : 0)
        | (withDigit >= DigitsForLetters.FEWEST_WORDS ? DIGITS : 0)
        | (Math.min(mostNumbers, withDigit) >= EncodedWriting.FEWEST_NUMBERS ? NUMBERS : 0)
        | (mostLetters >= EncodedWriting.FEWEST_LETTERS ? LETTERS : 0)
        | (apart >= EncodedWriting.FEWEST_APART ? APART : 0);
  }
}
