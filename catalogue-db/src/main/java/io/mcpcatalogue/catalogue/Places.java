package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Short forms of JSON pointers into a tool definition, and the texts that they point at: a quote
 * that can be read off the definition again is not stored.
 */
final class Places {
  private static final List<String> FREQUENT = List.of("/name", "/description", "/title", "");
  private static final List<JsonValue> NUMBERS =
      List.of(JsonValue.of(0), JsonValue.of(1), JsonValue.of(2), JsonValue.of(3));

  private static final String PARAMETER = "/inputSchema/properties/";

  /** Pointers into a server at the name of a tool. */
  private static final String TOOL = "/tools/";

  private static final String TOOL_NAME = "/name";

  /** Marks a text that is no JSON pointer, such as a place within a server. */
  private static final String NO_POINTER = "?";

  private Places() {}

  /** A number for the frequent pointers, the bare name of a parameter, or the pointer itself. */
  static JsonValue shorten(String pointer) {
    int frequent = FREQUENT.indexOf(pointer);
    if (frequent >= 0) {
      return NUMBERS.get(frequent);
    }
    if (!pointer.startsWith("/")) {
      return JsonValue.of(NO_POINTER + pointer);
    }
    if (!pointer.startsWith(PARAMETER)) {
      return JsonValue.of(pointer);
    }
    String parameter = pointer.substring(PARAMETER.length());
    boolean ambiguous =
        parameter.isEmpty() || parameter.startsWith("/") || parameter.startsWith(NO_POINTER);
    return JsonValue.of(ambiguous ? pointer : parameter);
  }

  static String expand(JsonValue shortened) {
    if (shortened instanceof JsonNumber number) {
      return FREQUENT.get(Integer.parseInt(number.spelling()));
    }
    String text = shortened.text().orElse("");
    if (text.startsWith("/")) {
      return text;
    }
    return text.startsWith(NO_POINTER) ? text.substring(NO_POINTER.length()) : PARAMETER + text;
  }

  /** The characters from start to end of the text at the pointer; empty when there are none. */
  static Optional<String> quoted(ToolDefinition tool, String pointer, int start, int end) {
    return text(tool, pointer)
        .filter(text -> 0 <= start && start <= end && end <= text.length())
        .map(text -> text.substring(start, end));
  }

  /** Whether these are the characters from start to end of the text at the pointer. */
  static boolean says(ToolDefinition tool, String pointer, int start, int end, String words) {
    return end - start == words.length()
        && text(tool, pointer).filter(text -> text.startsWith(words, start)).isPresent();
  }

  /** The last segment of a pointer: the name of a parameter or of a member. */
  static String lastSegment(String pointer) {
    return unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  /** The number in {@code /tools/7/name}; -1 for any other pointer. */
  static int toolNumber(String pointer) {
    if (!pointer.startsWith(TOOL) || !pointer.endsWith(TOOL_NAME)) {
      return -1;
    }
    int end = pointer.length() - TOOL_NAME.length();
    if (end <= TOOL.length() || end > TOOL.length() + 6) {
      return -1;
    }
    int number = 0;
    for (int i = TOOL.length(); i < end; i++) {
      char c = pointer.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  /** A quote of the whole name of a tool of a server. */
  static Quote toolName(int number, List<ToolDefinition> tools) {
    String name = tools.get(number).name();
    return new Quote(TOOL + number + TOOL_NAME, 0, name.length(), name);
  }

  private static Optional<String> text(ToolDefinition tool, String pointer) {
    return switch (pointer) {
      case "/name" -> Optional.of(tool.name());
      case "/description" -> Optional.of(tool.description());
      case "/title" -> Optional.of(tool.title());
      default -> value(tool, pointer).flatMap(JsonValue::text);
    };
  }

  private static Optional<JsonValue> value(ToolDefinition tool, String pointer) {
    if (pointer.startsWith("/inputSchema/")) {
      return value(tool.inputSchema(), pointer.substring("/inputSchema".length()));
    }
    if (pointer.startsWith("/annotations/")) {
      return value(tool.annotations(), pointer.substring("/annotations".length()));
    }
    return value((JsonValue) tool.raw(), pointer);
  }

  private static Optional<JsonValue> value(JsonValue root, String pointer) {
    Optional<JsonValue> value = Optional.of(root);
    int from = 0;
    while (value.isPresent() && from < pointer.length()) {
      int next = pointer.indexOf('/', from + 1);
      int end = next < 0 ? pointer.length() : next;
      value = child(value.get(), unescape(pointer.substring(from + 1, end)));
      from = end;
    }
    return value;
  }

  private static Optional<JsonValue> child(JsonValue parent, String segment) {
    if (parent instanceof JsonObject object) {
      return object.get(segment);
    }
    if (parent instanceof JsonArray array && segment.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(segment);
      return index < array.values().size()
          ? Optional.of(array.values().get(index))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static String unescape(String segment) {
    return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
  }
}
