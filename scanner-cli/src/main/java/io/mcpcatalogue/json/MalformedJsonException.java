package io.mcpcatalogue.json;

/**
 * The text is no JSON, or JSON beyond the limits; the message says what and where, and quotes
 * nothing hostile.
 */
public final class MalformedJsonException extends Exception {
  private final boolean beyondLimits;

  public MalformedJsonException(String message, boolean beyondLimits) {
    super(message);
    this.beyondLimits = beyondLimits;
  }

  /** Whether the text exceeds a limit, rather than being malformed. */
  public boolean beyondLimits() {
    return beyondLimits;
  }
}
