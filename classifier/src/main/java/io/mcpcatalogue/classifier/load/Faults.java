package io.mcpcatalogue.classifier.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with a set of rule files, so that all of it is told at once. One thread.
 */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  public void add(Place place, String message) {
    found.add(new Fault(place, message));
  }

  /** All faults by file, line and column. */
  public List<Fault> sorted() {
    return found.stream().distinct().sorted().toList();
  }

  /** Throws unless nothing is wrong. */
  public void throwIfAny() throws RuleLoadException {
    if (!found.isEmpty()) {
      throw new RuleLoadException(sorted());
    }
  }
}
