package io.mcpcatalogue.export;

/**
 * What a report for people may use. Immutable.
 *
 * @param colour whether colours are shown
 * @param columns how wide a line may be
 */
public record ReportStyle(boolean colour, int columns) {
  /** More than anything that is worth reading takes: lines are not broken. */
  private static final int UNBROKEN = 10_000;

  /** For files, and whatever else is no terminal: no word of what is worth reading is lost. */
  public static final ReportStyle PLAIN = new ReportStyle(false, UNBROKEN);

  /** Below this not even a verdict fits on a line. */
  private static final int NARROWEST = 24;

  public ReportStyle {
    columns = Math.max(NARROWEST, columns);
  }

  /** Whether a line may be as long as its text. */
  boolean isUnbroken() {
    return columns >= UNBROKEN;
  }
}
