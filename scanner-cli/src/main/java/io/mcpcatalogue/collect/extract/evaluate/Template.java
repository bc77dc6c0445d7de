package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.List;
import java.util.Optional;

/** A text with holes that values are filled into. For one use. */
final class Template {
  private static final int MAX_TEXT = 1 << 20;

  private final String source;
  private final List<Value> values;
  private final StringBuilder filled = new StringBuilder();
  private boolean exact;
  private int next;

  private Template(Text template, List<Value> values) {
    this.source = template.value();
    this.exact = template.exact();
    this.values = values;
  }

  /** The text with the values in the place of {@code %s} and its like. */
  static Value printed(Text text, List<Value> values) {
    return new Template(text, values).printed();
  }

  /** The text with the values in the place of {@code {}}, {@code {0}} and {@code {name}}. */
  static Value braces(Text text, List<Value> values, ObjectValue named) {
    return new Template(text, values).braces(named);
  }

  private Value printed() {
    int i = 0;
    while (i < source.length() && filled.length() <= MAX_TEXT) {
      char c = source.charAt(i);
      if (c != '%' || i + 1 == source.length()) {
        filled.append(c);
        i++;
        continue;
      }
      int verb = i + 1;
      while (verb < source.length() && "+-# 0123456789.".indexOf(source.charAt(verb)) >= 0) {
        verb++;
      }
      char letter = verb < source.length() ? source.charAt(verb) : ' ';
      if (letter == '%') {
        filled.append('%');
      } else if (letter == 'n') {
        filled.append('\n');
      } else if (Character.isLetter(letter)) {
        fill(value(next++), letter == 'q' ? "\"" : "");
      } else {
        filled.append(source, i, Math.min(verb + 1, source.length()));
      }
      i = verb + 1;
    }
    return result();
  }

  private Value braces(ObjectValue named) {
    int lastClose = source.lastIndexOf('}');
    int i = 0;
    while (i < source.length() && filled.length() <= MAX_TEXT) {
      char c = source.charAt(i);
      boolean isDoubled = i + 1 < source.length() && source.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && isDoubled) {
        filled.append(c);
        i += 2;
      } else if (c == '{' && i < lastClose) {
        int close = source.indexOf('}', i);
        String key = source.substring(i + 1, close).replaceFirst("[:!].*", "").strip();
        fill(value(key, named), "");
        i = close + 1;
      } else {
        filled.append(c);
        i++;
      }
    }
    return result();
  }

  private Value value(String key, ObjectValue named) {
    if (key.isEmpty()) {
      return value(next++);
    }
    if (key.length() < 3 && key.chars().allMatch(Character::isDigit)) {
      return value(Integer.parseInt(key));
    }
    return named.has(key) ? named.get(key) : Value.Unknown.VALUE;
  }

  private Value value(int position) {
    return position < values.size() ? values.get(position) : Value.Unknown.VALUE;
  }

  private void fill(Value value, String quote) {
    Optional<String> spelled = Operations.spelled(value);
    spelled.ifPresent(known -> filled.append(quote).append(known).append(quote));
    exact &= spelled.isPresent() && value.exact();
  }

  private Value result() {
    return filled.length() > MAX_TEXT ? Value.Unknown.VALUE : new Text(filled.toString(), exact);
  }
}
