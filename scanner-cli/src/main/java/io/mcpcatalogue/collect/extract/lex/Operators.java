package io.mcpcatalogue.collect.extract.lex;

/** The operators of more than one character; each is one token in every language. */
final class Operators {
  private static final String[] THREE = {"...", "===", "!==", "??=", "||=", "&&=", "**=", "<=>"};
  private static final String[] TWO = {
    "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "::", "->", ":=", "+=", "-=", "*=", "/=",
    "++", "--", "..", "<-", "|=", "&=", "%="
  };

  private Operators() {}

  /** How long the operator at the offset is. */
  static int length(String text, int offset) {
    if (offset + 1 >= text.length() || !isOperator(text.charAt(offset + 1))) {
      return 1;
    }
    for (String operator : THREE) {
      if (text.startsWith(operator, offset)) {
        return 3;
      }
    }
    for (String operator : TWO) {
      if (text.startsWith(operator, offset)) {
        return 2;
      }
    }
    return 1;
  }

  private static boolean isOperator(char c) {
    return switch (c) {
      case '=', '.', '>', '<', '&', '|', '?', ':', '+', '-' -> true;
      default -> false;
    };
  }
}
