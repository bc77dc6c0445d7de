package io.mcpcatalogue.model;

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
}
