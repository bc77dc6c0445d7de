package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Area;
import io.mcpcatalogue.classifier.rule.SchemaFact;

/** The numbers about a tool or server to which rules set bounds, by their places in an array. */
final class Measures {
  private static final int COUNTS = SchemaFact.values().length;

  static final int NAME_LENGTH = COUNTS;

  /** 1 where the name is not of the recommended form. */
  static final int ILLEGAL_NAME = COUNTS + 1;

  /** 1 where there is no input schema. */
  static final int NO_SCHEMA = COUNTS + 2;

  private static final int LENGTHS = COUNTS + 3;
  static final int ALL = LENGTHS + Area.values().length;

  private Measures() {}

  /** What is counted in the input schema. */
  static int count(SchemaFact fact) {
    return fact.ordinal();
  }

  /** The length of the first text of an area. */
  static int length(Area area) {
    return LENGTHS + area.ordinal();
  }
}
