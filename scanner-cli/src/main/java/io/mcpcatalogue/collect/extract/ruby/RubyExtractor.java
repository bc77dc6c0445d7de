package io.mcpcatalogue.collect.extract.ruby;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.Survey;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.List;

/** Reads the tools of Ruby sources. Stateless. */
public final class RubyExtractor implements ToolExtractor {
  private static final TextPattern KIT =
      TextPattern.anyOf("MCP::", "FastMcp", "ActionMCP", "ActionTool");

  private static final TextPattern MENTIONS_TOOLS =
      TextPattern.anyOf("Tool", "define_tool", "inputSchema", "input_schema", "instructions");

  private static final TextPattern MAKES_SERVER =
      TextPattern.anyOf("MCP::Server.new", "FastMcp::Server.new", "FastMcp.mount");

  @Override
  public Language language() {
    return Language.RUBY;
  }

  @Override
  public Extracted extract(PackageSources sources) {
    Survey survey = Survey.of(sources, sources.files(), KIT, MAKES_SERVER, MENTIONS_TOOLS);
    boolean answersItself = !survey.usesMcp() && OwnProtocol.isAnswered(sources);
    if (!survey.usesMcp() && !answersItself) {
      return Extracted.NOTHING;
    }
    List<RubyFile> files =
        survey.candidates().stream()
            .flatMap(path -> sources.tokens(path).map(tokens -> RubyFile.of(path, tokens)).stream())
            .toList();
    return new RubyTools(files).extracted(survey.isServer() || answersItself);
  }
}
