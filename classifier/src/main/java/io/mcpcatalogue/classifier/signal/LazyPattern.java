package io.mcpcatalogue.classifier.signal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A regular expression that is compiled when it is first needed: a program that judges a few tools
 * needs few of them. Safe for many threads, which at worst compile the same twice.
 */
final class LazyPattern {
  private final String expression;
  private volatile Pattern pattern;

  LazyPattern(String expression) {
    this.expression = expression;
  }

  /** A matcher that pays no heed to case. */
  Matcher matcher(String text) {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
      pattern = compiled;
    }
    return compiled.matcher(text);
  }
}
