package io.mcpcatalogue.collect.extract.tree;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression that is tried only on texts with one of the words it cannot match without.
 * Most files have none of them, and a plain search is many times quicker. Immutable.
 */
public final class TextPattern {
  private final List<String> words;
  private final boolean ignoresCase;
  private final Pattern pattern;

  private TextPattern(List<String> words, boolean ignoresCase, Pattern pattern) {
    this.words = words;
    this.ignoresCase = ignoresCase;
    this.pattern = pattern;
  }

  /** Matches texts that have one of these words anywhere. */
  public static TextPattern anyOf(String... words) {
    return new TextPattern(List.of(words), false, null);
  }

  /**
   * Matches what the regular expression does.
   *
   * @param words whatever it matches has one of these in it
   */
  public static TextPattern of(String regex, String... words) {
    return new TextPattern(List.of(words), false, Pattern.compile(regex));
  }

  /** As {@link #of}, in upper and lower case alike; the words are in lower case. */
  public static TextPattern ignoringCase(String regex, String... words) {
    return new TextPattern(List.of(words), true, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
  }

  /** Whether it matches any part of the text. */
  public boolean isIn(String text) {
    for (String word : words) {
      if (ignoresCase ? containsIgnoringCase(text, word) : text.contains(word)) {
        return pattern == null || pattern.matcher(text).find();
      }
    }
    return false;
  }

  private static boolean containsIgnoringCase(String text, String word) {
    char lower = word.charAt(0);
    char upper = Character.toUpperCase(lower);
    int last = text.length() - word.length();
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == lower || c == upper) && text.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
