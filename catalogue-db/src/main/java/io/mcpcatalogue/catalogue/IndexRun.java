package io.mcpcatalogue.catalogue;

import java.time.Instant;

/**
 * A batch over an index as the catalogue knows it. Immutable.
 *
 * @param source the index as it was named
 * @param selection the options that choose lines, as text
 * @param startedAt when it was started first; what it saves carries this time
 * @param finished whether it came to the end of the index
 * @param lines so many lines are dealt with
 * @param chain the digest over these lines
 * @param counts what became of them
 */
public record IndexRun(
    int number,
    String source,
    String selection,
    String rulesDigest,
    Instant startedAt,
    boolean finished,
    long lines,
    LineDigest chain,
    Counts counts) {

  /**
   * What became of the servers of an index. Immutable.
   *
   * @param added servers that are new to the catalogue
   * @param changed servers that differ from before
   * @param judgedAgain servers that are as before, with a new verdict
   * @param unchanged servers whose line and rules are as before, so that nothing was done
   * @param failed servers of which nothing could be obtained
   * @param withGaps servers that were scanned with some part missing
   * @param bad lines that could not be read, or are there twice
   * @param leftOut lines that the options leave out
   * @param tools tools of the servers that were judged
   */
  public record Counts(
      long added,
      long changed,
      long judgedAgain,
      long unchanged,
      long failed,
      long withGaps,
      long bad,
      long leftOut,
      long tools) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
      return new Counts(
          added + other.added,
          changed + other.changed,
          judgedAgain + other.judgedAgain,
          unchanged + other.unchanged,
          failed + other.failed,
          withGaps + other.withGaps,
          bad + other.bad,
          leftOut + other.leftOut,
          tools + other.tools);
    }

    /** Servers of which something is in the catalogue. */
    public long scanned() {
      return added + changed + judgedAgain + unchanged;
    }

    /** Whether anything could not be read. */
    public boolean hasGaps() {
      return failed + withGaps + bad > 0;
    }
  }
}
