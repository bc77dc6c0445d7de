package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.extract.go.GoExtractor;
import io.mcpcatalogue.collect.extract.python.PythonExtractor;
import io.mcpcatalogue.collect.extract.script.ScriptExtractor;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import java.util.List;

/** The languages that are read, in the order of their names. */
final class Extractors {
  static final List<ToolExtractor> ALL =
      List.of(new GoExtractor(), new PythonExtractor(), new ScriptExtractor());

  private Extractors() {}
}
