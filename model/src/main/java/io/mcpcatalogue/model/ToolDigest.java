package io.mcpcatalogue.model;

import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest of what a tool says: name, title, description, schemas and annotations, with members
 * in the order of their names, so that a server which shuffles them says nothing new.
 */
public final class ToolDigest {
  private static final List<String> MEMBERS =
      List.of("name", "title", "description", "inputSchema", "outputSchema", "annotations");

  private final StringBuilder out = new StringBuilder(1024);

  /** What remains to be written, the next on top: values, and text that stands between them. */
  private final Deque<Object> open = new ArrayDeque<>();

  private ToolDigest() {}

  public static String of(ToolDefinition tool) {
    ToolDigest digest = new ToolDigest();
    for (String member : MEMBERS) {
      JsonValue value =
          member.equals("inputSchema") ? tool.inputSchema() : tool.raw().members().get(member);
      if (value != null) {
        digest.out.append(member).append(':');
        digest.write(value);
        digest.out.append('\n');
      }
    }
    return sha256(digest.out.toString());
  }

  private void write(JsonValue value) {
    open.push(value);
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (next instanceof JsonObject object) {
        openObject(object);
      } else if (next instanceof JsonArray array) {
        openArray(array);
      } else if (next instanceof JsonString string) {
        text(string.value());
      } else {
        out.append(next);
      }
    }
  }

  /** Texts stand behind their length, so that no text can pass for structure. */
  private void text(String text) {
    out.append('"').append(text.length()).append(':').append(text);
  }

  private void openObject(JsonObject object) {
    String[] names = object.members().keySet().toArray(String[]::new);
    Arrays.sort(names);
    out.append('{');
    open.push("}");
    for (int i = names.length - 1; i >= 0; i--) {
      open.push(object.members().get(names[i]));
      open.push(JsonValue.of(names[i]));
    }
  }

  private void openArray(JsonArray array) {
    List<JsonValue> values = new ArrayList<>(array.values());
    out.append('[');
    open.push("]");
    for (int i = values.size() - 1; i >= 0; i--) {
      open.push(values.get(i));
      open.push(",");
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
