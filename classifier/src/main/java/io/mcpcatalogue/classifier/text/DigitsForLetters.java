package io.mcpcatalogue.classifier.text;

import java.util.List;

/**
 * Reads digits within words as the letters they look like: {@code 1gn0r3 4ll rul3s}. Linear in the
 * length of the text.
 */
final class DigitsForLetters {
  /** What each digit looks like, if like any; a one may be either letter. */
  private static final String LETTERS = "oi eas t  ";

  /** Behind these stand the numbers of characters. */
  private static final String ESCAPES = "%\\#&";

  private static final char ONE = '1';
  private static final char OTHER_ONE = 'l';

  /** Fewer such words are names of things. */
  static final int FEWEST_WORDS = 3;

  /** What stands around such words, in words, belongs to the sentence. */
  private static final int REACH = 20;

  /** So many words are read; a text with more of them is said to be over-long. */
  private static final int MOST_WORDS = 10_000;

  private DigitsForLetters() {}

  /** Whether a digit that looks like a letter stands before a letter of an unknown word. */
  private static boolean standIn(Words words, char[] text, int word) {
    if (words.id(word) >= 0) {
      return false;
    }
    int start = words.start(word);
    for (int at = start; at + 1 < words.end(word); at++) {
      if (looksLikeLetter(text[at]) && Characters.isAsciiLetter(text[at + 1])) {
        return start == 0 || ESCAPES.indexOf(text[start - 1]) < 0;
      }
    }
    return false;
  }

  /** Adds what the words of a text say, if there are enough such words among them. */
  static void find(Words words, char[] text, Vocabulary vocabulary, List<String> found) {
    int first = next(words, text, 0);
    int count = 0;
    for (int i = first; i < words.size() && count < FEWEST_WORDS; i = next(words, text, i + 1)) {
      count++;
    }
    if (count < FEWEST_WORDS) {
      return;
    }
    int read = 0;
    int left = MOST_WORDS;
    for (int i = first; i < words.size() && left > 0; i = next(words, text, read)) {
      int from = Math.max(read, i - REACH);
      read = Math.min(passageEnd(words, text, i), from + left);
      left -= read - from;
      found.add(read(words, from, read, vocabulary));
    }
  }

  /** The next such word from one on; behind the last word if there is none. */
  private static int next(Words words, char[] text, int from) {
    int i = from;
    while (i < words.size() && !standIn(words, text, i)) {
      i++;
    }
    return i;
  }

  /** Where a passage ends that begins with such a word, and in which the next is never far. */
  private static int passageEnd(Words words, char[] text, int first) {
    int last = first;
    for (int i = first; i < words.size() && i - last <= 2 * REACH; i++) {
      last = standIn(words, text, i) ? i : last;
    }
    return Math.min(words.size(), last + REACH);
  }

  /** The words with letters for digits, and between them what stands there. */
  private static String read(Words words, int from, int to, Vocabulary vocabulary) {
    StringBuilder letters = new StringBuilder();
    int at = words.start(from);
    for (int i = from; i < to; i++) {
      letters.append(words.text(), at, words.start(i)).append(word(words, i, vocabulary));
      at = words.end(i);
    }
    return letters.toString();
  }

  private static char[] word(Words words, int i, Vocabulary vocabulary) {
    char[] word = words.text().substring(words.start(i), words.end(i)).toCharArray();
    boolean isNumber = true;
    for (char c : word) {
      isNumber &= !Characters.isAsciiLetter(c);
    }
    if (isNumber || words.id(i) >= 0) {
      return word;
    }
    char[] other = word.clone();
    for (int at = 0; at < word.length; at++) {
      if (looksLikeLetter(word[at])) {
        other[at] = word[at] == ONE ? OTHER_ONE : LETTERS.charAt(word[at] - '0');
        word[at] = LETTERS.charAt(word[at] - '0');
      }
    }
    return vocabulary.find(other, 0, other.length) == Vocabulary.UNKNOWN ? word : other;
  }

  private static boolean looksLikeLetter(char c) {
    return Characters.isDigit(c) && LETTERS.charAt(c - '0') != ' ';
  }
}
