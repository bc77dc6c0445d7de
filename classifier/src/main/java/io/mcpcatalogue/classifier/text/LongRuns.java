package io.mcpcatalogue.classifier.text;

import java.util.Arrays;

/**
 * Finds long runs of characters of one kind without a look at each character: a run of at least so
 * many covers one of every so many.
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

  /** Takes what is found: the first character of the run and the one behind its last. */
  public interface Sink {
    void found(int start, int end);
  }

  /** Tells all runs of at least so many among the first characters, in their order. */
  public static void find(char[] text, int length, int least, Kind kind, Sink sink) {
    for (int i = least - 1; i < length; i += least) {
      if (kind.includes(text[i])) {
        int start = i;
        while (start > 0 && kind.includes(text[start - 1])) {
          start--;
        }
        while (i < length && kind.includes(text[i])) {
          i++;
        }
        if (i - start >= least) {
          sink.found(start, i);
        }
      }
    }
  }
}
