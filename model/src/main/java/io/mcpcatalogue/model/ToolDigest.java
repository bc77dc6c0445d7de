package io.mcpcatalogue.model;

import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The digest of what a tool says: name, title, description, schemas and annotations, with members
 * in the order of their names, so that a server which shuffles them says nothing new.
 */
public final class ToolDigest {
  private static final List<String> MEMBERS =
      List.of("name", "title", "description", "inputSchema", "outputSchema", "annotations");

  private static final String[] NO_NAMES = new String[0];

  private final Utf8 out = new Utf8();

  /** The containers that are being written, the innermost on top. */
  private final Deque<Container> open = new ArrayDeque<>();

  /** An object or array of which some members are written; an array has no names. */
  private static final class Container {
    private final String[] names;
    private final JsonValue[] values;
    private int next;

    Container(String[] names, JsonValue[] values) {
      this.names = names;
      this.values = values;
    }
  }

  private ToolDigest() {}

  public static String of(ToolDefinition tool) {
    ToolDigest digest = new ToolDigest();
    for (String member : MEMBERS) {
      JsonValue value =
          member.equals("inputSchema") ? tool.inputSchema() : tool.raw().members().get(member);
      if (value != null) {
        digest.out.add(member);
        digest.out.add(':');
        digest.write(value);
        digest.out.add('\n');
      }
    }
    return digest.out.sha256();
  }

  private void write(JsonValue value) {
    begin(value);
    while (!open.isEmpty()) {
      step(open.peek());
    }
  }

  private void step(Container innermost) {
    boolean isArray = innermost.names == NO_NAMES;
    if (innermost.next == innermost.values.length) {
      out.add(isArray ? ']' : '}');
      open.pop();
      return;
    }
    int index = innermost.next++;
    if (isArray) {
      out.add(',');
    } else {
      text(innermost.names[index]);
    }
    begin(innermost.values[index]);
  }

  private void begin(JsonValue value) {
    if (value instanceof JsonString string) {
      text(string.value());
    } else if (value instanceof JsonObject object) {
      out.add('{');
      open.push(sorted(object));
    } else if (value instanceof JsonArray array) {
      out.add('[');
      open.push(new Container(NO_NAMES, array.values().toArray(JsonValue[]::new)));
    } else {
      out.add(value.toString());
    }
  }

  /** Texts stand behind their length, so that no text can pass for structure. */
  private void text(String text) {
    out.add('"');
    out.add(Integer.toString(text.length()));
    out.add(':');
    out.add(text);
  }

  private static Container sorted(JsonObject object) {
    String[] names = object.members().keySet().toArray(String[]::new);
    Arrays.sort(names);
    JsonValue[] values = new JsonValue[names.length];
    for (int i = 0; i < names.length; i++) {
      values[i] = object.members().get(names[i]);
    }
    return new Container(names, values);
  }
}
