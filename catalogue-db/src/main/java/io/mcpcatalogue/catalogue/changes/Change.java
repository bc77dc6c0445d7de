package io.mcpcatalogue.catalogue.changes;

/**
 * One difference between two scans of a server. Immutable.
 *
 * @param tool the tool's name; empty when it concerns the server
 * @param before what it was, empty when it was not there
 * @param after what it is, empty when it is no longer there
 * @param risk whether it makes the server riskier: a category or severity that rose, a new signal,
 *     a new tool or parameter that a signal points at
 */
public record Change(Kind kind, String tool, String before, String after, boolean risk) {

  /** What differs. */
  public enum Kind {
    VERSION,
    SERVER_DESCRIPTION,
    INSTRUCTIONS,
    OFFERED_ADDED,
    OFFERED_REMOVED,
    OFFERED_CHANGED,
    TOOL_ADDED,
    TOOL_REMOVED,
    TITLE,
    DESCRIPTION,
    PARAMETER_ADDED,
    PARAMETER_REMOVED,
    /** A parameter whose schema differs. */
    PARAMETER_CHANGED,
    /** The schema differs outside of its parameters. */
    SCHEMA,
    ANNOTATIONS,
    CATEGORY,
    SEVERITY,
    SIGNAL_ADDED,
    SIGNAL_REMOVED,
    GRADE
  }

  /** Whether the two sides are prose, to be compared word by word. */
  public boolean isText() {
    return switch (kind) {
      case SERVER_DESCRIPTION, INSTRUCTIONS, TITLE, DESCRIPTION, OFFERED_CHANGED -> true;
      default -> false;
    };
  }
}
