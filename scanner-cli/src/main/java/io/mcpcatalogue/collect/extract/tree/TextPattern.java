package io.mcpcatalogue.collect.extract.tree;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is tried only where one of the words stands that its matches begin
 * with: to look for words is many times quicker than to try it at every character. Immutable.
 */
public final class TextPattern {
  private final List<String> words;
  private final boolean ignoresCase;
  private final Pattern pattern;

  /** The characters that a word may begin with, in either case. */
  private final boolean[] begins = new boolean[128];

  private TextPattern(List<String> words, boolean ignoresCase, Pattern pattern) {
    this.words = words;
    this.ignoresCase = ignoresCase;
    this.pattern = pattern;
    for (String word : words) {
      begins[word.charAt(0)] = true;
      begins[Character.toUpperCase(word.charAt(0))] = true;
    }
  }

  /** Matches texts that have one of these words anywhere. */
  public static TextPattern anyOf(String... words) {
    return new TextPattern(List.of(words), false, Pattern.compile(""));
  }

  /**
   * Matches what the regular expression does.
   *
   * @param words whatever it matches begins with one of these
   */
  public static TextPattern startingWith(String regex, String... words) {
    return new TextPattern(List.of(words), false, Pattern.compile(regex));
  }

  /** As {@link #startingWith}, in upper and lower case alike; the words are in lower case. */
  public static TextPattern startingIgnoringCase(String regex, String... words) {
    return new TextPattern(List.of(words), true, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
  }

  /** Whether it matches any part of the text. */
  public boolean isIn(String text) {
    // What stands before a word counts for it, as in "\b".
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    return ignoresCase ? isInIgnoringCase(text, matcher) : isIn(text, matcher);
  }

  private boolean isIn(String text, Matcher matcher) {
    for (String word : words) {
      for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
        if (matcher.region(i, text.length()).lookingAt()) {
          return true;
        }
      }
    }
    return false;
  }

  /** All words are looked for in one pass. */
  private boolean isInIgnoringCase(String text, Matcher matcher) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < begins.length && begins[c]) {
        for (String word : words) {
          if (text.regionMatches(true, i, word, 0, word.length())
              && matcher.region(i, text.length()).lookingAt()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
