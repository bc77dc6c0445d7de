package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.evaluate.ParsedFile;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.Survey;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the tools of Go sources. Stateless. */
public final class GoExtractor implements ToolExtractor {
  private static final TextPattern MAKES_SERVER =
      TextPattern.startingWith(
          "\\b(?:NewMCPServer|NewServer|ServeStdio|StdioTransport)\\b",
          "NewMCPServer",
          "NewServer",
          "ServeStdio",
          "StdioTransport");

  private static final TextPattern MENTIONS_TOOLS =
      TextPattern.anyOf(
          "Tool",
          "package tool",
          "tool{",
          "InputSchema",
          "Instructions",
          "mcp.Prompt",
          "mcp.Resource",
          "NewPrompt",
          "NewResource");

  @Override
  public Language language() {
    return Language.GO;
  }

  @Override
  public Extracted extract(PackageSources sources) {
    Evaluator evaluator = new Evaluator(new GoSemantics());
    GoPackages packages = new GoPackages(sources, evaluator);
    List<SourceFile> files = files(sources, packages);
    Survey survey = Survey.of(sources, files, importsMcp(sources), MAKES_SERVER, MENTIONS_TOOLS);
    boolean answersItself = OwnProtocol.isAnswered(sources, files);
    if (!survey.usesMcp() && !answersItself) {
      return Extracted.NOTHING;
    }
    List<ParsedFile> candidates = candidates(survey, packages);
    GoTools tools = new GoTools(evaluator, methods(candidates));
    List<ParsedFile> code = candidates.stream().map(GoExtractor::withoutTypes).toList();
    Execution.watch(code, tools, GoTools.words(), true, evaluator);
    if (tools.isOpen()) {
      candidates.forEach(tools::addTypes);
    }
    if (evaluator.isExhausted()) {
      tools.incomplete(sources.self().folder());
    }
    // A module around several programs is their library, unless it is a program as well.
    boolean isServer = survey.isServer() || answersItself;
    return tools.extracted(isServer && (hasMain(files, sources) || !hasPrograms(sources)));
  }

  /** That the module itself is called after the protocol says nothing of what it imports. */
  private static TextPattern importsMcp(PackageSources sources) {
    String module = Pattern.quote(module(sources.self()));
    return TextPattern.startingWith(
        "(?<=\"(?:(?!" + module + "[/\"])|" + module + "/)[\\w.\\-/]{0,200})mcp[\\w.\\-/]*\"",
        "mcp");
  }

  /** The name of the module that the package is, or is a program of. */
  private static String module(SourcePackage source) {
    return isProgram(source) ? source.dependencies().iterator().next() : source.name();
  }

  private static List<ParsedFile> candidates(Survey survey, GoPackages packages) {
    return survey.candidates().stream()
        .sorted()
        .map(path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "")
        .distinct()
        .flatMap(folder -> packages.in(folder).files().stream())
        .filter(file -> survey.candidates().contains(file.path()))
        .toList();
  }

  /** Types are known with their methods before: where they are declared they have none. */
  private static ParsedFile withoutTypes(ParsedFile file) {
    return new ParsedFile(
        file.path(),
        file.statements().stream().filter(statement -> !(statement instanceof Type)).toList(),
        file.scope());
  }

  private static Map<String, List<FunctionValue>> methods(List<ParsedFile> files) {
    Map<String, List<FunctionValue>> methods = new HashMap<>();
    for (ParsedFile file : files) {
      for (Statement statement : file.statements()) {
        if (statement instanceof Function function && !function.receiver().isEmpty()) {
          methods
              .computeIfAbsent(function.name(), name -> new ArrayList<>())
              .add(new FunctionValue(function, file.scope(), Optional.empty()));
        }
      }
    }
    return methods;
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
        .filter(file -> !file.path().endsWith("_test.go"))
        .toList();
  }

  /** Whether a program begins in the folder of the module. */
  private static boolean hasMain(List<SourceFile> files, PackageSources sources) {
    return files.stream()
        .filter(file -> file.folder().equals(sources.self().folder()))
        .flatMap(file -> sources.text(file.path()).stream())
        .anyMatch(text -> text.contains("func main()"));
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
