package io.mcpcatalogue.collect.extract.script.module;

/**
 * A statement that gives a name or a member its value, or adds to a collection. Immutable.
 *
 * @param token where it stands
 * @param kind what it does
 * @param member of a member that is set: its name, empty when it is computed
 * @param value the first token of what is assigned, or the parenthesis of the arguments
 * @param key of a computed member the first token of its expression
 */
public record Change(int token, Kind kind, String member, int value, int key) {

  /** What is done. */
  public enum Kind {
    ASSIGN,
    MEMBER,
    COMPUTED_MEMBER,
    /** {@code push}, {@code add}. */
    APPEND,
    /** {@code set(key, value)}. */
    PUT,
    /** Getters given as functions, as bundlers write namespaces. */
    GETTERS
  }
}
