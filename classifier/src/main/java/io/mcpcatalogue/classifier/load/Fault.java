package io.mcpcatalogue.classifier.load;

import java.util.Comparator;

/** One thing that is wrong with a rule file, and where. Immutable. */
public record Fault(Place place, String message) implements Comparable<Fault> {
  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::place).thenComparing(Fault::message);

  @Override
  public int compareTo(Fault other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
