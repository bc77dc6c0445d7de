package io.mcpcatalogue.classifier.policy;

import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;

/**
 * Orders treatments: allowed, limited (the fewer calls a day the stricter), refused, hidden. Hiding
 * is the strictest, because a hidden tool is refused as well.
 */
final class Strictness {
  private Strictness() {}

  /** The stricter of two; the first of two equals. */
  static ToolPolicy stricter(ToolPolicy one, ToolPolicy other) {
    return compare(one, other) >= 0 ? one : other;
  }

  static int compare(ToolPolicy one, ToolPolicy other) {
    int byAction = Integer.compare(rank(one.action()), rank(other.action()));
    return byAction != 0 ? byAction : Long.compare(callsADay(other), callsADay(one));
  }

  private static int rank(Action action) {
    return switch (action) {
      case ALLOW -> 0;
      case LIMIT -> 1;
      case DENY -> 2;
      case HIDE -> 3;
    };
  }

  private static long callsADay(ToolPolicy policy) {
    return policy.limit().map(Strictness::callsADay).orElse(0L);
  }

  private static long callsADay(Limit limit) {
    return limit.max() * windowsADay(limit.window());
  }

  private static long windowsADay(Window window) {
    return switch (window) {
      case MINUTE -> 24L * 60;
      case HOUR -> 24L;
      case DAY -> 1L;
    };
  }
}
