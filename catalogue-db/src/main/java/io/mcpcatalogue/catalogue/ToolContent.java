package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ToolDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;

/**
 * A tool definition in the columns that hold it, and what makes a tool the same tool when it is
 * seen again. Nearly every definition begins with a name and a description: these are stored as
 * they are, and the other members as JSON. Immutable; columns that are not needed are null.
 *
 * @param raw all of the definition, when the other columns would not give it back exactly
 * @param parsed the members of the parsed view that cannot be read off the definition
 */
record ToolContent(
    String name, String description, String rest, String raw, int coverage, String parsed) {

  static ToolContent of(ToolDefinition tool) {
    String parsed = tool.isAsSent() ? null : tool.parsed().toString();
    int coverage = Codes.of(tool.schemaCoverage());
    String name = null;
    String description = null;
    JsonObjectBuilder rest = new JsonObjectBuilder();
    int place = 0;
    for (Map.Entry<String, JsonValue> member : tool.raw().members().entrySet()) {
      if (place == 0 && isColumn(member, "name")) {
        name = ((JsonString) member.getValue()).value();
      } else if (place == 1 && isColumn(member, "description")) {
        description = ((JsonString) member.getValue()).value();
      } else {
        rest.put(member.getKey(), member.getValue());
      }
      place++;
    }
    return name == null
        ? new ToolContent(
            Texts.storable(tool.name()), null, null, tool.raw().toString(), coverage, parsed)
        : new ToolContent(name, description, orNull(rest.build()), null, coverage, parsed);
  }

  /** Reads the columns {@code name, description, rest, raw, coverage, parsed} of a row. */
  static ToolContent of(ResultSet row, int first) throws SQLException {
    return new ToolContent(
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getInt(first + 4),
        row.getString(first + 5));
  }

  /** The definition again. */
  ToolDefinition definition(Function<String, JsonValue> parser, String origin) {
    SchemaCoverage known = Codes.coverage(coverage);
    JsonObject sent = sent(parser);
    JsonObject understood = parsed == null ? sent : parser.apply(parsed).asObject();
    return ToolDefinition.understood(understood, sent, known, origin);
  }

  /** The stored columns; absent ones count as empty. */
  void addTo(ContentDigest digest) {
    digest.add(name);
    for (String column : new String[] {description, rest, raw, parsed}) {
      digest.add(column == null ? "" : column);
    }
    digest.add(Integer.toString(coverage));
  }

  private JsonObject sent(Function<String, JsonValue> parser) {
    if (raw != null) {
      return parser.apply(raw).asObject();
    }
    JsonObjectBuilder members = new JsonObjectBuilder().put("name", name);
    if (description != null) {
      members.put("description", description);
    }
    if (rest != null) {
      parser.apply(rest).asObject().members().forEach(members::put);
    }
    return members.build();
  }

  /** Whether the member is this one, and its text fits a column. */
  private static boolean isColumn(Map.Entry<String, JsonValue> member, String name) {
    return member.getKey().equals(name)
        && member.getValue() instanceof JsonString text
        && Texts.isStorable(text.value());
  }

  private static String orNull(JsonObject rest) {
    return rest.isEmpty() ? null : rest.toString();
  }
}
