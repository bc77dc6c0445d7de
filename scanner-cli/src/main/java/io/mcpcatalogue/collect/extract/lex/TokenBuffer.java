package io.mcpcatalogue.collect.extract.lex;

import java.util.Arrays;

/** Growing arrays that the lexer fills. For one thread. */
final class TokenBuffer {
  int count;
  byte[] kinds;
  int[] starts;
  int[] ends;

  /** Of a token that is a word, or a short string, the number of what it spells. */
  int[] words;

  int commentCount;
  int[] commentStarts = new int[16];
  int[] commentEnds = new int[16];

  TokenBuffer(int textLength) {
    int capacity = Math.max(64, textLength / 6);
    kinds = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    words = new int[capacity];
  }

  void add(Tokens.Kind kind, int start, int end) {
    add(kind, start, end, Tokens.NONE);
  }

  void add(Tokens.Kind kind, int start, int end, int word) {
    if (count == kinds.length) {
      int capacity = count * 2;
      kinds = Arrays.copyOf(kinds, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      words = Arrays.copyOf(words, capacity);
    }
    kinds[count] = (byte) kind.ordinal();
    starts[count] = start;
    words[count] = word;
    ends[count++] = end;
  }

  void addComment(int start, int end) {
    if (commentCount == commentStarts.length) {
      commentStarts = Arrays.copyOf(commentStarts, commentCount * 2);
      commentEnds = Arrays.copyOf(commentEnds, commentCount * 2);
    }
    commentStarts[commentCount] = start;
    commentEnds[commentCount++] = end;
  }
}
