package io.mcpcatalogue.model;

import java.util.Locale;

/**
 * What a call can do to the world; exactly one a tool. Ordered from mild to grave, UNKNOWN first.
 */
public enum Category {
  /** Name, description and schema say nothing at all. */
  UNKNOWN(Severity.MEDIUM),
  READ(Severity.LOW),
  WRITE(Severity.MEDIUM),
  EXECUTE(Severity.HIGH),
  DESTRUCTIVE(Severity.CRITICAL),
  FINANCIAL(Severity.CRITICAL);

  private final Severity riskClass;

  Category(Severity riskClass) {
    this.riskClass = riskClass;
  }

  /** The risk class follows from the category alone. */
  public Severity riskClass() {
    return riskClass;
  }

  /** The id under which reports, gates and suppressions name a verdict: {@code category/write}. */
  public String verdictId() {
    return "category/" + name().toLowerCase(Locale.ROOT);
  }
}
