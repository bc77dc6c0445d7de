package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON array of arrays that refers to entries whose numbers are not known yet: any thread may
 * draft, and the one writer fills in the numbers. For one thread at a time.
 */
final class Draft {
  /** Stands where a number is to be filled in: JSON itself never has this character. */
  private static final String NUMBER = "\0";

  private final StringBuilder text = new StringBuilder(48);
  private final List<Entry> entries = new ArrayList<>(4);

  Draft open() {
    separate();
    text.append('[');
    return this;
  }

  Draft close() {
    text.append(']');
    return this;
  }

  Draft add(Entry entry) {
    separate();
    text.append(NUMBER);
    entries.add(entry);
    return this;
  }

  Draft add(int number) {
    separate();
    text.append(number);
    return this;
  }

  Draft add(JsonValue value) {
    separate();
    text.append(value);
    return this;
  }

  /** The JSON text with every entry replaced by its number. */
  String fill(Dictionary dictionary) throws SQLException {
    StringBuilder filled = new StringBuilder(text.length() + 4 * entries.size());
    int copied = 0;
    for (Entry entry : entries) {
      int next = text.indexOf(NUMBER, copied);
      filled.append(text, copied, next).append(dictionary.number(entry));
      copied = next + 1;
    }
    return filled.append(text, copied, text.length()).toString();
  }

  private void separate() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '[') {
      text.append(',');
    }
  }
}
