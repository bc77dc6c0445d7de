package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import java.util.List;

/** The binary operators by how tightly they bind, loosest first. */
final class Precedence {
  private static final List<List<String>> OPERATORS =
      List.of(
          List.of("||", "??"),
          List.of("&&"),
          List.of(
              "===", "!==", "==", "!=", "<=", ">=", "<", ">", "instanceof", "in", "|", "&", "^"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  static final int LEVELS = OPERATORS.size();

  private Precedence() {}

  /** The operator of the level at the token; empty when there is none. */
  static String operatorAt(Tokens tokens, int token, int level) {
    for (String operator : OPERATORS.get(level)) {
      if (tokens.is(token, operator)) {
        return operator;
      }
    }
    return "";
  }
}
