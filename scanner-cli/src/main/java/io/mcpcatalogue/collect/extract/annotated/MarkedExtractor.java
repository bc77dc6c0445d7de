package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.evaluate.ParsedFile;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tool.Beside;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.Survey;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.HashSet;
import java.util.List;
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

  /** What may say something to models: tools, instructions, prompts and resources. */
  private static final TextPattern MAY_TELL =
      TextPattern.anyOf(
          "tool",
          "Tool",
          "CommandGroup",
          "nstructions",
          "Prompt",
          "\"prompts\"",
          "\"resources\"",
          "\"resourceTemplates\"",
          "[prompt",
          "Resource(",
          "Resource.builder",
          "Resource {",
          "Resource::new",
          "ResourceTemplate");

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
    Survey survey = Survey.of(sources, sources.files(), rules.sdk(), rules.makesServer(), MAY_TELL);
    Set<String> candidates = new HashSet<>(survey.candidates());
    candidates.removeIf(path -> has(OTHER_TOOL, path, sources));
    if (!survey.usesMcp()) {
      return !candidates.isEmpty() && OwnProtocol.isAnswered(sources)
          ? read(sources, candidates, true)
          : Extracted.NOTHING;
    }
    // All sources are searched for it, so only where it matters.
    boolean answersItself =
        (rules.needsImport() || !survey.isServer()) && OwnProtocol.isAnswered(sources);
    // What a program that answers itself imports are its own packages.
    if (rules.needsImport() && !answersItself) {
      candidates.removeIf(path -> !has(rules.sdk(), path, sources));
    }
    if (!servesSpringTools(sources)) {
      candidates.removeIf(path -> has(SPRING_TOOL, path, sources));
    }
    boolean isServer = survey.isServer() || answersItself;
    Extracted read = read(sources, candidates, isServer && !isClient(sources));
    Beside configured =
        rules.isForJavaMachine()
            ? new Beside(ConfiguredInstructions.in(sources), List.of())
            : Beside.NOTHING;
    return read.telling(Beside.of(List.of(read.beside(), configured)));
  }

  /** An application that is built on the client of a framework only calls the tools of others. */
  private static boolean isClient(PackageSources sources) {
    return sources.self().dependencies().stream().anyMatch(name -> name.contains("mcp-client"))
        && !servesSpringTools(sources);
  }

  private static boolean servesSpringTools(PackageSources sources) {
    return sources.self().dependencies().stream().anyMatch(name -> name.contains("mcp-server"))
        || sources.files().stream().anyMatch(file -> has(SPRING_SERVES, file.path(), sources));
  }

  private static boolean has(TextPattern pattern, String path, PackageSources sources) {
    return sources.text(path).filter(pattern::isIn).isPresent();
  }

  private Extracted read(PackageSources sources, Set<String> candidates, boolean isServer) {
    if (candidates.isEmpty()) {
      return new Extracted(List.of(), List.of(), isServer);
    }
    Evaluator evaluator = new Evaluator(new BraceSemantics(sources::text));
    Program program = new Program(rules, sources, evaluator);
    program.read();
    Set<String> declaring = new HashSet<>(candidates);
    declaring.removeIf(path -> !has(MENTIONS_TOOL, path, sources));
    MarkedTools tools = new MarkedTools(rules, evaluator, program, declaring::contains);
    List<ParsedFile> files =
        program.files().stream().filter(file -> candidates.contains(file.path())).toList();
    Execution.watch(files, tools, tools.words(), false, evaluator);
    if (evaluator.isExhausted()) {
      tools.incomplete(sources.self().folder());
    }
    return tools.extracted(isServer);
  }
}
