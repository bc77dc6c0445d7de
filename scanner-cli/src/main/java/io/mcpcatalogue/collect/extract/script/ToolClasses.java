package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One class a tool: its name, description and schema are members of the class. */
final class ToolClasses implements ScriptIdiom {
  private static final Set<String> HANDLERS =
      Set.of("execute", "handle", "handler", "run", "call", "invoke", "register");

  @Override
  public Findings find(ScriptProgram program) {
    List<ExtractedTool> tools = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      for (ScriptClass definition : module.classes()) {
        if (!definition.name().isEmpty() && looksLikeTool(definition)) {
          read(program, module, definition, tools);
        }
      }
    }
    return new Findings(tools, List.of());
  }

  private static boolean looksLikeTool(ScriptClass definition) {
    boolean other = definition.name().contains("Resource") || definition.name().contains("Prompt");
    if (other && !definition.name().contains("Tool") || offersResource(definition)) {
      return false;
    }
    boolean handles = definition.methods().keySet().stream().anyMatch(HANDLERS::contains);
    boolean typed =
        ToolReader.SCHEMAS.stream()
            .anyMatch(
                name ->
                    definition.fields().containsKey(name)
                        || definition.methods().containsKey(name));
    return handles
        || typed
        || definition.name().contains("Tool")
        || baseName(definition).contains("Tool");
  }

  private static String baseName(ScriptClass definition) {
    return definition.base() > 0 ? definition.module().tokens().text(definition.base()) : "";
  }

  /** Resources have names and descriptions too, and an address. */
  private static boolean offersResource(ScriptClass definition) {
    return definition.fields().containsKey("uri") || baseName(definition).contains("Resource");
  }

  private static void read(
      ScriptProgram program,
      ScriptModule module,
      ScriptClass definition,
      List<ExtractedTool> tools) {
    Evaluator evaluator = program.evaluator();
    evaluator.allow();
    ClassReference type = new ClassReference(module, definition, evaluator.top());
    for (Value instance : evaluator.callSites().instancesOf(type)) {
      program
          .reader()
          .ofValue(instance, program.context(module, definition.start(), Confidence.SHAPED))
          .filter(tool -> !tool.description().isEmpty())
          .ifPresent(tools::add);
    }
  }
}
