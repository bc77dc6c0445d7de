package io.mcpcatalogue.classifier.facts;

/** What a vendor's annotation says: nothing, or yes, or no. */
public enum Claim {
  ABSENT,
  TRUE,
  FALSE;

  public static Claim of(boolean claim) {
    return claim ? TRUE : FALSE;
  }
}
