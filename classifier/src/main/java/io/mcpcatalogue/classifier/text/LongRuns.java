package io.mcpcatalogue.classifier.text;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds long runs of characters, or of words, of one kind without a look at each of them: a run of
 * at least so many covers one of every so many.
 */
public final class LongRuns {
  private LongRuns() {}

  /** Some characters of ASCII. Immutable. */
  public static final class Kind {
    private static final String LETTERS_AND_DIGITS =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final boolean[] included = new boolean[128];

    private Kind(String characters) {
      for (int i = 0; i < characters.length(); i++) {
        included[characters.charAt(i)] = true;
      }
    }

    /** The blank and all control characters before it. */
    public static Kind blanks() {
      Kind kind = new Kind(" ");
      Arrays.fill(kind.included, 0, ' ', true);
      return kind;
    }

    /** Letters, digits and these signs. */
    public static Kind lettersAndDigitsAnd(String signs) {
      return new Kind(LETTERS_AND_DIGITS + signs);
    }

    boolean includes(char c) {
      return c < included.length && included[c];
    }
  }

  /** Takes what is found: the first place of the run and the one behind its last. */
  public interface Sink {
    void found(int start, int end);
  }

  /** Tells all runs of at least so many among the first characters, in their order. */
  public static void find(char[] text, int length, int least, Kind kind, Sink sink) {
    find(length, least, i -> kind.includes(text[i]), sink);
  }

  /** Tells all runs of at least so many of one kind among the first places, in their order. */
  static void find(int size, int least, IntPredicate kind, Sink sink) {
    for (int i = least - 1; i < size; i += least) {
      if (kind.test(i)) {
        int start = i;
        while (start > 0 && kind.test(start - 1)) {
          start--;
        }
        while (i < size && kind.test(i)) {
          i++;
        }
        if (i - start >= least) {
          sink.found(start, i);
        }
      }
    }
  }
}
