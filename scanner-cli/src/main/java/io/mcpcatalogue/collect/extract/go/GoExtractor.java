package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Bearers;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.go.GoPackages.GoFile;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the tools of Go sources. Stateless. */
public final class GoExtractor implements ToolExtractor {
  private static final TextPattern IMPORTS_MCP =
      TextPattern.of("\"[\\w.\\-/]*mcp[\\w.\\-/]*\"", "mcp");
  private static final TextPattern MAKES_SERVER =
      TextPattern.of(
          "\\b(?:NewMCPServer|NewServer|ServeStdio|StdioTransport)\\b",
          "NewMCPServer",
          "NewServer",
          "ServeStdio",
          "StdioTransport");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.GO);
  }

  @Override
  public Extracted extract(PackageSources sources) {
    Set<String> candidates = new TreeSet<>();
    boolean usesMcp = false;
    boolean isServer = false;
    for (SourceFile file : sources.files()) {
      Optional<String> text = sources.text(file.path());
      if (text.isPresent() && !file.path().endsWith("_test.go")) {
        boolean imports = IMPORTS_MCP.isIn(text.get());
        usesMcp |= imports;
        isServer |= imports && MAKES_SERVER.isIn(text.get());
        if (text.get().contains("Tool")) {
          candidates.add(file.path());
        }
      }
    }
    if (!usesMcp) {
      return Extracted.NOTHING;
    }
    Evaluator evaluator = new Evaluator(new GoSemantics());
    GoPackages packages = new GoPackages(sources, evaluator);
    GoTools tools = new GoTools(evaluator);
    List<GoFile> files =
        candidates.stream()
            .map(path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "")
            .distinct()
            .flatMap(folder -> packages.in(folder).files().stream())
            .filter(file -> candidates.contains(file.path()))
            .toList();
    Bearers bearers =
        Bearers.of(files.stream().map(GoFile::statements).toList(), tools::wants, GoTools.words());
    for (GoFile file : files) {
      // Declarations are seen in a scope of their own: those of the package stay as they are.
      new Execution(evaluator, tools, bearers).run(file.statements(), file.scope().inner());
    }
    if (evaluator.isExhausted()) {
      tools.incomplete(sources.self().folder());
    }
    return tools.extracted(isServer);
  }
}
