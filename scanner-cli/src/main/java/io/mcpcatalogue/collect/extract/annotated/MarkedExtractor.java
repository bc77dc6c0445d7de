package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.evaluate.ParsedFile;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tools of the sources in one language with annotations. Stateless. */
public final class MarkedExtractor implements ToolExtractor {
  /** One for each language, in the order of their names. */
  public static final List<ToolExtractor> ALL =
      Rules.ALL.stream().map(rules -> (ToolExtractor) new MarkedExtractor(rules)).toList();

  /** An annotation of a framework that serves its tools only where it is told to. */
  private static final TextPattern SPRING_TOOL =
      TextPattern.startingWith("import\\s+org\\.springframework\\.ai\\.tool\\.", "import");

  private static final TextPattern SPRING_SERVES =
      TextPattern.anyOf("McpServer", "mcp.server", "McpTool");

  /** The annotation of a framework that calls tools itself. */
  private static final TextPattern OTHER_TOOL =
      TextPattern.startingWith("import\\s+dev\\.langchain4j\\.agent\\.tool\\.", "import");

  private static final TextPattern MENTIONS_TOOL =
      TextPattern.anyOf("tool", "Tool", "CommandGroup");

  private final Rules rules;

  MarkedExtractor(Rules rules) {
    this.rules = rules;
  }

  @Override
  public Language language() {
    return rules.language();
  }

  @Override
  public Extracted extract(PackageSources sources) {
    Set<String> candidates = new HashSet<>();
    Set<String> mentioning = new HashSet<>();
    Set<String> springFiles = new HashSet<>();
    boolean isServer = false;
    boolean serves =
        sources.self().dependencies().stream().anyMatch(name -> name.contains("mcp-server"));
    boolean usesSdk = false;
    for (SourceFile file : sources.files()) {
      Optional<String> text = sources.text(file.path());
      if (text.isEmpty()) {
        continue;
      }
      boolean sdk = rules.sdk().isIn(text.get());
      usesSdk |= sdk;
      isServer |= sdk && rules.makesServer().isIn(text.get());
      serves |= SPRING_SERVES.isIn(text.get());
      if (SPRING_TOOL.isIn(text.get())) {
        springFiles.add(file.path());
      }
      if (MENTIONS_TOOL.isIn(text.get()) && !OTHER_TOOL.isIn(text.get())) {
        mentioning.add(file.path());
        if (sdk || !rules.needsImport()) {
          candidates.add(file.path());
        }
      }
    }
    if (!usesSdk && !mentioning.isEmpty() && OwnProtocol.isAnswered(sources)) {
      return read(sources, mentioning, true);
    }
    if (!usesSdk || candidates.isEmpty()) {
      return new Extracted(List.of(), List.of(), isServer);
    }
    if (!serves) {
      candidates.removeAll(springFiles);
    }
    return read(sources, candidates, isServer);
  }

  private Extracted read(PackageSources sources, Set<String> candidates, boolean isServer) {
    Evaluator evaluator = new Evaluator(new BraceSemantics());
    Program program = new Program(rules, sources, evaluator);
    program.read();
    MarkedTools tools = new MarkedTools(rules, evaluator, program, candidates::contains);
    List<ParsedFile> files =
        program.files().stream().filter(file -> candidates.contains(file.path())).toList();
    Execution.watch(files, tools, tools.words(), false, evaluator);
    if (evaluator.isExhausted()) {
      tools.incomplete(sources.self().folder());
    }
    return tools.extracted(isServer);
  }
}
