package io.mcpcatalogue.collect.live;

import java.time.Duration;

/**
 * The moment by which something must be over, on the clock that never jumps. Immutable.
 *
 * @param end {@link System#nanoTime()} of the end
 * @param allowed the whole time that was given, for messages
 */
record Deadline(long end, Duration allowed) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), time);
  }

  /** This deadline, or the one in so much time if that is earlier. */
  Deadline atMost(Duration time) {
    return time.toNanos() < remainingNanos() ? in(time) : this;
  }

  long remainingNanos() {
    return Math.max(0, end - System.nanoTime());
  }

  boolean isOver() {
    return remainingNanos() == 0;
  }

  /** The allowed time in words. */
  String inWords() {
    return allowed.toMillis() % 1000 == 0 ? allowed.toSeconds() + " s" : allowed.toMillis() + " ms";
  }
}
