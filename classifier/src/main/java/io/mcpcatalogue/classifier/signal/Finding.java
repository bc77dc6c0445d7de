package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.signal.Scan.Span;
import io.mcpcatalogue.model.Quote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a condition found: the words to quote, and what fills the message. For one thread. */
final class Finding {
  private static final int MOST_QUOTES = 8;
  private static final int LONGEST_QUOTE = 160;

  final Set<Quote> quotes = new LinkedHashSet<>();
  private final Set<String> parameters = new LinkedHashSet<>();
  private final Set<String> parametersAside = new LinkedHashSet<>();
  final Set<String> words = new LinkedHashSet<>();
  final Set<String> tools = new LinkedHashSet<>();
  String count = "";

  /** Whether nothing was added, so that it may serve the next rule. */
  boolean isEmpty() {
    return quotes.isEmpty() && count.isEmpty();
  }

  void addSpan(Span span) {
    String words = span.quote();
    addWords(span.text().place().toString(), span.start(), span.end(), words);
  }

  void addWords(String at, int start, int end, String quoted) {
    String shown = shorten(Visible.of(quoted));
    words.add(shown);
    quotes.add(new Quote(at, start, end, shown));
  }

  /** A quote that is no part of the message. */
  void addQuote(String at, String quoted) {
    quotes.add(new Quote(at, 0, quoted.length(), shorten(Visible.of(quoted))));
  }

  void addParameter(String pointer, String path, String name, boolean aside) {
    (aside ? parametersAside : parameters).add(Visible.of(path));
    addQuote(pointer, name);
  }

  /** The parameters to name in the message. */
  Set<String> parameters() {
    return parameters.isEmpty() ? parametersAside : parameters;
  }

  List<Quote> mostImportant() {
    List<Quote> all = new ArrayList<>(quotes);
    return all.size() <= MOST_QUOTES ? all : all.subList(0, MOST_QUOTES);
  }

  private static String shorten(String words) {
    if (words.length() <= LONGEST_QUOTE) {
      return words;
    }
    int end = LONGEST_QUOTE - 1;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
