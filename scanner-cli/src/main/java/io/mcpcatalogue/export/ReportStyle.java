package io.mcpcatalogue.export;

/**
 * What a report for people may use. Immutable.
 *
 * @param colour whether colours are shown
 * @param columns how wide a line may be
 */
public record ReportStyle(boolean colour, int columns) {
  /** For files, and whatever else is no terminal. */
  public static final ReportStyle PLAIN = new ReportStyle(false, 160);

  /** Below this nothing useful fits on a line. */
  private static final int NARROWEST = 60;

  public ReportStyle {
    columns = Math.max(NARROWEST, columns);
  }
}
