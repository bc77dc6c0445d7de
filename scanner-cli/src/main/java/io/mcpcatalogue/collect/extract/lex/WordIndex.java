package io.mcpcatalogue.collect.extract.lex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where each word of a file stands. A string without white space or escapes counts as the word in
 * its quotes. Immutable.
 */
public final class WordIndex {
  private final Spellings spellings;

  /** The first token of each word. */
  private final int[] first;

  /** Of each token that is a word, the next token of the same spelling. */
  private final int[] next;

  /**
   * @param words of each token the word that it is, {@link Tokens#NONE} when it is none
   */
  WordIndex(Spellings spellings, int[] words) {
    this.spellings = spellings;
    this.first = new int[spellings.count()];
    this.next = new int[words.length];
    Arrays.fill(first, Tokens.NONE);
    // From the last to the first, so that the places of a word come in their order.
    for (int token = words.length - 1; token >= 0; token--) {
      int word = words[token];
      if (word != Tokens.NONE) {
        next[token] = first[word];
        first[word] = token;
      }
    }
  }

  /** The first token that is this word, {@link Tokens#NONE} when none is. */
  public int first(String word) {
    int known = spellings.find(word);
    return known == Tokens.NONE ? Tokens.NONE : first[known];
  }

  /** The next token that is the same word as this one, {@link Tokens#NONE} behind the last. */
  public int next(int token) {
    return next[token];
  }

  /** The words of the file that pass the test. */
  List<String> words(Predicate<String> test) {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < first.length; word++) {
      if (test.test(spellings.text(word))) {
        words.add(spellings.text(word));
      }
    }
    return words;
  }

  /** All tokens that are one of the words, in their order. */
  int[] places(Collection<String> words) {
    int[] places = new int[8];
    int count = 0;
    for (String word : words) {
      for (int token = first(word); token != Tokens.NONE; token = next[token]) {
        if (count == places.length) {
          places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = token;
      }
    }
    Arrays.sort(places, 0, count);
    return Arrays.copyOf(places, count);
  }
}
