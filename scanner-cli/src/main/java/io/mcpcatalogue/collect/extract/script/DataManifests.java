package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.evaluate.Objects;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Namespace;
import io.mcpcatalogue.collect.extract.script.module.ImportReader;
import io.mcpcatalogue.collect.extract.script.module.Modules;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.script.module.Values;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One YAML file a tool, with name, description and the module that holds its schema. */
final class DataManifests implements ScriptIdiom {
  private static final long MAX_BYTES = 64 << 10;

  @Override
  public Findings find(ScriptProgram program) {
    List<ExtractedTool> tools = new ArrayList<>();
    Modules modules = program.evaluator().modules();
    for (SourceFile file : modules.dataFiles()) {
      if (file.size() <= MAX_BYTES) {
        modules.text(file.path()).flatMap(text -> tool(program, file, text)).ifPresent(tools::add);
      }
    }
    return new Findings(tools, List.of());
  }

  private static Optional<ExtractedTool> tool(ScriptProgram program, SourceFile file, String text) {
    if (!text.contains("module:") || !text.contains("description:")) {
      return Optional.empty();
    }
    JsonObject manifest;
    try {
      manifest = YamlReader.withDefaultLimits().parse(text).asObject();
    } catch (MalformedJsonException e) {
      // Templates and other notations share the ending; such a file declares nothing.
      return Optional.empty();
    }
    JsonObject names = manifest.object("names");
    Optional<String> name =
        names.text("mcp").or(() -> manifest.text("name")).filter(ToolNames::isName);
    Optional<String> module = manifest.text("module");
    if (name.isEmpty() || module.isEmpty() || manifest.text("description").isEmpty()) {
      return Optional.empty();
    }
    program.evaluator().allow();
    ToolReader.Context context =
        new ToolReader.Context(new Place(file.path(), 1), "", Confidence.SHAPED);
    return Optional.of(
        program
            .reader()
            .tool(
                name.get(),
                Value.Nothing.VALUE,
                Value.text(manifest.text("description").get()),
                schema(program, module.get()),
                Values.ofJson(manifest.get("annotations").orElse(JsonObject.EMPTY)),
                context));
  }

  /** The schema that the module exports, by itself or as a member of its default export. */
  private static Value schema(ScriptProgram program, String module) {
    Optional<ScriptModule> found = program.evaluator().modules().ending(module);
    if (found.isEmpty()) {
      return Value.Unknown.VALUE;
    }
    Objects objects = program.evaluator().objects();
    ObjectValue exports = objects.asObject(new Namespace(found.get())).orElseThrow();
    for (Value holder : List.of(exports, exports.get(ImportReader.DEFAULT))) {
      for (String name : ToolReader.SCHEMAS) {
        Value schema =
            holder instanceof ObjectValue object ? object.get(name) : Value.Nothing.VALUE;
        if (!(schema instanceof Value.Nothing)) {
          return schema;
        }
      }
    }
    return Value.Unknown.VALUE;
  }
}
