package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.signal.Scan.Span;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a condition found: the words to quote, and what fills the message. For one thread. */
final class Finding {
  private static final int MOST_QUOTES = 8;
  private static final int LONGEST_QUOTE = 160;

  private List<Quote> quotes = List.of();
  private Set<String> parameters = Set.of();
  private Set<String> parametersAside = Set.of();
  private Set<String> words = Set.of();
  private Set<String> tools = Set.of();
  private String count = "";
  private List<Span> spans = List.of();

  /** Whether nothing was added, so that it may serve the next rule. */
  boolean isEmpty() {
    return quotes.isEmpty() && count.isEmpty();
  }

  /** A place is spelled out only for what is shown: it may be as long as the tool. */
  void addSpan(Span span) {
    if (span.text().decoded() && words.contains(shown(span.words()))) {
      // It was found as it stands there.
      return;
    }
    spans = spans.isEmpty() ? new ArrayList<>(2) : spans;
    spans.add(span);
    if (quotes.size() < MOST_QUOTES) {
      addWords(span.text().place().toString(), span.start(), span.end(), span.quote());
    } else {
      words = with(words, shown(span.quote()));
    }
  }

  void addWords(String at, int start, int end, String quoted) {
    String shown = shown(quoted);
    words = with(words, shown);
    add(new Quote(at, start, end, shown));
  }

  /** A quote that is no part of the message. */
  void addQuote(String at, String quoted) {
    add(new Quote(at, 0, quoted.length(), shown(quoted)));
  }

  /** What another rule said. */
  void addSignal(Signal signal) {
    for (Quote quote : signal.evidence()) {
      add(quote);
    }
    words = with(words, signal.message());
  }

  void addParameter(String pointer, String path, String name, boolean aside) {
    if (aside) {
      parametersAside = with(parametersAside, Visible.of(path));
    } else {
      parameters = with(parameters, Visible.of(path));
    }
    addQuote(pointer, name);
  }

  void addTool(String pointer, String name) {
    tools = with(tools, Visible.of(name));
    addQuote(pointer, name);
  }

  void addAll(Finding other) {
    other.quotes.forEach(this::add);
    for (String parameter : other.parameters) {
      parameters = with(parameters, parameter);
    }
    for (String parameter : other.parametersAside) {
      parametersAside = with(parametersAside, parameter);
    }
    for (String word : other.words) {
      words = with(words, word);
    }
    for (String tool : other.tools) {
      tools = with(tools, tool);
    }
    count = other.count.isEmpty() ? count : other.count;
    if (!other.spans.isEmpty()) {
      spans = spans.isEmpty() ? new ArrayList<>(other.spans.size()) : spans;
      spans.addAll(other.spans);
    }
  }

  /** Whether it was found in texts only, and each find is such a one. */
  boolean consistsOf(Predicate<Span> kind) {
    return !spans.isEmpty() && spans.stream().allMatch(kind);
  }

  void count(int count) {
    this.count = Integer.toString(count);
  }

  /** The parameters to name in the message. */
  Set<String> parameters() {
    return parameters.isEmpty() ? parametersAside : parameters;
  }

  Set<String> words() {
    return words;
  }

  Set<String> tools() {
    return tools;
  }

  String count() {
    return count;
  }

  /** The first quotes; there is room for so many only. */
  List<Quote> mostImportant() {
    return quotes;
  }

  private void add(Quote quote) {
    if (quotes.isEmpty()) {
      quotes = new ArrayList<>(2);
    }
    if (quotes.size() < MOST_QUOTES && !quotes.contains(quote)) {
      quotes.add(quote);
    }
  }

  /** Most sets of most findings stay empty, so that they are made when something is added. */
  private static <T> Set<T> with(Set<T> set, T added) {
    Set<T> changed = set.isEmpty() ? new LinkedHashSet<>() : set;
    changed.add(added);
    return changed;
  }

  private static String shown(String quoted) {
    String visible = Visible.beginning(quoted, LONGEST_QUOTE);
    if (visible.length() <= LONGEST_QUOTE) {
      return visible;
    }
    int end = LONGEST_QUOTE - 1;
    return visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
