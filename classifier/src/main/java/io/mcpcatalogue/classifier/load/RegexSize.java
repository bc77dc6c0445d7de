package io.mcpcatalogue.classifier.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates how large a regular expression becomes when its counted repetitions are written out, as
 * compiling it does: {@code ((a{1000}){1000}){1000}} is short and takes all memory.
 */
final class RegexSize {
  private static final long ENOUGH = 1L << 30;
  private static final int MAX_DIGITS = 9;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

  private final String expression;
  private final Deque<Group> groups = new ArrayDeque<>();
  private int next;

  private RegexSize(String expression) {
    this.expression = expression;
  }

  /** What was read of a group: all before its last part, and that part. For one thread. */
  private static final class Group {
    private long before;
    private long last;

    void add(long part) {
      before = Math.min(ENOUGH, before + last);
      last = part;
    }

    void repeat(long times) {
      last = Math.min(ENOUGH, last * times);
    }

    long size() {
      return Math.min(ENOUGH, before + last + 2);
    }
  }

  /** About the number of steps that it compiles to; whether it is well formed is no matter. */
  static long estimate(String expression) {
    return new RegexSize(expression).estimate();
  }

  private long estimate() {
    groups.push(new Group());
    Matcher count = COUNT.matcher(expression);
    while (next < expression.length()) {
      char c = expression.charAt(next);
      if (c == '{' && count.region(next, expression.length()).lookingAt()) {
        groups.peek().repeat(Math.max(1, times(count)));
        next = count.end();
      } else {
        part(c);
      }
    }
    while (groups.size() > 1) {
      close();
    }
    return groups.peek().size();
  }

  private void part(char c) {
    switch (c) {
      case '(' -> {
        groups.push(new Group());
        next++;
      }
      case ')' -> {
        if (groups.size() > 1) {
          close();
        }
        next++;
      }
      case '[' -> {
        groups.peek().add(1);
        skipClass();
      }
      case '\\' -> {
        groups.peek().add(1);
        skipEscape();
      }
      default -> {
        groups.peek().add(1);
        next++;
      }
    }
  }

  private void close() {
    long size = groups.pop().size();
    groups.peek().add(size);
  }

  private static long times(Matcher count) {
    String most =
        count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
    return most.length() > MAX_DIGITS ? ENOUGH : Long.parseLong(most);
  }

  private void skipEscape() {
    next += 2;
    // The braces of \\x{..} and \\p{..} count nothing.
    if (next < expression.length()
        && expression.charAt(next) == '{'
        && "xpP".indexOf(expression.charAt(next - 1)) >= 0) {
      int end = expression.indexOf('}', next);
      next = end < 0 ? expression.length() : end + 1;
    }
  }

  private void skipClass() {
    next++;
    if (next < expression.length() && expression.charAt(next) == '^') {
      next++;
    }
    int first = next;
    while (next < expression.length() && (expression.charAt(next) != ']' || next == first)) {
      next += expression.charAt(next) == '\\' ? 2 : 1;
    }
    next++;
  }
}
