package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.Set;

/** Finds the end of TypeScript types, which say nothing about values. */
final class TypeSkipper {
  private static final int MAX_TYPE_TOKENS = 400;
  private static final Set<String> PREFIXES =
      Set.of("typeof", "keyof", "readonly", "unique", "infer", "asserts", "new", "abstract");

  private TypeSkipper() {}

  /** The token after the type that begins here; the token itself when none does. */
  static int type(Tokens tokens, int start) {
    int i = start;
    int limit = Math.min(tokens.count(), start + MAX_TYPE_TOKENS);
    while (i < limit) {
      while (i < limit && (tokens.is(i, '|') || tokens.is(i, '&') || isPrefix(tokens, i))) {
        i++;
      }
      int operand = operand(tokens, i);
      if (operand == i) {
        return i;
      }
      i = operand;
      if (tokens.is(i, "=>")
          || tokens.is(i, '|')
          || tokens.is(i, '&')
          || tokens.is(i, "extends")
          || tokens.is(i, "is")) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  private static boolean isPrefix(Tokens tokens, int i) {
    return tokens.is(i, Kind.WORD)
        && PREFIXES.contains(tokens.text(i))
        && (tokens.is(i + 1, Kind.WORD) || tokens.is(i + 1, '(') || tokens.is(i + 1, '['));
  }

  private static int operand(Tokens tokens, int start) {
    int i = start;
    if (tokens.is(i, '<')) {
      i = angles(tokens, i);
    }
    if (tokens.is(i, '-')) {
      i++;
    }
    if (tokens.is(i, Kind.WORD) || tokens.is(i, Kind.STRING) || tokens.is(i, Kind.NUMBER)) {
      i++;
    } else if (tokens.is(i, Kind.OPEN)) {
      i = tokens.next(i);
    } else {
      return i;
    }
    while (i < tokens.count()) {
      if (tokens.is(i, '.') && tokens.is(i + 1, Kind.WORD)) {
        i += 2;
      } else if (tokens.is(i, '[') && !tokens.startsLine(i)) {
        i = tokens.next(i);
      } else if (tokens.is(i, '<')) {
        int after = angles(tokens, i);
        if (after == i) {
          return i;
        }
        i = after;
      } else {
        return i;
      }
    }
    return i;
  }

  /** The token after {@code <…>}; the token itself when the angle does not open type arguments. */
  static int angles(Tokens tokens, int start) {
    int depth = 0;
    int limit = Math.min(tokens.count(), start + MAX_TYPE_TOKENS);
    int i = start;
    while (i < limit) {
      if (tokens.is(i, '<')) {
        depth++;
        i++;
      } else if (tokens.is(i, '>')) {
        i++;
        if (--depth == 0) {
          return i;
        }
      } else if (tokens.is(i, Kind.OPEN)) {
        i = tokens.next(i);
      } else if (tokens.is(i, Kind.WORD)
          || tokens.is(i, Kind.STRING)
          || tokens.is(i, Kind.NUMBER)
          || isTypePunctuation(tokens, i)) {
        i++;
      } else {
        return start;
      }
    }
    return start;
  }

  private static boolean isTypePunctuation(Tokens tokens, int i) {
    return tokens.is(i, ',')
        || tokens.is(i, '.')
        || tokens.is(i, '|')
        || tokens.is(i, '&')
        || tokens.is(i, '?')
        || tokens.is(i, ':')
        || tokens.is(i, ';')
        || tokens.is(i, '=')
        || tokens.is(i, "=>")
        || tokens.is(i, "...");
  }
}
