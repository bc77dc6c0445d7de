package io.mcpcatalogue.classifier.rule;

/** What can be counted in an input schema. */
public enum SchemaFact {
  /** The arguments of the tool itself. */
  PARAMETERS("properties"),
  /** Those that are required. */
  REQUIRED("required properties"),
  /** How deep arguments are nested; 1 for a flat schema. */
  DEPTH("levels"),
  /** Arguments of the tool itself without a description. */
  UNDESCRIBED("properties without description"),
  /** Arguments at any depth that may have any type. */
  UNTYPED("properties without type"),
  /** Strings of any length and content. */
  UNBOUNDED_TEXT("unbounded strings"),
  /** Objects that explicitly allow members beyond those declared. */
  OPEN("open objects"),
  /** Schemas so large, deep or entangled that they were read in part only. */
  CUT_SHORT("schemas read in part");

  private final String label;

  SchemaFact(String label) {
    this.label = label;
  }

  /** What is counted, for people. */
  public String label() {
    return label;
  }
}
