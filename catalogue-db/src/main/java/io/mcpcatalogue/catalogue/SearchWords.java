package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words by which a text is found: identifiers are split ({@code getPodLogs} is found by {@code
 * pod}), characters of scripts without blanks stand alone, and each word counts once.
 */
final class SearchWords {
  private final Set<String> words = new LinkedHashSet<>();

  SearchWords add(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isBorder(text, i)) {
        addWord(text, start, i);
        start = i;
      }
    }
    addWord(text, start, text.length());
    return this;
  }

  /** Title, description, and the names and descriptions of all parameters. */
  static String textOf(ToolDefinition tool) {
    SearchWords words = new SearchWords().add(tool.title()).add(tool.description());
    words.addSchema(tool.inputSchema());
    return words.toString();
  }

  Set<String> words() {
    return words;
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }

  private void addSchema(JsonObject schema) {
    Deque<JsonValue> open = new ArrayDeque<>();
    open.push(schema);
    while (!open.isEmpty()) {
      JsonValue next = open.pop();
      if (next instanceof JsonArray array) {
        array.values().forEach(open::push);
      } else if (next instanceof JsonObject object) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          addMember(member.getKey(), member.getValue());
          open.push(member.getValue());
        }
      }
    }
  }

  private void addMember(String name, JsonValue value) {
    if (name.equals("properties")) {
      value.asObject().members().keySet().forEach(this::add);
    } else if (name.equals("description") || name.equals("title")) {
      value.text().ifPresent(this::add);
    }
  }

  private void addWord(String text, int start, int end) {
    int from = start;
    while (from < end && !Character.isLetterOrDigit(text.charAt(from)) && !isPart(text, from)) {
      from++;
    }
    if (from < end) {
      words.add(text.substring(from, end).toLowerCase(Locale.ROOT));
    }
  }

  /** Whether a word ends before this character. */
  private static boolean isBorder(String text, int index) {
    char c = text.charAt(index);
    if (!Character.isLetterOrDigit(c) && !isPart(text, index)) {
      return true;
    }
    if (index == 0) {
      return false;
    }
    char before = text.charAt(index - 1);
    if (Character.isUpperCase(c)) {
      boolean acronymEnds =
          Character.isUpperCase(before)
              && index + 1 < text.length()
              && Character.isLowerCase(text.charAt(index + 1));
      return Character.isLowerCase(before) || Character.isDigit(before) || acronymEnds;
    }
    return isIdeographic(c) || isIdeographic(before);
  }

  /** Halves of characters beyond the basic plane, and marks that belong to the letter before. */
  private static boolean isPart(String text, int index) {
    char c = text.charAt(index);
    return Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isIdeographic(char c) {
    return c >= 0x2e80 && (Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30ff));
  }
}
