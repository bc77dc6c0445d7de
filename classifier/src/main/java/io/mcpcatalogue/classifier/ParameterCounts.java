package io.mcpcatalogue.classifier;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;

/** Counts the arguments of a tool as its schema lists them. */
final class ParameterCounts {
  private ParameterCounts() {}

  static int all(ToolDefinition tool) {
    return properties(tool).members().size();
  }

  /** Only names that are really arguments count as required. */
  static int required(ToolDefinition tool) {
    JsonObject properties = properties(tool);
    return (int)
        tool.inputSchema().get("required").map(JsonValue::asArray).orElse(NONE).values().stream()
            .flatMap(name -> name.text().stream())
            .distinct()
            .filter(properties.members()::containsKey)
            .count();
  }

  private static final JsonValue.JsonArray NONE = JsonValue.JsonArray.EMPTY;

  private static JsonObject properties(ToolDefinition tool) {
    return tool.inputSchema().get("properties").map(JsonValue::asObject).orElse(JsonObject.EMPTY);
  }
}
