package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.ParsedFile;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.NamespaceValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Unread;
import io.mcpcatalogue.collect.extract.syntax.GoParser;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Import;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folders of Go files, each one scope of names, and what they import. For one thread. */
final class GoPackages {
  private static final Pattern EMBEDDED =
      Pattern.compile(
          "//go:embed[ \\t]+([\\w./-]+)[ \\t]*\\R[ \\t]*(?:var[ \\t]+)?(\\w+)"
              + "[ \\t]+(?:string|\\[\\]byte|json\\.RawMessage)");

  private static final Pattern MAJOR_VERSION = Pattern.compile("/v[0-9]+$");
  private static final Pattern LANGUAGE = Pattern.compile("^go-|-go$");

  private final PackageSources sources;
  private final Evaluator evaluator;
  private final Map<String, GoPackage> packages = new HashMap<>();

  /** By import path: what it is called by, and its folder. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, Optional<String>> folders = new HashMap<>();

  GoPackages(PackageSources sources, Evaluator evaluator) {
    this.sources = sources;
    this.evaluator = evaluator;
  }

  /** The files of one folder. */
  record GoPackage(Scope scope, List<ParsedFile> files) {}

  /** The package in a folder of the tree. */
  GoPackage in(String folder) {
    GoPackage known = packages.get(folder);
    if (known != null) {
      return known;
    }
    Scope scope = Scope.ofFile(folder, name -> Optional.empty());
    GoPackage loaded = new GoPackage(scope, new ArrayList<>());
    // Known before it is read: packages of a broken tree may import each other in circles.
    packages.put(folder, loaded);
    for (SourceFile file : sources.below(folder)) {
      if (file.folder().equals(folder)
          && file.path().endsWith(".go")
          && !file.path().endsWith("_test.go")) {
        sources
            .tokens(file.path())
            .ifPresent(
                tokens ->
                    loaded
                        .files()
                        .add(
                            new ParsedFile(
                                file.path(), GoParser.parse(tokens), scope.inFile(file.path()))));
      }
    }
    define(loaded);
    loaded.files().forEach(file -> embed(file, loaded.scope()));
    return loaded;
  }

  /** The folders that the files in these import, over any number of steps, and these. */
  Set<String> reachable(Set<String> folders) {
    Set<String> reached = new LinkedHashSet<>(folders);
    Deque<String> open = new ArrayDeque<>(folders);
    while (!open.isEmpty()) {
      for (ParsedFile file : in(open.pop()).files()) {
        for (Statement statement : file.statements()) {
          if (statement instanceof Import imported) {
            folder(imported.path()).filter(reached::add).ifPresent(open::add);
          }
        }
      }
    }
    return reached;
  }

  /** {@code //go:embed make_note.md} above a variable: the file is its text. */
  private void embed(ParsedFile file, Scope scope) {
    String text = sources.text(file.path()).filter(code -> code.contains("//go:embed")).orElse("");
    Matcher embedded = EMBEDDED.matcher(text);
    while (embedded.find()) {
      String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
      String path = folder + embedded.group(1);
      scope.define(
          embedded.group(2),
          () -> sources.text(path).<Value>map(Value::text).orElse(Value.Unknown.VALUE));
    }
  }

  private void define(GoPackage loaded) {
    Map<String, List<Statement>> methods = new LinkedHashMap<>();
    for (ParsedFile file : loaded.files()) {
      for (Statement statement : file.statements()) {
        if (statement instanceof Function function && !function.receiver().isEmpty()) {
          methods.computeIfAbsent(function.receiver(), key -> new ArrayList<>()).add(function);
        }
      }
    }
    for (ParsedFile file : loaded.files()) {
      for (Statement statement : file.statements()) {
        define(statement, file, loaded.scope(), methods);
      }
    }
  }

  private void define(
      Statement statement, ParsedFile file, Scope scope, Map<String, List<Statement>> methods) {
    if (statement instanceof Import imported) {
      file.scope().define(alias(imported), () -> imported(imported));
    } else if (statement instanceof Function function && function.receiver().isEmpty()) {
      scope.define(function.name(), new FunctionValue(function, file.scope(), Optional.empty()));
    } else if (statement instanceof Type type) {
      Type whole =
          new Type(
              type.name(),
              type.bases(),
              type.marks(),
              type.documentation(),
              type.fields(),
              methods.getOrDefault(type.name(), List.of()),
              type.line());
      scope.define(type.name(), new TypeValue(whole, file.scope()));
    } else if (statement instanceof Assignment assignment
        && !(assignment.value() instanceof Unread)) {
      for (int i = 0; i < assignment.targets().size(); i++) {
        int position = i;
        if (assignment.targets().get(i) instanceof Name name) {
          scope.define(
              name.name(),
              () ->
                  assignment.value() instanceof Sequence sequence
                          && assignment.targets().size() > 1
                          && position < sequence.items().size()
                      ? evaluator.evaluate(sequence.items().get(position), file.scope())
                      : evaluator.evaluate(assignment.value(), file.scope()));
        }
      }
    }
  }

  private String alias(Import imported) {
    return imported.alias().isEmpty()
        ? names.computeIfAbsent(imported.path(), this::packageName)
        : imported.alias();
  }

  private String packageName(String importPath) {
    Optional<String> name =
        folder(importPath)
            .flatMap(
                folder ->
                    sources.below(folder).stream()
                        .filter(
                            file ->
                                file.folder().equals(folder)
                                    && file.path().endsWith(".go")
                                    && !file.path().endsWith("_test.go"))
                        .findFirst())
            .flatMap(file -> sources.tokens(file.path()))
            .map(GoParser::packageName);
    String path = MAJOR_VERSION.matcher(importPath).replaceFirst("");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return name.filter(known -> !known.isEmpty())
        .orElseGet(() -> LANGUAGE.matcher(last).replaceFirst(""));
  }

  private Value imported(Import imported) {
    return folder(imported.path())
        .<Value>map(folder -> new NamespaceValue(in(folder).scope()))
        .orElseGet(() -> new Value.Reference(alias(imported), imported.path()));
  }

  /** The folder of an import path; empty when it lies outside of the tree. */
  private Optional<String> folder(String path) {
    return folders.computeIfAbsent(path, this::findFolder);
  }

  private Optional<String> findFolder(String path) {
    for (SourcePackage module : sources.packages().all()) {
      if (module.ecosystem() == SourcePackage.Ecosystem.GO
          && !module.name().isEmpty()
          && (path.equals(module.name()) || path.startsWith(module.name() + "/"))) {
        String rest = path.equals(module.name()) ? "" : path.substring(module.name().length() + 1);
        String folder =
            module.folder().isEmpty() || rest.isEmpty()
                ? module.folder() + rest
                : module.folder() + "/" + rest;
        if (!sources.below(folder).isEmpty()) {
          return Optional.of(folder);
        }
      }
    }
    return Optional.empty();
  }
}
