package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;

/**
 * What a module hands out under one name: an expression of its own, or something of another module.
 * Immutable.
 *
 * @param expression the first token of the expression, {@link Tokens#NONE} for a re-export
 * @param module where it is re-exported from
 * @param name what it is called there, or in this module; {@code *} is all of it, empty an
 *     expression without a name
 */
public record Export(int expression, String module, String name) {

  static Export of(int expression) {
    return new Export(expression, "", "");
  }

  /** Hands out what is declared under this name. */
  static Export local(int token, String name) {
    return new Export(token, "", name);
  }

  public boolean isLocal() {
    return module.isEmpty() && !name.isEmpty();
  }

  static Export from(String module, String name) {
    return new Export(Tokens.NONE, module, name);
  }
}
