package io.mcpcatalogue.collect.extract.python;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Execution;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.NamespaceValue;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.syntax.PythonParser;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Import;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules of a package and whatever they import from the tree. For one thread. */
final class PythonModules {
  private static final int MAX_ROOTS = 24;

  private final PackageSources sources;
  private final Evaluator evaluator;
  private final Map<String, Module> modules = new HashMap<>();
  private final Map<String, Optional<String>> found = new HashMap<>();

  /** Functions may import as well. */
  private final Vocabulary importing = Vocabulary.of(Set.of("import"));

  PythonModules(PackageSources sources, Evaluator evaluator) {
    this.sources = sources;
    this.evaluator = evaluator;
  }

  /** A parsed file with its names. */
  record Module(String path, List<Statement> statements, Scope scope, boolean importsMcp) {}

  /** The module in a file of the tree; empty when the file cannot be read. */
  Optional<Module> module(String path) {
    Module known = modules.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    return sources.tokens(path).map(tokens -> load(path, PythonParser.parse(tokens)));
  }

  private Module load(String path, List<Statement> statements) {
    List<String> stars = new ArrayList<>();
    Scope scope = Scope.ofFile(path, name -> fromStars(stars, path, name));
    boolean importsMcp = false;
    for (Statement statement : Statements.all(statements, code -> code.mayMention(importing))) {
      if (statement instanceof Import imported) {
        importsMcp |= imported.path().toLowerCase(Locale.ROOT).contains("mcp");
        if (imported.name().equals("*")) {
          stars.add(imported.path());
        } else {
          scope.define(alias(imported), () -> imported(imported, path));
        }
      }
    }
    Module module = new Module(path, statements, scope, importsMcp);
    // Known before it is followed: modules import each other in circles.
    modules.put(path, module);
    Execution.define(statements, scope, evaluator);
    return module;
  }

  private static String alias(Import imported) {
    int dot = imported.alias().indexOf('.');
    return imported.name().isEmpty() && dot > 0
        ? imported.alias().substring(0, dot)
        : imported.alias();
  }

  private Optional<Value> fromStars(List<String> stars, String path, String name) {
    for (String star : stars) {
      Optional<Value> value =
          file(star, path)
              .filter(other -> !other.equals(path))
              .flatMap(this::module)
              .filter(module -> module.scope().knows(name))
              .flatMap(module -> module.scope().find(name));
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private Value imported(Import imported, String from) {
    Optional<Module> module = file(imported.path(), from).flatMap(this::module);
    if (imported.name().isEmpty()) {
      boolean wholeName = imported.alias().equals(alias(imported));
      return module.isPresent() && wholeName
          ? new NamespaceValue(module.get().scope())
          : new Value.Reference(alias(imported), imported.path());
    }
    Optional<Value> member =
        module
            .filter(known -> !known.path().equals(from))
            .flatMap(known -> known.scope().find(imported.name()));
    if (member.isPresent()) {
      return member.get();
    }
    String separator = imported.path().endsWith(".") ? "" : ".";
    return file(imported.path() + separator + imported.name(), from)
        .flatMap(this::module)
        .<Value>map(known -> new NamespaceValue(known.scope()))
        .orElseGet(() -> new Value.Reference(imported.name(), imported.path()));
  }

  /** The file of a module path as it is written in another file. */
  private Optional<String> file(String path, String from) {
    String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/')) : "";
    return found.computeIfAbsent(folder + "\0" + path, key -> search(path, folder));
  }

  private Optional<String> search(String path, String folder) {
    int dots = 0;
    while (dots < path.length() && path.charAt(dots) == '.') {
      dots++;
    }
    String relative = path.substring(dots).replace('.', '/');
    if (dots > 0) {
      String base = folder;
      for (int i = 1; i < dots; i++) {
        base = base.contains("/") ? base.substring(0, base.lastIndexOf('/')) : "";
      }
      return at(base, relative);
    }
    for (String root : roots(folder)) {
      Optional<String> file = at(root, relative);
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  /** Where absolute paths may begin: every folder above, and those of the other packages. */
  private Set<String> roots(String folder) {
    Set<String> roots = new LinkedHashSet<>();
    String base = folder;
    while (true) {
      roots.add(base);
      roots.add(join(base, "src"));
      if (base.isEmpty()) {
        break;
      }
      base = base.contains("/") ? base.substring(0, base.lastIndexOf('/')) : "";
    }
    for (SourcePackage other : sources.packages().all()) {
      if (roots.size() >= MAX_ROOTS) {
        break;
      }
      if (other.ecosystem() == SourcePackage.Ecosystem.PYTHON) {
        roots.add(other.folder());
        roots.add(join(other.folder(), "src"));
      }
    }
    return roots;
  }

  private Optional<String> at(String root, String relative) {
    String base = join(root, relative);
    for (String candidate : List.of(base + ".py", join(base, "__init__.py"))) {
      if (sources.exists(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static String join(String folder, String name) {
    return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
  }
}
