package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    ToolDefinition plain = ToolDefinition.of(tool.raw(), tool.schemaCoverage(), tool.origin());
    String parsed = plain.equals(tool) ? null : tool.parsed().toString();
    int coverage = Codes.of(tool.schemaCoverage());
    List<Map.Entry<String, JsonValue>> members = List.copyOf(tool.raw().members().entrySet());
    Optional<String> name = text(members, 0, "name");
    if (name.isEmpty()) {
      return new ToolContent(
          Texts.storable(tool.name()), null, null, tool.raw().toString(), coverage, parsed);
    }
    Optional<String> description = text(members, 1, "description");
    String rest = rest(members, description.isPresent() ? 2 : 1);
    return new ToolContent(name.get(), description.orElse(null), rest, null, coverage, parsed);
  }

  /** The definition again. */
  ToolDefinition definition(Function<String, JsonValue> parser, String origin) {
    SchemaCoverage known = Codes.coverage(coverage);
    JsonObject sent = sent(parser);
    if (parsed == null) {
      return ToolDefinition.of(sent, known, origin);
    }
    JsonObject view = parser.apply(parsed).asObject();
    return new ToolDefinition(
        view.text("name").orElse(""),
        view.text("title").orElse(""),
        view.text("description").orElse(""),
        view.get("inputSchema").map(JsonValue::asObject).orElse(JsonObject.EMPTY),
        known,
        view.get("annotations").map(JsonValue::asObject).orElse(JsonObject.EMPTY),
        sent,
        origin);
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
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("name", JsonValue.of(name));
    if (description != null) {
      members.put("description", JsonValue.of(description));
    }
    if (rest != null) {
      members.putAll(parser.apply(rest).asObject().members());
    }
    return new JsonObject(members);
  }

  /** The text of the member at this place, if that is this one and its text fits a column. */
  private static Optional<String> text(
      List<Map.Entry<String, JsonValue>> members, int index, String name) {
    return index < members.size()
            && members.get(index).getKey().equals(name)
            && members.get(index).getValue() instanceof JsonString string
            && Texts.isStorable(string.value())
        ? Optional.of(string.value())
        : Optional.empty();
  }

  private static String rest(List<Map.Entry<String, JsonValue>> members, int from) {
    if (from >= members.size()) {
      return null;
    }
    Map<String, JsonValue> rest = new LinkedHashMap<>();
    members
        .subList(from, members.size())
        .forEach(member -> rest.put(member.getKey(), member.getValue()));
    return new JsonObject(rest).toString();
  }
}
