package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Namespace;
import io.mcpcatalogue.collect.extract.script.module.ImportReader;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One module a tool: name, description and schema are exports of their own, or name and description
 * one, {@code export const metadata = {name, description}}, beside the schema and the function.
 */
final class ModuleExports implements ScriptIdiom {
  private static final String METADATA = "metadata";

  /** Frameworks that load modules by their folders keep resources and prompts in such. */
  private static final Pattern OTHERS =
      Pattern.compile("^(?!.*(?:^|/)tools?/).*(?:^|/)(?:resources|prompts)/");

  @Override
  public Findings find(ScriptProgram program) {
    List<ExtractedTool> tools = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      Set<String> exported = module.exports().keySet();
      boolean named =
          ToolReader.NAMES.stream().anyMatch(exported::contains)
              && exported.contains("description");
      boolean inOne =
          exported.contains(METADATA)
              && exported.contains(ImportReader.DEFAULT)
              && !OTHERS.matcher(module.path()).find();
      if (named || inOne) {
        read(program, module, named, tools);
      }
    }
    return new Findings(tools, List.of());
  }

  private static void read(
      ScriptProgram program, ScriptModule module, boolean named, List<ExtractedTool> tools) {
    ObjectValue exports =
        program.evaluator().objects().asObject(new Namespace(module)).orElseThrow();
    boolean typed = ToolReader.SCHEMAS.stream().anyMatch(exports::has);
    boolean whole =
        named
            ? typed && exports.get("description") instanceof Text
            : exports.get(METADATA).asObject().get("description") instanceof Text;
    if (whole) {
      program
          .reader()
          .ofValue(exports, program.context(module, 0, Confidence.SHAPED))
          .ifPresent(tools::add);
    }
  }
}
