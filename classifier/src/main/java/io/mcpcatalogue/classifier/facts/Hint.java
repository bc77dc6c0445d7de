package io.mcpcatalogue.classifier.facts;

import java.util.Optional;

/** What a vendor may claim about a tool, in the order of the names. */
public enum Hint {
  DESTRUCTIVE("destructiveHint"),
  IDEMPOTENT("idempotentHint"),
  OPEN_WORLD("openWorldHint"),
  READ_ONLY("readOnlyHint");

  private final String annotation;

  Hint(String annotation) {
    this.annotation = annotation;
  }

  /** The hint of this name. */
  public static Optional<Hint> of(String annotation) {
    for (Hint hint : values()) {
      if (hint.annotation.equals(annotation)) {
        return Optional.of(hint);
      }
    }
    return Optional.empty();
  }

  /** Its name among a tool's annotations. */
  public String annotation() {
    return annotation;
  }
}
