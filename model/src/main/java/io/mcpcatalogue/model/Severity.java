package io.mcpcatalogue.model;

/** How grave a finding is, ordered. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  public static Severity worst(Severity one, Severity other) {
    return one.isAtLeast(other) ? one : other;
  }
}
