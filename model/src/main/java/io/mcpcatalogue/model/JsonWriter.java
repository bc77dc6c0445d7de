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

  private final StringBuilder out = new StringBuilder();

  /** The containers that are open: iterators over values or over members. */
  private final Deque<Iterator<?>> open = new ArrayDeque<>();

  private JsonWriter() {}

  static String write(JsonValue value) {
    JsonWriter writer = new JsonWriter();
    writer.begin(value);
    while (!writer.open.isEmpty()) {
      writer.step();
    }
    return writer.out.toString();
  }

  private void step() {
    Iterator<?> innermost = open.peek();
    if (!innermost.hasNext()) {
      open.pop();
      out.append(innermost instanceof Members ? '}' : ']');
      return;
    }
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[') {
      out.append(',');
    }
    if (innermost instanceof Members members) {
      Map.Entry<String, JsonValue> member = members.next();
      string(member.getKey());
      out.append(':');
      begin(member.getValue());
    } else {
      begin((JsonValue) innermost.next());
    }
  }

  private void begin(JsonValue value) {
    if (value instanceof JsonObject object) {
      out.append('{');
      open.push(new Members(object.members().entrySet().iterator()));
    } else if (value instanceof JsonArray array) {
      out.append('[');
      open.push(array.values().iterator());
    } else if (value instanceof JsonString string) {
      string(string.value());
    } else {
      out.append(value);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (mustBeEscaped(text, i)) {
        out.append("\\u")
            .append(HEX[c >> 12])
            .append(HEX[c >> 8 & 15])
            .append(HEX[c >> 4 & 15])
            .append(HEX[c & 15]);
      } else {
        out.append(c);
      }
    }
    out.append('"');
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

  /** Marks an iterator as one over members, so that the closing bracket is known. */
  private record Members(Iterator<Map.Entry<String, JsonValue>> entries)
      implements Iterator<Map.Entry<String, JsonValue>> {
    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public Map.Entry<String, JsonValue> next() {
      return entries.next();
    }
  }
}
