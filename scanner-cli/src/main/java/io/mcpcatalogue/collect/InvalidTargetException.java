package io.mcpcatalogue.collect;

/** What the user named is no target; the message says what is wrong and what to write instead. */
public final class InvalidTargetException extends Exception {
  public InvalidTargetException(String message) {
    super(message);
  }
}
