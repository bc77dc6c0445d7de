package io.mcpcatalogue.catalogue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON array of arrays that refers to entries whose numbers are not known yet: any thread may
 * draft, and the one writer fills in the numbers. For one thread at a time.
 */
final class Draft {
  private final List<Object> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean separated = true;

  Draft open() {
    separate();
    text.append('[');
    separated = true;
    return this;
  }

  Draft close() {
    text.append(']');
    separated = false;
    return this;
  }

  Draft add(Entry entry) {
    separate();
    parts.add(text.toString());
    parts.add(entry);
    text.setLength(0);
    return this;
  }

  Draft add(Object json) {
    separate();
    text.append(json);
    return this;
  }

  /** The JSON text with every entry replaced by its number. */
  String fill(Dictionary dictionary) throws SQLException {
    StringBuilder filled = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Entry entry) {
        filled.append(dictionary.number(entry));
      } else {
        filled.append(part);
      }
    }
    return filled.append(text).toString();
  }

  private void separate() {
    if (!separated) {
      text.append(',');
    }
    separated = false;
  }
}
