package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Namespace;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.List;

/** One module a tool: name, description and schema are exports of their own. */
final class ModuleExports implements ScriptIdiom {

  @Override
  public Findings find(ScriptProgram program) {
    List<ExtractedTool> tools = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      boolean named = ToolReader.NAMES.stream().anyMatch(module.exports()::containsKey);
      if (named && module.exports().containsKey("description")) {
        ObjectValue exports =
            program.evaluator().objects().asObject(new Namespace(module)).orElseThrow();
        if (exports.get("description") instanceof Text
            && ToolReader.SCHEMAS.stream().anyMatch(exports::has)) {
          program
              .reader()
              .ofValue(exports, program.context(module, 0, Confidence.SHAPED))
              .ifPresent(tools::add);
        }
      }
    }
    return new Findings(tools, List.of());
  }
}
