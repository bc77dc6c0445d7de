package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Bearers;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.go.GoPackages.GoFile;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
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
      TextPattern.startingWith("(?<=\"[\\w.\\-/]{0,200})mcp[\\w.\\-/]*\"", "mcp");
  private static final TextPattern MAKES_SERVER =
      TextPattern.startingWith(
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
    Evaluator evaluator = new Evaluator(new GoSemantics());
    GoPackages packages = new GoPackages(sources, evaluator);
    Set<String> candidates = new TreeSet<>();
    boolean usesMcp = false;
    boolean isServer = false;
    boolean isProgram = false;
    for (SourceFile file : files(sources, packages)) {
      Optional<String> text = sources.text(file.path());
      if (text.isPresent() && !file.path().endsWith("_test.go")) {
        boolean imports = IMPORTS_MCP.isIn(text.get());
        usesMcp |= imports;
        isServer |= imports && MAKES_SERVER.isIn(text.get());
        isProgram |=
            file.folder().equals(sources.self().folder()) && text.get().contains("func main()");
        if (text.get().contains("Tool")) {
          candidates.add(file.path());
        }
      }
    }
    if (!usesMcp && OwnProtocol.isAnswered(sources)) {
      usesMcp = true;
      isServer = true;
    }
    if (!usesMcp) {
      return Extracted.NOTHING;
    }
    GoTools tools = new GoTools(evaluator);
    List<GoFile> files =
        candidates.stream()
            .map(path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "")
            .distinct()
            .flatMap(folder -> packages.in(folder).files().stream())
            .filter(file -> candidates.contains(file.path()))
            .toList();
    Bearers bearers =
        Bearers.of(
            files.stream().map(GoFile::statements).toList(), tools::wants, GoTools.words(), true);
    for (GoFile file : files) {
      // Declarations are seen in a scope of their own: those of the package stay as they are.
      new Execution(evaluator, tools, bearers).run(file.statements(), file.scope().inner());
    }
    if (evaluator.isExhausted()) {
      tools.incomplete(sources.self().folder());
    }
    // A module around several programs is their library, unless it is a program as well.
    return tools.extracted(isServer && (isProgram || !hasPrograms(sources)));
  }

  /** The files of the module; of one program among several, what it is made of. */
  private static List<SourceFile> files(PackageSources sources, GoPackages packages) {
    List<SourceFile> own = sources.files();
    if (!isProgram(sources.self())) {
      return own;
    }
    Set<String> folders = new TreeSet<>();
    own.forEach(file -> folders.add(file.folder()));
    return packages.reachable(folders).stream()
        .flatMap(
            folder ->
                sources.below(folder).stream()
                    .filter(file -> file.folder().equals(folder) && file.path().endsWith(".go")))
        .toList();
  }

  private static boolean isProgram(SourcePackage source) {
    return source.ecosystem() == Ecosystem.GO && !source.entries().isEmpty();
  }

  private static boolean hasPrograms(PackageSources sources) {
    return sources.packages().all().stream()
        .anyMatch(
            other ->
                isProgram(other)
                    && !other.equals(sources.self())
                    && sources.self().contains(other.folder()));
  }
}
