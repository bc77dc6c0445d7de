package io.mcpcatalogue.classifier.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a tool's description that are about one argument each, as in {@code path: Where to
 * save it}: many servers describe their arguments only there. Immutable.
 */
public final class ArgumentLines {
  private static final List<String> MARKS = List.of(":param ", "@param ");
  private static final String QUOTES = "`\"'* ";

  private final Map<String, Lines> lines = new HashMap<>();

  /** From and behind the last character within the description. */
  private record Lines(int start, int end) {}

  /** Reads the lines about those arguments of the tool itself that its schema does not describe. */
  public ArgumentLines(String description, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.isTopLevel() && parameter.description().isEmpty()) {
        lines.put(parameter.name().text(), null);
      }
    }
    if (!lines.isEmpty()) {
      read(description);
    }
  }

  /** Whether a part of the description is about an argument. */
  public boolean isAbout(Parameter parameter, int start, int end) {
    Lines about = parameter.isTopLevel() ? lines.get(parameter.name().text()) : null;
    return about != null && start >= about.start && end <= about.end;
  }

  /** What is indented further goes on about the same argument. */
  private void read(String text) {
    String open = "";
    int opened = 0;
    int indent = 0;
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      int first = skip(text, line, end, " \t\r");
      if (first < end && (open.isEmpty() || first - line <= indent)) {
        close(open, opened, line);
        open = named(text, first, end);
        opened = first;
        indent = first - line;
      }
      line = end + 1;
    }
    close(open, opened, text.length());
  }

  private void close(String name, int start, int end) {
    if (!name.isEmpty()) {
      lines.putIfAbsent(name, new Lines(start, end));
    }
  }

  /** The argument that a line opens with, or nothing. */
  private String named(String text, int line, int end) {
    int start = skip(text, line, end, "-•+" + QUOTES);
    for (String mark : MARKS) {
      start += text.startsWith(mark, start) ? mark.length() : 0;
    }
    int behind = start;
    while (behind < end && isOfName(text.charAt(behind))) {
      behind++;
    }
    String name = text.substring(start, behind);
    return lines.containsKey(name) && isTold(text, behind, end) ? name : "";
  }

  /** Whether something is said about the name before: behind a sign, and perhaps its type. */
  private static boolean isTold(String text, int name, int end) {
    int sign = skip(text, name, end, QUOTES);
    if (sign < end && text.charAt(sign) == '(') {
      while (sign < end && text.charAt(sign) != ')') {
        sign++;
      }
      sign = skip(text, Math.min(sign + 1, end), end, QUOTES);
    }
    return sign < end && ":=-–—".indexOf(text.charAt(sign)) >= 0;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }

  private static int skip(String text, int from, int end, String signs) {
    int at = from;
    while (at < end && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
