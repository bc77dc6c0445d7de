package io.mcpcatalogue.classifier.signal;

import java.util.List;

/** The bounds that rules set to numbers; the place of one is its slot. Immutable. */
final class Bounds {
  /** Each takes three places: which of the {@link Measures}, the least and the most. */
  private static final int PLACES = 3;

  private final int[] bounds;

  /** Bounds of one number. Immutable. */
  record Bound(int measure, int least, int most) {

    /**
     * Written out, as all that a start needs: Java makes the equality of records up at run time.
     */
    @Override
    public boolean equals(Object other) {
      return other instanceof Bound bound
          && measure == bound.measure
          && least == bound.least
          && most == bound.most;
    }

    @Override
    public int hashCode() {
      return (measure * 31 + least) * 31 + most;
    }
  }

  Bounds(List<Bound> all) {
    bounds = new int[all.size() * PLACES];
    int at = 0;
    for (Bound bound : all) {
      bounds[at++] = bound.measure;
      bounds[at++] = bound.least;
      bounds[at++] = bound.most;
    }
  }

  int size() {
    return bounds.length / PLACES;
  }

  boolean hold(int slot, int[] measures) {
    int at = slot * PLACES;
    int measured = measures[bounds[at]];
    return measured >= bounds[at + 1] && measured <= bounds[at + 2];
  }
}
