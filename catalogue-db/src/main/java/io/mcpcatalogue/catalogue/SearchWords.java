package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * The words by which tools and servers are found. Identifiers are split, so that {@code getPodLogs}
 * is found by {@code pod}; characters of scripts without blanks stand alone.
 */
final class SearchWords {
  /**
   * Stands before each word of a name, which is there without it as well. To the tokenizer of the
   * index it is a letter.
   */
  static final char OF_NAME = '=';

  private SearchWords() {}

  /** The words of an identifier, with blanks between them. */
  static String ofName(String name) {
    StringBuilder words = new StringBuilder(name.length() + 8);
    split(name, words);
    return words.toString();
  }

  /**
   * Name, title, description, and the names and descriptions of all parameters; the words of the
   * name once more as such.
   */
  static String ofTool(ToolDefinition tool) {
    StringBuilder words = new StringBuilder(256);
    split(tool.name(), words);
    words.append(marked(words));
    addProse(tool.title(), words);
    addProse(tool.description(), words);
    addSchema(tool.inputSchema(), words);
    return words.toString();
  }

  static String ofServer(String id, String name, String description) {
    StringBuilder words = new StringBuilder(256);
    split(id, words);
    split(name, words);
    addProse(description, words);
    return words.toString();
  }

  /** The words with the mark before each. */
  private static String marked(CharSequence words) {
    StringBuilder marked = new StringBuilder(2 * words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (isOfWord(c) && !isOfWord(words.charAt(i - 1))) {
        marked.append(OF_NAME);
      }
      marked.append(c);
    }
    return marked.toString();
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static void addSchema(JsonObject schema, StringBuilder words) {
    Deque<JsonValue> open = new ArrayDeque<>();
    open.push(schema);
    while (!open.isEmpty()) {
      JsonValue next = open.pop();
      if (next instanceof JsonArray array) {
        for (JsonValue value : array.values()) {
          open.push(value);
        }
      } else if (next instanceof JsonObject object) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          addMember(member.getKey(), member.getValue(), words);
          open.push(member.getValue());
        }
      }
    }
  }

  private static void addMember(String name, JsonValue value, StringBuilder words) {
    if (name.equals("properties")) {
      for (String parameter : value.asObject().members().keySet()) {
        split(parameter, words);
      }
    } else if (name.equals("description") || name.equals("title")) {
      addProse(value.text().orElse(""), words);
    }
  }

  /** Prose is left to the tokenizer of the index, unless it has a script without blanks. */
  private static void addProse(String text, StringBuilder words) {
    for (int i = 0; i < text.length(); i++) {
      if (isIdeographic(text.charAt(i))) {
        split(text, words);
        return;
      }
    }
    words.append(' ').append(text.replace(OF_NAME, ' '));
  }

  private static void split(String text, StringBuilder words) {
    words.append(' ');
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && isBorder(text, i)) {
        words.append(' ');
      }
      words.append(text.charAt(i) == OF_NAME ? ' ' : text.charAt(i));
    }
  }

  /** Whether a word begins at this character. */
  private static boolean isBorder(String text, int index) {
    char c = text.charAt(index);
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

  private static boolean isIdeographic(char c) {
    return c >= 0x2e80 && (Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30ff));
  }
}
