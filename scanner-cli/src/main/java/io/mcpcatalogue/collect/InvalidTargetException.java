package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.Gap;

/** What the user named is no target; the message says what is wrong and what to write instead. */
public final class InvalidTargetException extends CollectException {
  private static final long serialVersionUID = 1;

  public InvalidTargetException(String message) {
    super(Gap.Kind.MALFORMED, message);
  }
}
