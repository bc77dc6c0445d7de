package io.mcpcatalogue.collect.extract.python;

import io.mcpcatalogue.collect.extract.evaluate.Bearers;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.python.PythonModules.Module;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.Survey;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.List;

/** Reads the tools of Python sources. Stateless. */
public final class PythonExtractor implements ToolExtractor {
  /** Nothing about tools, prompts and resources is said without these words. */
  private static final TextPattern MENTIONS_TOOLS =
      TextPattern.anyOf(
          "tool", "Tool", "from_openapi", "from_fastapi", ".prompt", ".resource", "_prompts(");

  /** {@code [(function, "name", …)]} says what functions are to be called, wherever it stands. */
  private static final TextPattern NAMES_FUNCTIONS =
      TextPattern.startingWith("\\[\\s*\\(\\s*\\w+,\\s*[\"']\\w+[\"'],", "[");

  private static final TextPattern IMPORTS_MCP =
      TextPattern.startingWith(
          "(?m)(?<=^\\s{0,200})(?:from|import)\\s+[\\w.]*mcp", "from", "import");

  private static final TextPattern MAKES_SERVER =
      TextPattern.startingWith(
          "\\b(?:FastMCP|MCPServer|Server|StdioServer|FastMCP\\.from_openapi|FastMCP\\.from_fastapi)\\s*\\(",
          "FastMCP",
          "MCPServer",
          "Server",
          "StdioServer");

  @Override
  public Language language() {
    return Language.PYTHON;
  }

  @Override
  public Extracted extract(PackageSources sources) {
    Survey survey = Survey.of(sources, sources.files(), IMPORTS_MCP, MAKES_SERVER, MENTIONS_TOOLS);
    boolean usesMcp =
        survey.usesMcp()
            || sources.self().dependencies().stream().anyMatch(name -> name.contains("mcp"));
    // What imports modules of its own called mcp may do without an SDK as well.
    boolean answersItself = !survey.isServer() && OwnProtocol.isAnswered(sources);
    if (!usesMcp && !answersItself) {
      return Extracted.NOTHING;
    }
    Evaluator evaluator = new Evaluator(new PythonSemantics());
    PythonModules modules = new PythonModules(sources, evaluator);
    PythonTools tools = new PythonTools(evaluator);
    List<Module> parsed =
        survey.candidates().stream().flatMap(path -> modules.module(path).stream()).toList();
    Bearers bearers =
        Bearers.of(
            parsed.stream().map(Module::statements).toList(),
            PythonTools::wants,
            PythonTools.words(),
            false);
    for (Module module : parsed) {
      new Execution(evaluator, tools.in(module), bearers).run(module.statements(), module.scope());
    }
    if (tools.isOpen()) {
      parsed.forEach(tools::addShaped);
      sources.files().stream()
          .map(SourceFile::path)
          .filter(path -> !survey.candidates().contains(path))
          .filter(path -> sources.text(path).filter(NAMES_FUNCTIONS::isIn).isPresent())
          .flatMap(path -> modules.module(path).stream())
          .forEach(tools::addShaped);
    }
    if (evaluator.isExhausted()) {
      tools.incomplete(sources.self().folder());
    }
    return tools.extracted(survey.isServer() || answersItself);
  }
}
