package io.mcpcatalogue.model;

import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON without recursion, so that depth is no danger. Control characters, DEL, line
 * separators and lone surrogates are always escaped: what is written is valid UTF-8 and cannot
 * steer a terminal.
 */
final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out;

  /** The containers that are open, the innermost on top. */
  private final Deque<Container> open = new ArrayDeque<>(8);

  /** An object or array of which some is written. */
  private static final class Container {
    private final Iterator<?> rest;
    private final char end;
    private boolean begun;

    Container(Iterator<?> rest, char end) {
      this.rest = rest;
      this.end = end;
    }
  }

  private JsonWriter(StringBuilder out) {
    this.out = out;
  }

  static String write(JsonValue value) {
    if (value instanceof JsonString string) {
      StringBuilder out = new StringBuilder(string.value().length() + 2);
      string(string.value(), out);
      return out.toString();
    }
    JsonWriter writer = new JsonWriter(new StringBuilder(512));
    writer.writeAll(value);
    return writer.out.toString();
  }

  private void writeAll(JsonValue value) {
    begin(value);
    while (!open.isEmpty()) {
      step(open.peek());
    }
  }

  private void step(Container innermost) {
    if (!innermost.rest.hasNext()) {
      out.append(innermost.end);
      open.pop();
      return;
    }
    if (innermost.begun) {
      out.append(',');
    }
    innermost.begun = true;
    Object next = innermost.rest.next();
    if (next instanceof Map.Entry<?, ?> member) {
      string((String) member.getKey(), out);
      out.append(':');
      begin((JsonValue) member.getValue());
    } else {
      begin((JsonValue) next);
    }
  }

  private void begin(JsonValue value) {
    if (value instanceof JsonString string) {
      string(string.value(), out);
    } else if (value instanceof JsonObject object) {
      out.append('{');
      open.push(new Container(object.members().entrySet().iterator(), '}'));
    } else if (value instanceof JsonArray array) {
      out.append('[');
      open.push(new Container(array.values().iterator(), ']'));
    } else {
      out.append(value);
    }
  }

  /** Writes a string with its quotation marks; what needs no escape is copied in one piece. */
  static void string(String text, StringBuilder out) {
    out.append('"');
    int copied = 0;
    int end = text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isPlain(c) || c > 0x7f && !mustBeEscaped(text, i)) {
        continue;
      }
      out.append(text, copied, i);
      copied = i + 1;
      escape(c, out);
    }
    if (copied == 0) {
      out.append(text);
    } else {
      out.append(text, copied, end);
    }
    out.append('"');
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default ->
          out.append("\\u")
              .append(HEX[c >> 12])
              .append(HEX[c >> 8 & 15])
              .append(HEX[c >> 4 & 15])
              .append(HEX[c & 15]);
    }
  }

  private static boolean mustBeEscaped(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029) {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
