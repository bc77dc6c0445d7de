package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.module.Modules;
import io.mcpcatalogue.collect.extract.script.module.ScriptFiles;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.Beside;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the tools of TypeScript and JavaScript sources. Stateless. */
public final class ScriptExtractor implements ToolExtractor {
  /** Idioms that follow how tools reach the server. */
  private static final List<ScriptIdiom> FOLLOWING =
      List.of(new ListHandlers(), new RegistrationCalls());

  /** Idioms that go by shape alone; for what could not be followed. */
  private static final List<ScriptIdiom> SHAPES =
      List.of(
          new DataManifests(),
          new ModuleExports(),
          new ShapedCalls(),
          new ShapedObjects(),
          new ToolClasses());

  private static final Pattern PROMPTS =
      Pattern.compile("^(?!.*(?:^|/)tools?/).*(?:^|/)prompts?(?:/|\\.\\w+$)");

  @Override
  public Language language() {
    return Language.SCRIPT;
  }

  @Override
  public Extracted extract(PackageSources sources) {
    List<SourceFile> files = ScriptFiles.worthReading(sources);
    if (!ProtocolEvidence.in(sources, files)) {
      return Extracted.NOTHING;
    }
    Modules modules = new Modules(sources);
    List<ScriptModule> loaded = ScriptFiles.load(modules, files);
    ScriptProgram program = new ScriptProgram(loaded, new Evaluator(modules));
    List<ExtractedTool> tools = new ArrayList<>();
    List<Gap> open = new ArrayList<>();
    for (ScriptIdiom idiom : FOLLOWING) {
      Findings findings = idiom.find(program);
      tools.addAll(findings.tools());
      open.addAll(findings.open());
    }
    addShaped(program, tools, !open.isEmpty());
    if (program.evaluator().isExhausted()) {
      open.add(new Gap(sources.self().folder(), Gap.Kind.LIMIT, "too much code to be followed"));
    }
    boolean server = ProtocolEvidence.isServer(sources, loaded);
    if (tools.isEmpty() && open.isEmpty()) {
      missing(sources, ProtocolEvidence.creates(loaded), server).ifPresent(open::add);
    }
    tools.replaceAll(new DataTexts(program, modules)::filled);
    return new Extracted(tools, open, server)
        .telling(new Beside(ServerInstructions.in(program), OfferedItems.in(program)));
  }

  /** Why a server has no tools, as far as that can be told. */
  private static Optional<Gap> missing(PackageSources sources, boolean creates, boolean server) {
    List<String> others = ProtocolEvidence.otherServers(sources.self());
    if (server && !others.isEmpty()) {
      return Optional.of(
          new Gap(
              sources.self().where(),
              Gap.Kind.DYNAMIC,
              "no tools are declared in the sources; they may lie in the dependencies "
                  + String.join(", ", others)));
    }
    return creates ? Optional.of(Extracted.withoutTools(sources.self())) : Optional.empty();
  }

  /**
   * Adds what has the shape of a tool where registrations could not be followed; where all were,
   * the shapes only fill in what is not known of the tools that they registered.
   */
  private static void addShaped(ScriptProgram program, List<ExtractedTool> tools, boolean open) {
    Set<String> registered = new HashSet<>();
    tools.forEach(tool -> registered.add(tool.name()));
    boolean known = tools.stream().allMatch(ScriptExtractor::isKnown);
    boolean follow = tools.isEmpty() || open;
    if (known && !follow) {
      return;
    }
    for (ScriptIdiom idiom : SHAPES) {
      for (ExtractedTool tool : idiom.find(program).tools()) {
        if (registered.contains(tool.name())
            || follow && mayBeTool(tool) && !isRenamed(tool, tools)) {
          tools.add(tool);
        }
      }
    }
  }

  /** Whether the tool was found already, under the name that it is registered with. */
  private static boolean isRenamed(ExtractedTool tool, List<ExtractedTool> tools) {
    return !tool.description().isEmpty()
        && tools.stream()
            .anyMatch(
                known ->
                    known.confidence() == ExtractedTool.Confidence.REGISTERED
                        && known.description().equals(tool.description())
                        && known.name().matches(".+[_.:/-]" + Pattern.quote(tool.name())));
  }

  /**
   * What a tool takes is an object: a single value described by a name is a parameter of something
   * else. Prompts are declared like tools, in folders and files that are called so.
   */
  private static boolean mayBeTool(ExtractedTool tool) {
    return tool.inputSchema().text("type").filter(type -> !type.equals("object")).isEmpty()
        && !PROMPTS.matcher(tool.place().file()).find();
  }

  private static boolean isKnown(ExtractedTool tool) {
    return tool.coverage() == SchemaCoverage.COMPLETE && tool.descriptionExact();
  }
}
