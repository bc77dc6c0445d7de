package io.mcpcatalogue.export.policy;

import java.util.List;

/**
 * A policy as a file holds it, with what the format could not express. Immutable.
 *
 * @param losses in the order of the tools; a loss always makes the file stricter than the policy,
 *     never more permissive
 */
public record PolicyText(String text, List<Loss> losses) {

  public PolicyText {
    losses = List.copyOf(losses);
  }

  /** What became of one tool instead of what the policy says. */
  public record Loss(String tool, String what) {}
}
