package io.mcpcatalogue.classifier.text;

/**
 * Finds long runs of characters of one kind without a look at each character: a run of at least so
 * many covers one of every so many.
 */
public final class LongRuns {
  private LongRuns() {}

  /** Tells which characters are meant. */
  public interface Kind {
    boolean includes(char c);
  }

  /** Takes what is found: the first character of the run and the one behind its last. */
  public interface Sink {
    void found(int start, int end);
  }

  /** Tells all runs of at least so many characters, in their order. */
  public static void find(String text, int least, Kind kind, Sink sink) {
    int length = text.length();
    for (int i = least - 1; i < length; i += least) {
      if (kind.includes(text.charAt(i))) {
        int start = i;
        while (start > 0 && kind.includes(text.charAt(start - 1))) {
          start--;
        }
        while (i < length && kind.includes(text.charAt(i))) {
          i++;
        }
        if (i - start >= least) {
          sink.found(start, i);
        }
      }
    }
  }
}
