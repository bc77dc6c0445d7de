package io.mcpcatalogue.collect.extract.lex;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Words that are looked for together: tells without parsing whether a part of a file has any of
 * them. For one thread.
 */
public final class Vocabulary {
  private final Set<String> words;
  private final Map<Tokens, int[]> places = new IdentityHashMap<>();

  public Vocabulary(Collection<String> words) {
    this.words = Set.copyOf(words);
  }

  /** Whether one of the words stands between the two tokens, the second excluded. */
  public boolean standsBetween(Tokens tokens, int from, int to) {
    int[] all = places.computeIfAbsent(tokens, file -> file.words().places(words));
    int found = Arrays.binarySearch(all, from);
    int first = found < 0 ? -found - 1 : found;
    return first < all.length && all[first] < to;
  }
}
