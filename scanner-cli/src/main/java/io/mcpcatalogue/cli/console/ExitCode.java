package io.mcpcatalogue.cli.console;

/** What the program ends with; part of the contract with CI jobs. */
public enum ExitCode {
  /** Everything asked for was done. */
  DONE(0),
  /** A fault of the program itself. */
  FAULT(1),
  /** The command line or an input named on it is wrong. */
  USAGE(2),
  /** Nothing could be scanned. */
  NOTHING_SCANNED(3),
  /** A finding at or above {@code --fail-on}. Wins over {@link #GAPS}. */
  FINDING(4),
  /** Done, but some part could not be read. */
  GAPS(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
