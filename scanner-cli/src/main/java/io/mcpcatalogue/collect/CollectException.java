package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.Gap;

/** Nothing at all could be obtained from a target. */
public final class CollectException extends Exception {
  private final Gap.Kind kind;

  public CollectException(Gap.Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public CollectException(Gap.Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Gap.Kind kind() {
    return kind;
  }
}
