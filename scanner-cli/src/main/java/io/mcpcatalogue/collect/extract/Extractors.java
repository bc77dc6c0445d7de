package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.extract.annotated.MarkedExtractor;
import io.mcpcatalogue.collect.extract.go.GoExtractor;
import io.mcpcatalogue.collect.extract.python.PythonExtractor;
import io.mcpcatalogue.collect.extract.ruby.RubyExtractor;
import io.mcpcatalogue.collect.extract.script.ScriptExtractor;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import java.util.List;
import java.util.stream.Stream;

/** The languages that are read. */
final class Extractors {
  static final List<ToolExtractor> ALL =
      Stream.concat(
              MarkedExtractor.ALL.stream(),
              Stream.of(
                  new GoExtractor(),
                  new PythonExtractor(),
                  new RubyExtractor(),
                  new ScriptExtractor()))
          .toList();

  private Extractors() {}
}
