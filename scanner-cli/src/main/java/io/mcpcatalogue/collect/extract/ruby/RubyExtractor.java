package io.mcpcatalogue.collect.extract.ruby;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tools of Ruby sources. Stateless. */
public final class RubyExtractor implements ToolExtractor {
  private static final TextPattern KIT =
      TextPattern.anyOf("MCP::", "FastMcp", "ActionMCP", "ActionTool");

  private static final TextPattern MENTIONS_TOOLS =
      TextPattern.anyOf("Tool", "define_tool", "inputSchema");

  private static final TextPattern MAKES_SERVER =
      TextPattern.anyOf("MCP::Server.new", "FastMcp::Server.new", "FastMcp.mount");

  @Override
  public Set<Language> languages() {
    return Set.of(Language.RUBY);
  }

  @Override
  public Extracted extract(PackageSources sources) {
    List<RubyFile> files = new ArrayList<>();
    boolean usesKit = false;
    boolean isServer = false;
    for (SourceFile file : sources.files()) {
      Optional<String> text = sources.text(file.path());
      if (text.isPresent()) {
        usesKit |= KIT.isIn(text.get());
        isServer |= MAKES_SERVER.isIn(text.get());
        if (MENTIONS_TOOLS.isIn(text.get())) {
          sources
              .tokens(file.path())
              .ifPresent(tokens -> files.add(RubyFile.of(file.path(), tokens)));
        }
      }
    }
    if (!usesKit && !OwnProtocol.isAnswered(sources)) {
      return Extracted.NOTHING;
    }
    return new RubyTools(files).extracted(isServer || !usesKit);
  }
}
