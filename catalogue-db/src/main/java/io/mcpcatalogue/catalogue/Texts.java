package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Makes texts fit for an SQLite TEXT column. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /**
   * The text with NUL and lone surrogates replaced: SQL functions would stop at the one, and UTF-8
   * has no form for the other.
   */
  static String storable(String text) {
    int unfit = firstUnfit(text);
    return unfit < 0 ? text : replaced(text, unfit);
  }

  /** A JSON array of the texts. */
  static String json(Collection<String> texts) {
    List<JsonValue> values = new ArrayList<>(texts.size());
    for (String text : texts) {
      values.add(JsonValue.of(text));
    }
    return new JsonArray(values).toString();
  }

  static boolean isStorable(String text) {
    return firstUnfit(text) < 0;
  }

  private static int firstUnfit(String text) {
    int end = text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      // Nearly all characters are neither, and all texts of a scan come by here.
      if ((c == 0 || c >= Character.MIN_SURROGATE) && isUnfit(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static String replaced(String text, int first) {
    StringBuilder fit = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (isUnfit(text, i)) {
        fit.setCharAt(i, REPLACEMENT);
      }
    }
    return fit.toString();
  }

  private static boolean isUnfit(String text, int index) {
    char c = text.charAt(index);
    if (!Character.isSurrogate(c)) {
      return c == 0;
    }
    return Character.isHighSurrogate(c)
        ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
        : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
  }
}
