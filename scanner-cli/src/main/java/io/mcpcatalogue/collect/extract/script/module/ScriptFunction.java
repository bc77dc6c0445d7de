package io.mcpcatalogue.collect.extract.script.module;

/**
 * A function as it stands in a module. Immutable.
 *
 * @param start its first token
 * @param name empty for an anonymous one
 * @param parameters the token that opens the parameters, or the only parameter of an arrow
 * @param body the first token of the body
 * @param end the token after the body
 * @param block whether the body is a block, not an expression
 * @param getter whether it is read like a field
 */
public record ScriptFunction(
    int start, String name, int parameters, int body, int end, boolean block, boolean getter) {

  /** Two functions are the same only when they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return start;
  }
}
