package io.mcpcatalogue.collect.extract.script.module;

import java.util.List;
import java.util.Map;

/**
 * A class as it stands in a module. Immutable.
 *
 * @param module where it stands
 * @param start its first token
 * @param name empty for an anonymous one
 * @param base the first token of the expression after {@code extends}, or {@link
 *     io.mcpcatalogue.collect.extract.lex.Tokens#NONE}
 * @param body the token that opens it
 * @param fields the first token of every field's value, by name
 * @param methods by name; the constructor too
 * @param constructorFields the parameters of the constructor that are fields as well
 */
public record ScriptClass(
    ScriptModule module,
    int start,
    String name,
    int base,
    int body,
    Map<String, Integer> fields,
    Map<String, ScriptFunction> methods,
    List<String> constructorFields) {

  /** Two classes are the same only when they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return start;
  }
}
