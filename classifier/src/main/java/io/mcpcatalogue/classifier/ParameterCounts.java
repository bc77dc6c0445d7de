package io.mcpcatalogue.classifier;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the arguments of a tool as its schema lists them. */
final class ParameterCounts {
  private ParameterCounts() {}

  static int all(ToolDefinition tool) {
    return properties(tool).members().size();
  }

  /** Only names that are really arguments count as required. */
  static int required(ToolDefinition tool) {
    Map<String, JsonValue> properties = properties(tool).members();
    Set<String> required = new HashSet<>();
    if (tool.inputSchema().members().get("required") instanceof JsonArray names) {
      for (JsonValue name : names.values()) {
        if (name instanceof JsonString text && properties.containsKey(text.value())) {
          required.add(text.value());
        }
      }
    }
    return required.size();
  }

  private static JsonObject properties(ToolDefinition tool) {
    JsonValue properties = tool.inputSchema().members().get("properties");
    return properties == null ? JsonObject.EMPTY : properties.asObject();
  }
}
