package io.mcpcatalogue.collect.extract.lex;

import java.util.Arrays;

/**
 * Which bracket closes which, and what stands inside of what. Broken nesting is recovered from: a
 * closing bracket without its opening one is passed over, and one that skips openings leaves those
 * open. Linear in the tokens. Immutable.
 */
final class BracketTree {
  private static final byte OPEN = (byte) Tokens.Kind.OPEN.ordinal();
  private static final byte CLOSE = (byte) Tokens.Kind.CLOSE.ordinal();

  private final int[] partners;
  private final int[] enclosing;

  private BracketTree(int[] partners, int[] enclosing) {
    this.partners = partners;
    this.enclosing = enclosing;
  }

  /**
   * @param kinds of each token
   * @param starts of each token in the text
   */
  static BracketTree of(byte[] kinds, int[] starts, int[] ends, String text) {
    int count = kinds.length;
    int[] partners = new int[count];
    int[] enclosing = new int[count];
    Arrays.fill(partners, Tokens.NONE);
    int[] open = new int[64];
    int depth = 0;
    // How many of each kind are open: tells without a search whether a closing one has a partner.
    int[] openOfKind = new int[128];
    for (int i = 0; i < count; i++) {
      if (kinds[i] == CLOSE) {
        char opener = openerOf(text.charAt(starts[i]));
        if (openOfKind[opener] > 0) {
          while (true) {
            int candidate = open[--depth];
            // The last character tells: the opening of a template's hole is closed as a brace is.
            char candidateKind = text.charAt(ends[candidate] - 1);
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
      if (kinds[i] == OPEN) {
        if (depth == open.length) {
          open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = i;
        openOfKind[text.charAt(ends[i] - 1)]++;
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

  private static char openerOf(char closer) {
    return switch (closer) {
      case ')' -> '(';
      case ']' -> '[';
      case '}' -> '{';
      default -> closer;
    };
  }
}
