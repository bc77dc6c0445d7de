package io.mcpcatalogue.collect.http;

import java.time.Duration;

/** A moment until which something may take. Immutable. */
public record Deadline(long nanoTime) {

  public static Deadline after(Duration duration) {
    // Bounded, so that "no limit" given as a huge duration does not overflow.
    Duration bounded =
        duration.compareTo(Duration.ofDays(365)) > 0 ? Duration.ofDays(365) : duration;
    return new Deadline(System.nanoTime() + bounded.toNanos());
  }

  /** This moment, or the one after so long if that is sooner. */
  public Deadline orAfter(Duration time) {
    return left().compareTo(time) < 0 ? this : after(time);
  }

  /** The time that is left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  public boolean isOver() {
    return left().isZero();
  }
}
