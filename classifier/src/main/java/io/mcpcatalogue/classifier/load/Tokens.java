package io.mcpcatalogue.classifier.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts texts of rule files into pieces: in plain code, since every start of the program waits for
 * it and regular expressions are slow to begin with.
 */
final class Tokens {
  private Tokens() {}

  /** What stands between white space. */
  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) <= ' ') {
        if (i > start) {
          tokens.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return tokens;
  }

  /** What stands between the bars of {@code a|b}, also nothing. */
  static List<String> betweenBars(String text) {
    int bar = text.indexOf('|');
    if (bar < 0) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (bar >= 0) {
      parts.add(text.substring(start, bar));
      start = bar + 1;
      bar = text.indexOf('|', start);
    }
    parts.add(text.substring(start));
    return parts;
  }
}
