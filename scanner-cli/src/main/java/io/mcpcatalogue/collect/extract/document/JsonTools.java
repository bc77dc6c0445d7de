package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.JsonValues;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tools out of manifests of bundles and out of saved tool lists. Other programs keep
 * other things under their names, so what is no JSON is passed over. Stateless.
 */
final class JsonTools {
  private static final List<String> SCHEMAS = List.of("inputSchema", "input_schema", "parameters");

  private JsonTools() {}

  /** The tools of a bundle's manifest; other programs have files of that name as well. */
  static Optional<DocumentedTools> manifest(SourceFile file, String text) {
    JsonObject manifest = JsonValues.parsed(text).map(JsonValue::asObject).orElse(JsonObject.EMPTY);
    boolean bundle =
        (manifest.text("manifest_version").isPresent() || manifest.text("dxt_version").isPresent())
            && manifest.get("server").isPresent();
    return bundle
        ? documented(file, DocumentedTools.Kind.MANIFEST, manifest.items("tools"))
        : Optional.empty();
  }

  /** The tools of what describes a server to catalogues, in the words of whoever wrote it. */
  static Optional<DocumentedTools> description(SourceFile file, String text) {
    List<JsonValue> tools =
        JsonValues.parsed(text).map(JsonValue::asObject).orElse(JsonObject.EMPTY).items("tools");
    boolean described =
        tools.stream().allMatch(tool -> tool.asObject().text("description").isPresent());
    return described ? documented(file, DocumentedTools.Kind.MANIFEST, tools) : Optional.empty();
  }

  /** The tools of a saved list: an array, an object with one, or a single tool. */
  static Optional<DocumentedTools> snapshot(SourceFile file, String text) {
    Optional<JsonValue> parsed = JsonValues.parsed(text);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    JsonObject object = parsed.get().asObject();
    List<JsonValue> candidates =
        object.isEmpty()
            ? parsed.get().asArray().values()
            : object.get("tools").isPresent() ? object.items("tools") : List.of(object);
    boolean typed =
        !candidates.isEmpty()
            && candidates.stream().allMatch(each -> each.asObject().get("inputSchema").isPresent());
    return typed ? documented(file, DocumentedTools.Kind.SNAPSHOT, candidates) : Optional.empty();
  }

  private static Optional<DocumentedTools> documented(
      SourceFile file, DocumentedTools.Kind kind, List<JsonValue> values) {
    List<ExtractedTool> tools = new ArrayList<>();
    for (JsonValue value : values) {
      JsonObject tool = value.asObject();
      tool.text("name")
          .filter(ToolNames::isName)
          .ifPresent(name -> tools.add(tool(file, name, tool)));
    }
    return tools.isEmpty()
        ? Optional.empty()
        : Optional.of(new DocumentedTools(file.path(), kind, tools));
  }

  private static ExtractedTool tool(SourceFile file, String name, JsonObject tool) {
    Optional<JsonValue> schema =
        SCHEMAS.stream().flatMap(member -> tool.get(member).stream()).findFirst();
    // Some save the members of the schema without the object around them.
    boolean whole =
        schema.isPresent()
            && (schema.get().asObject().get("properties").isPresent()
                || schema.get().asObject().text("type").isPresent());
    return new ExtractedTool(
        name,
        tool.text("title").orElse(""),
        tool.text("description").orElse(""),
        true,
        whole ? schema.get().asObject() : JsonObject.EMPTY,
        whole ? SchemaCoverage.COMPLETE : SchemaCoverage.UNKNOWN,
        tool.object("outputSchema"),
        tool.object("annotations"),
        new Place(file.path(), 1),
        "",
        Confidence.MENTIONED);
  }
}
