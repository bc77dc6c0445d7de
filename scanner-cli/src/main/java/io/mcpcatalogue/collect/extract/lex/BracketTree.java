package io.mcpcatalogue.collect.extract.lex;

import java.util.Arrays;

/**
 * Which bracket closes which, and what stands inside of what. Broken nesting is recovered from: a
 * closing bracket without its opening one is passed over, and one that skips openings leaves those
 * open. Linear in the tokens. Immutable.
 */
final class BracketTree {
  private final int[] partners;
  private final int[] enclosing;

  private BracketTree(int[] partners, int[] enclosing) {
    this.partners = partners;
    this.enclosing = enclosing;
  }

  static BracketTree of(Tokens tokens) {
    int count = tokens.count();
    int[] partners = new int[count];
    int[] enclosing = new int[count];
    Arrays.fill(partners, Tokens.NONE);
    int[] open = new int[64];
    int depth = 0;
    // How many of each kind are open: tells without a search whether a closing one has a partner.
    int[] openOfKind = new int[128];
    for (int i = 0; i < count; i++) {
      Tokens.Kind kind = tokens.kind(i);
      if (kind == Tokens.Kind.CLOSE) {
        char opener = openerOf(tokens.source().charAt(tokens.start(i)));
        if (openOfKind[opener] > 0) {
          while (true) {
            int candidate = open[--depth];
            char candidateKind = kindOf(tokens, candidate);
            openOfKind[candidateKind]--;
            if (candidateKind == opener) {
              partners[candidate] = i;
              partners[i] = candidate;
              break;
            }
          }
        }
      }
      enclosing[i] = depth == 0 ? Tokens.NONE : open[depth - 1];
      if (kind == Tokens.Kind.OPEN) {
        if (depth == open.length) {
          open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = i;
        openOfKind[kindOf(tokens, i)]++;
      }
    }
    return new BracketTree(partners, enclosing);
  }

  int partner(int token) {
    return partners[token];
  }

  int enclosing(int token) {
    return enclosing[token];
  }

  /** The last character tells: the opening of a template's hole is closed as a brace is. */
  private static char kindOf(Tokens tokens, int open) {
    return tokens.source().charAt(tokens.end(open) - 1);
  }

  private static char openerOf(char closer) {
    return switch (closer) {
      case ')' -> '(';
      case ']' -> '[';
      case '}' -> '{';
      default -> closer;
    };
  }
}
