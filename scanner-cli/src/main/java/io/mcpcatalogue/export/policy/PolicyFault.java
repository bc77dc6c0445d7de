package io.mcpcatalogue.export.policy;

/**
 * Something wrong with a policy document. Immutable.
 *
 * @param kind whether the enforcer refuses the document
 * @param rule the name of the check, such as {@code V9}
 * @param where the place in the document, such as {@code tools.exec.rules[0]}; text of others, so
 *     not safe to print as it is
 * @param message what is wrong, in one line; likewise
 */
public record PolicyFault(Kind kind, String rule, String where, String message) {

  /** How bad a fault is. */
  public enum Kind {
    /** The enforcer refuses the whole document. */
    ERROR,
    /** The enforcer accepts it, and does something else than the author meant. */
    WARNING
  }

  static PolicyFault error(String rule, String where, String message) {
    return new PolicyFault(Kind.ERROR, rule, where, message);
  }

  static PolicyFault warning(String rule, String where, String message) {
    return new PolicyFault(Kind.WARNING, rule, where, message);
  }
}
