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

  /** Looks for strings around the pair of characters at i. */
  void matchAround(String text, int i, Sink sink) {
    if (i + 1 == text.length() || text.charAt(i + 1) >= ASCII) {
      return;
    }
    Literal[] literals = byPair[pair(lower(text.charAt(i)), lower(text.charAt(i + 1)))];
    if (literals == null) {
      return;
    }
    for (Literal literal : literals) {
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
    int pair = pair(first, string.charAt(best + 1));
    List<Literal> literals =
        new ArrayList<>(byPair[pair] == null ? List.of() : List.of(byPair[pair]));
    literals.add(new Literal(slot, string, best));
    byPair[pair] = literals.toArray(Literal[]::new);
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
