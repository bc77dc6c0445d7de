package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;

/** The condition under which a statement is reached. */
public final class Conditions {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_LEVELS = 50;

  private Conditions() {}

  /** The text of the innermost {@code if} around the token in its function; else empty. */
  public static String around(ScriptModule module, int token) {
    Tokens tokens = module.tokens();
    int scope = tokens.enclosing(token);
    for (int level = 0; scope > 0 && level < MAX_LEVELS; level++) {
      if (module.isFunctionBody(scope)) {
        return "";
      }
      int open = tokens.is(scope - 1, ')') ? tokens.partner(scope - 1) : Tokens.NONE;
      if (tokens.is(scope, '{') && open > 0 && tokens.is(open - 1, "if")) {
        String text = tokens.source().substring(tokens.end(open), tokens.start(scope - 1)).strip();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
      }
      scope = tokens.enclosing(scope);
    }
    return "";
  }
}
