package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.Severity;

/**
 * The numbers that stand for categories, severities, methods and coverages in the file. They never
 * change, whatever becomes of the enums.
 */
final class Codes {
  private Codes() {}

  static int of(Category category) {
    return switch (category) {
      case UNKNOWN -> 0;
      case READ -> 1;
      case WRITE -> 2;
      case EXECUTE -> 3;
      case DESTRUCTIVE -> 4;
      case FINANCIAL -> 5;
    };
  }

  static Category category(int code) {
    for (Category category : Category.values()) {
      if (of(category) == code) {
        return category;
      }
    }
    throw new IllegalArgumentException("no category has the code " + code);
  }

  static int of(Severity severity) {
    return switch (severity) {
      case LOW -> 0;
      case MEDIUM -> 1;
      case HIGH -> 2;
      case CRITICAL -> 3;
    };
  }

  static Severity severity(int code) {
    for (Severity severity : Severity.values()) {
      if (of(severity) == code) {
        return severity;
      }
    }
    throw new IllegalArgumentException("no severity has the code " + code);
  }

  static int of(CollectionMethod method) {
    return switch (method) {
      case LISTED -> 0;
      case EXTRACTED -> 1;
      case DECLARED -> 2;
    };
  }

  static CollectionMethod method(int code) {
    for (CollectionMethod method : CollectionMethod.values()) {
      if (of(method) == code) {
        return method;
      }
    }
    throw new IllegalArgumentException("no method has the code " + code);
  }

  static int of(SchemaCoverage coverage) {
    return switch (coverage) {
      case COMPLETE -> 0;
      case PARTIAL -> 1;
      case UNKNOWN -> 2;
    };
  }

  static SchemaCoverage coverage(int code) {
    for (SchemaCoverage coverage : SchemaCoverage.values()) {
      if (of(coverage) == code) {
        return coverage;
      }
    }
    throw new IllegalArgumentException("no coverage has the code " + code);
  }
}
