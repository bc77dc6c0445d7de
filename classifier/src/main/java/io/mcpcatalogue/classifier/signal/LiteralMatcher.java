package io.mcpcatalogue.classifier.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds strings, whatever the case of their ASCII letters. A string is looked for where its rarest
 * pair of characters stands, so that most characters of a text cost one look into a table.
 * Immutable.
 */
final class LiteralMatcher {
  private static final int ASCII = 128;

  /** Rough frequency of characters in descriptions, the most frequent first. */
  private static final String FREQUENT = " etaoinsrlhdcupmfgybvwkxqjz.,-_:/()0123456789\"'";

  /** Whether some string has its pair begin with this character. */
  private final boolean[] begins = new boolean[ASCII];

  /** A bit for each pair of characters, in either case, around which a string may stand. */
  private final long[] pairs = new long[ASCII * ASCII >> 6];

  private final Literal[][] byPair = new Literal[ASCII * ASCII][];

  private record Literal(int slot, String string, int offset) {}

  /** Takes what is found: the string's slot, its first character and the one behind its last. */
  interface Sink {
    void found(int slot, int start, int end);
  }

  /** A matcher for lists of strings in lower case; the index of a list is the slot. */
  LiteralMatcher(List<List<String>> slots) {
    for (int slot = 0; slot < slots.size(); slot++) {
      for (String string : slots.get(slot)) {
        add(slot, string);
      }
    }
  }

  /** Whether a string might stand around a character that is followed by another. */
  boolean mayBegin(char c) {
    return c < ASCII && begins[c];
  }

  /** Whether a string might stand around the two characters, of which the first is ASCII. */
  boolean mayBegin(char first, char second) {
    int pair = pair(first, second);
    return second < ASCII && (pairs[pair >> 6] & 1L << pair) != 0;
  }

  /** Looks for strings around the pair of characters at i, around which one might stand. */
  void matchAround(String text, int i, Sink sink) {
    int pair = pair(lower(text.charAt(i)), lower(text.charAt(i + 1)));
    for (Literal literal : byPair[pair]) {
      int start = i - literal.offset;
      if (start >= 0
          && text.regionMatches(true, start, literal.string, 0, literal.string.length())) {
        sink.found(literal.slot, start, start + literal.string.length());
      }
    }
  }

  private void add(int slot, String string) {
    int best = -1;
    int bestRarity = -1;
    for (int i = 0; i + 1 < string.length(); i++) {
      if (string.charAt(i) < ASCII && string.charAt(i + 1) < ASCII) {
        int rarity = 2 * rarity(string.charAt(i)) + rarity(string.charAt(i + 1));
        if (rarity > bestRarity) {
          bestRarity = rarity;
          best = i;
        }
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("no pair of ASCII characters in '" + string + "'");
    }
    char first = string.charAt(best);
    begins[first] = true;
    begins[Character.toUpperCase(first)] = true;
    char second = string.charAt(best + 1);
    for (char one : new char[] {first, Character.toUpperCase(first)}) {
      permit(one, second);
      permit(one, Character.toUpperCase(second));
    }
    int pair = pair(first, second);
    List<Literal> literals =
        new ArrayList<>(byPair[pair] == null ? List.of() : List.of(byPair[pair]));
    literals.add(new Literal(slot, string, best));
    byPair[pair] = literals.toArray(Literal[]::new);
  }

  private void permit(char first, char second) {
    int pair = pair(first, second);
    pairs[pair >> 6] |= 1L << pair;
  }

  private static int rarity(char c) {
    int place = FREQUENT.indexOf(c);
    return place < 0 ? FREQUENT.length() : place;
  }

  private static int pair(char first, char second) {
    return first * ASCII + second;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
