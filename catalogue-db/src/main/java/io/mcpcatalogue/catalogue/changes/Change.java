package io.mcpcatalogue.catalogue.changes;

/**
 * One difference between two scans of a server. Immutable.
 *
 * @param tool the tool's name; empty when it concerns the server
 * @param before what it was, empty when it was not there
 * @param after what it is, empty when it is no longer there
 * @param risk whether it makes the server riskier: a category or severity that rose, a new or
 *     graver signal, a new parameter that a signal points at, a new tool above LOW or with a signal
 */
public record Change(Kind kind, String tool, String before, String after, boolean risk) {

  /** What differs. */
  public enum Kind {
    VERSION,
    /** How the tools became known. */
    METHOD,
    /** Something that was seen before may not have been seen this time. */
    GAP_ADDED,
    GAP_REMOVED,
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
    /** Another member of the definition, such as its output schema. */
    MEMBER,
    CATEGORY,
    SEVERITY,
    SIGNAL_ADDED,
    SIGNAL_REMOVED,
    /** A signal that weighs otherwise than before. */
    SIGNAL_SEVERITY,
    GRADE
  }

  /** Whether the two sides are prose, to be compared word by word. */
  public boolean isText() {
    return switch (kind) {
      case SERVER_DESCRIPTION, INSTRUCTIONS, TITLE, DESCRIPTION, OFFERED_CHANGED, MEMBER -> true;
      default -> false;
    };
  }

  /** Whether it says what became of something, and not only what came or went. */
  public boolean isTurn() {
    return switch (kind) {
      case VERSION, GRADE -> true;
      default -> !before.isEmpty() && !after.isEmpty();
    };
  }
}
