package io.mcpcatalogue.model;

import java.util.List;
import java.util.Optional;

/**
 * What a gateway should do with each tool of one server; tools that are not listed are denied.
 * Immutable.
 *
 * @param profile the profile it was derived with, such as {@code recommended}
 * @param server the server's name
 */
public record Policy(String profile, String server, List<ToolPolicy> tools) {

  public Policy {
    tools = List.copyOf(tools);
  }

  /** What to do with a call. */
  public enum Action {
    ALLOW,
    /** Allowed, so many times a window. */
    LIMIT,
    /** Not even listed to the model. */
    HIDE,
    /** Listed, and refused. */
    DENY
  }

  /** The window in which calls are counted. */
  public enum Window {
    MINUTE,
    HOUR,
    DAY
  }

  /** At most so many calls a window. */
  public record Limit(int max, Window window) {}

  /**
   * The action for one tool, with its reason; a limit is there exactly when the action is LIMIT.
   */
  public record ToolPolicy(String tool, Action action, Optional<Limit> limit, String reason) {

    public ToolPolicy {
      if (limit.isPresent() != (action == Action.LIMIT)) {
        throw new IllegalArgumentException("a limit belongs to LIMIT, and only to it: " + tool);
      }
    }
  }
}
