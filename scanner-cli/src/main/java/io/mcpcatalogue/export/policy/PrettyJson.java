package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON for people: two spaces a level, one member a line. For documents that this package
 * built itself: it recurses as deep as they are.
 */
final class PrettyJson {
  private PrettyJson() {}

  static String write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    write(out, value, 0);
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, JsonValue value, int depth) {
    if (value instanceof JsonObject object && !object.isEmpty()) {
      out.append('{');
      Iterator<Map.Entry<String, JsonValue>> members = object.members().entrySet().iterator();
      while (members.hasNext()) {
        Map.Entry<String, JsonValue> member = members.next();
        newLine(out, depth + 1).append(JsonValue.of(member.getKey())).append(": ");
        write(out, member.getValue(), depth + 1);
        out.append(members.hasNext() ? "," : "");
      }
      newLine(out, depth).append('}');
    } else if (value instanceof JsonArray array && !array.values().isEmpty()) {
      out.append('[');
      Iterator<JsonValue> values = array.values().iterator();
      while (values.hasNext()) {
        write(newLine(out, depth + 1), values.next(), depth + 1);
        out.append(values.hasNext() ? "," : "");
      }
      newLine(out, depth).append(']');
    } else {
      out.append(value);
    }
  }

  private static StringBuilder newLine(StringBuilder out, int depth) {
    return out.append('\n').append("  ".repeat(depth));
  }
}
