package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.function.Function;

/** Tool definitions out of the columns that hold them. */
final class Definitions {
  private Definitions() {}

  /**
   * Reads a definition.
   *
   * @param parsed the members of the parsed view, null when they can be read off the raw definition
   */
  static ToolDefinition read(
      Function<String, JsonValue> parser,
      String raw,
      String parsed,
      SchemaCoverage coverage,
      String origin) {
    JsonObject sent = parser.apply(raw).asObject();
    if (parsed == null) {
      return ToolDefinition.of(sent, coverage, origin);
    }
    JsonObject view = parser.apply(parsed).asObject();
    return new ToolDefinition(
        view.text("name").orElse(""),
        view.text("title").orElse(""),
        view.text("description").orElse(""),
        view.get("inputSchema").map(JsonValue::asObject).orElse(JsonObject.EMPTY),
        coverage,
        view.get("annotations").map(JsonValue::asObject).orElse(JsonObject.EMPTY),
        sent,
        origin);
  }
}
