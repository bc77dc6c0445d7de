package io.mcpcatalogue.classifier.load;

/** One thing that is wrong with a rule file, and where. Immutable. */
public record Fault(Place place, String message) implements Comparable<Fault> {
  @Override
  public int compareTo(Fault other) {
    int order = place.compareTo(other.place);
    return order != 0 ? order : message.compareTo(other.message);
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
