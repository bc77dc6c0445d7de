package io.mcpcatalogue.collect.extract.lex;

import java.util.Arrays;

/** Growing arrays that the lexer fills. For one thread. */
final class TokenBuffer {
  int count;
  byte[] kinds;
  int[] starts;
  int[] ends;
  int commentCount;
  int[] commentStarts = new int[16];
  int[] commentEnds = new int[16];

  TokenBuffer(int textLength) {
    int capacity = Math.max(64, textLength / 6);
    kinds = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  void add(Tokens.Kind kind, int start, int end) {
    if (count == kinds.length) {
      int capacity = count * 2;
      kinds = Arrays.copyOf(kinds, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    kinds[count] = (byte) kind.ordinal();
    starts[count] = start;
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
