package io.mcpcatalogue.collect.extract.lex;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Words that are looked for together: tells without parsing whether a part of a file has any of
 * them. For one thread.
 */
public final class Vocabulary {
  private final Function<WordIndex, int[]> search;
  private final Map<Tokens, int[]> places = new IdentityHashMap<>();

  private Vocabulary(Function<WordIndex, int[]> search) {
    this.search = search;
  }

  /** Exactly these words. */
  public static Vocabulary of(Collection<String> words) {
    Set<String> copy = Set.copyOf(words);
    return new Vocabulary(index -> index.places(copy));
  }

  /** All words that pass the test. */
  public static Vocabulary matching(Predicate<String> test) {
    return new Vocabulary(index -> index.places(index.words(test)));
  }

  /** Whether one of the words stands between the two tokens, the second excluded. */
  public boolean standsBetween(Tokens tokens, int from, int to) {
    int[] all = places.computeIfAbsent(tokens, file -> search.apply(file.words()));
    int found = Arrays.binarySearch(all, from);
    int first = found < 0 ? -found - 1 : found;
    return first < all.length && all[first] < to;
  }
}
