package io.mcpcatalogue.catalogue;

/** What became of the servers of an index. Immutable. */
public final class IndexCounts {
  /** What is counted, in the order of the columns that keep it. */
  public enum Kind {
    /** Servers that are new to the catalogue. */
    ADDED,
    /** Servers that differ from before. */
    CHANGED,
    /** Servers that are as before, with a new verdict. */
    JUDGED_AGAIN,
    /** Servers whose line and rules are as before, so that nothing was done. */
    UNCHANGED,
    /** Servers of which nothing could be obtained. */
    FAILED,
    /** Servers that were scanned with some part missing. */
    WITH_GAPS,
    /** Lines that could not be read, or are there twice. */
    BAD,
    /** Lines that the options leave out. */
    LEFT_OUT,
    /** Tools of the servers that were judged. */
    TOOLS
  }

  public static final IndexCounts NONE = new IndexCounts(new long[Kind.values().length]);

  private final long[] numbers;

  private IndexCounts(long[] numbers) {
    this.numbers = numbers;
  }

  /** One of a kind. */
  public static IndexCounts one(Kind kind) {
    return NONE.and(1, kind);
  }

  /** These, and so many more of a kind. */
  public IndexCounts and(long more, Kind kind) {
    long[] sum = numbers.clone();
    sum[kind.ordinal()] += more;
    return new IndexCounts(sum);
  }

  public IndexCounts plus(IndexCounts other) {
    long[] sum = numbers.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.numbers[i];
    }
    return new IndexCounts(sum);
  }

  public long of(Kind kind) {
    return numbers[kind.ordinal()];
  }

  /** Servers of which something is in the catalogue. */
  public long scanned() {
    return of(Kind.ADDED) + of(Kind.CHANGED) + of(Kind.JUDGED_AGAIN) + of(Kind.UNCHANGED);
  }

  /** Whether anything could not be read. */
  public boolean hasGaps() {
    return of(Kind.FAILED) + of(Kind.WITH_GAPS) + of(Kind.BAD) > 0;
  }
}
