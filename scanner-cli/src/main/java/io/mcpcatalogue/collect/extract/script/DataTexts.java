package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.script.module.Modules;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What the JSON files that the modules import say of tools, by their names: {@code {"make_note":
 * {"title": "…", "description": "…"}}}. For one package and one thread.
 */
final class DataTexts {
  private final List<ObjectValue> tables = new ArrayList<>();

  DataTexts(ScriptProgram program, Modules modules) {
    for (ScriptModule module : program.modules()) {
      for (Declaration imported : module.imports()) {
        modules
            .data(imported.path().get(0), module)
            .filter(ObjectValue.class::isInstance)
            .ifPresent(table -> tables.add((ObjectValue) table));
      }
    }
  }

  /** The tool with the description that a table has for it, where it has none itself. */
  ExtractedTool filled(ExtractedTool tool) {
    if (!tool.description().isEmpty()) {
      return tool;
    }
    return tables.stream()
        .map(table -> table.get(tool.name()))
        .filter(row -> row.asObject().get("description") instanceof Value.Text)
        .findFirst()
        .map(row -> described(tool, row.asObject()))
        .orElse(tool);
  }

  private static ExtractedTool described(ExtractedTool tool, ObjectValue row) {
    return tool.described(
        row.get("description").anyText().orElse(""),
        row.get("title").anyText().orElse(""),
        row.get("annotations").toJson().map(JsonValue::asObject).orElse(JsonObject.EMPTY));
  }
}
