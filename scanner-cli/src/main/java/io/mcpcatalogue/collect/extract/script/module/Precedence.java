package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The binary operators by how tightly they bind, loosest first. */
final class Precedence {
  private static final Map<String, Integer> LEVELS =
      levels(
          List.of(
              List.of("||", "??"),
              List.of("&&"),
              List.of(
                  "===",
                  "!==",
                  "==",
                  "!=",
                  "<=",
                  ">=",
                  "<",
                  ">",
                  "instanceof",
                  "in",
                  "|",
                  "&",
                  "^"),
              List.of("+", "-"),
              List.of("*", "/", "%")));

  private Precedence() {}

  private static Map<String, Integer> levels(List<List<String>> operators) {
    Map<String, Integer> levels = new HashMap<>();
    for (int level = 0; level < operators.size(); level++) {
      for (String operator : operators.get(level)) {
        levels.put(operator, level);
      }
    }
    return Map.copyOf(levels);
  }

  /** How tightly the operator at the token binds; negative when there is none. */
  static int at(Tokens tokens, int token) {
    return tokens.is(token, Kind.PUNCTUATION) || tokens.is(token, Kind.WORD)
        ? LEVELS.getOrDefault(tokens.text(token), -1)
        : -1;
  }
}
