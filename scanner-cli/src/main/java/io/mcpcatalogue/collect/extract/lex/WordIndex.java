package io.mcpcatalogue.collect.extract.lex;

import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
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
  /** Longer strings are no names. */
  private static final int MAX_STRING = 64;

  private final Tokens tokens;

  /** The first token of each word, at a slot by the hash of its spelling. */
  private int[] first = new int[256];

  /** Of each token that is a word, the next token of the same spelling. */
  private final int[] next;

  private int distinct;

  WordIndex(Tokens tokens) {
    this.tokens = tokens;
    this.next = new int[tokens.count()];
    Arrays.fill(first, Tokens.NONE);
    // From the last to the first, so that the places of a word come in their order.
    for (int token = tokens.count() - 1; token >= 0; token--) {
      if (isWord(token)) {
        add(token);
      }
    }
  }

  private boolean isWord(int token) {
    Kind kind = tokens.kind(token);
    if (kind != Kind.STRING) {
      return kind == Kind.WORD;
    }
    int length = tokens.end(token) - tokens.start(token);
    return length > 2 && length <= MAX_STRING;
  }

  private void add(int token) {
    int slot = slot(token);
    next[token] = first[slot];
    if (first[slot] == Tokens.NONE && ++distinct * 2 > first.length) {
      grow();
      slot = slot(token);
    }
    first[slot] = token;
  }

  private void grow() {
    int[] before = first;
    first = new int[before.length * 4];
    Arrays.fill(first, Tokens.NONE);
    for (int token : before) {
      if (token != Tokens.NONE) {
        first[slot(token)] = token;
      }
    }
  }

  /** The slot of the token's word, or the free one for it. */
  private int slot(int token) {
    int from = from(token);
    int length = to(token) - from;
    String text = tokens.source();
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = start(hash);
    while (first[slot] != Tokens.NONE && !isSpelled(first[slot], text, from, length)) {
      slot = slot + 1 & first.length - 1;
    }
    return slot;
  }

  private int start(int hash) {
    return (hash ^ hash >>> 15) & first.length - 1;
  }

  private boolean isSpelled(int token, String text, int from, int length) {
    int start = from(token);
    return to(token) - start == length && tokens.source().regionMatches(start, text, from, length);
  }

  private int from(int token) {
    return tokens.is(token, Kind.STRING) ? tokens.start(token) + 1 : tokens.start(token);
  }

  private int to(int token) {
    return tokens.is(token, Kind.STRING) ? tokens.end(token) - 1 : tokens.end(token);
  }

  /** The first token that is this word, {@link Tokens#NONE} when none is. */
  public int first(String word) {
    int slot = start(word.hashCode());
    while (first[slot] != Tokens.NONE && !isSpelled(first[slot], word, 0, word.length())) {
      slot = slot + 1 & first.length - 1;
    }
    return first[slot];
  }

  /** The next token that is the same word as this one, {@link Tokens#NONE} behind the last. */
  public int next(int token) {
    return next[token];
  }

  /** The words of the file that pass the test. */
  List<String> words(Predicate<String> test) {
    List<String> words = new ArrayList<>();
    for (int token : first) {
      if (token != Tokens.NONE) {
        String word = tokens.source().substring(from(token), to(token));
        if (test.test(word)) {
          words.add(word);
        }
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
