package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.evaluate.Alternatives;
import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.module.Conditions;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import java.util.List;

/** The modules of one package and what is needed to understand them. For one thread. */
final class ScriptProgram {
  private final List<ScriptModule> modules;
  private final Evaluator evaluator;
  private final ToolReader reader;

  ScriptProgram(List<ScriptModule> modules, Evaluator evaluator) {
    this.modules = List.copyOf(modules);
    this.evaluator = evaluator;
    this.reader = new ToolReader(evaluator);
  }

  /** The package's own modules and those of its repository that they import, in a fixed order. */
  List<ScriptModule> modules() {
    return modules;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Alternatives alternatives() {
    return evaluator.alternatives();
  }

  ToolReader reader() {
    return reader;
  }

  ToolReader.Context context(ScriptModule module, int token, Confidence confidence) {
    return new ToolReader.Context(
        module.place(token), Conditions.around(module, token), confidence);
  }
}
