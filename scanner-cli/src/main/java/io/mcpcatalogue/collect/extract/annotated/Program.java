package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.ParsedFile;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.syntax.BraceParser;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of one package and one language, with their types and constants by name. In these
 * languages the simple name of a type nearly always tells which one is meant. For one thread.
 */
final class Program {
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]+");

  private final Rules rules;
  private final PackageSources sources;
  private final Evaluator evaluator;
  private final Scope scope;
  private final Map<String, TypeValue> types = new HashMap<>();
  private final Map<String, FunctionValue> methods = new HashMap<>();
  private final Map<String, TypeValue> ownersOfConstants = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final List<ParsedFile> files = new ArrayList<>();
  private Map<String, List<String>> beside;

  Program(Rules rules, PackageSources sources, Evaluator evaluator) {
    this.rules = rules;
    this.sources = sources;
    this.evaluator = evaluator;
    this.scope = Scope.ofFile("", this::beyond);
  }

  List<ParsedFile> files() {
    return List.copyOf(files);
  }

  /** Reads the files of the package, and remembers those of the folders around for later. */
  void read() {
    for (SourceFile file : sources.files()) {
      if (isOwn(file)) {
        files.add(add(file.path()));
      }
    }
  }

  private boolean isOwn(SourceFile file) {
    return rules
        .language()
        .suffixes()
        .contains(file.name().substring(file.name().lastIndexOf('.') + 1));
  }

  private ParsedFile add(String path) {
    Scope fileScope = scope.inFile(path);
    known.add(path);
    List<Statement> statements =
        sources
            .tokens(path)
            .map((Tokens tokens) -> BraceParser.parse(rules.dialect(), tokens))
            .orElse(List.of());
    define(statements, fileScope, "");
    return new ParsedFile(path, statements, fileScope);
  }

  private void define(List<Statement> statements, Scope fileScope, String owner) {
    for (Statement statement : statements) {
      if (statement instanceof Type type) {
        if (!type.isImplementation() && !type.name().isEmpty()) {
          TypeValue value = new TypeValue(type, fileScope);
          types.putIfAbsent(type.name(), value);
          constants(type, value);
        }
        define(type.body(), fileScope, type.name());
        methods(type, fileScope);
      } else if (owner.isEmpty() && statement instanceof Function function) {
        scope.define(function.name(), new FunctionValue(function, fileScope, Optional.empty()));
      } else if (statement instanceof Assignment assignment
          && owner.isEmpty()
          && assignment.targets().get(0) instanceof Name name) {
        scope.define(name.name(), () -> evaluator.evaluate(assignment.value(), fileScope));
      }
    }
  }

  private void methods(Type type, Scope fileScope) {
    for (Statement member : type.body()) {
      if (member instanceof Function function) {
        methods.putIfAbsent(
            function.name(), new FunctionValue(function, fileScope, Optional.empty()));
      }
    }
  }

  /** The functions of the package, and the methods of its types. */
  List<Function> functions() {
    return files.stream()
        .flatMap(file -> Statements.outermostFunctions(file.statements()).stream())
        .toList();
  }

  /** The first method of this name in any type. */
  Optional<FunctionValue> method(String name) {
    return Optional.ofNullable(methods.get(name));
  }

  /** Constants are imported by their bare names: one that is there but once is meant. */
  private void constants(Type type, TypeValue value) {
    for (Parameter field : type.fields()) {
      if (field.defaultValue().isPresent() && CONSTANT.matcher(field.name()).matches()) {
        if (ownersOfConstants.put(field.name(), value) != null) {
          ambiguous.add(field.name());
        }
      }
    }
  }

  private Optional<Value> beyond(String name) {
    TypeValue type = types.get(name);
    if (type == null && !name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
      type = elsewhere(name);
    }
    if (type != null) {
      return Optional.of(type);
    }
    TypeValue owner = ambiguous.contains(name) ? null : ownersOfConstants.get(name);
    return owner == null ? Optional.empty() : Optional.of(evaluator.member(owner, name));
  }

  /**
   * Looks for the file that is named like the type in the other packages of the tree, and for the
   * type in all files of the packages that this one uses.
   */
  private TypeValue elsewhere(String name) {
    for (String suffix : rules.language().suffixes()) {
      sources.pathsNamed(name + "." + suffix).forEach(this::addOnce);
    }
    if (!types.containsKey(name)) {
      declaredBeside().getOrDefault(name, List.of()).forEach(this::addOnce);
    }
    return types.get(name);
  }

  private void addOnce(String path) {
    if (known.add(path)) {
      add(path);
    }
  }

  /** The files of the packages that this one uses, by the types that they declare. */
  private Map<String, List<String>> declaredBeside() {
    if (beside == null) {
      beside = new HashMap<>();
      for (SourcePackage used : sources.packages().usedBy(sources.self())) {
        sources.below(used.folder()).forEach(this::index);
      }
    }
    return beside;
  }

  private void index(SourceFile file) {
    if (isOwn(file) && !known.contains(file.path())) {
      sources
          .shared(file.path(), DeclaredTypes.class, DeclaredTypes::of)
          .map(DeclaredTypes::names)
          .orElse(List.of())
          .forEach(name -> beside.computeIfAbsent(name, key -> new ArrayList<>()).add(file.path()));
    }
  }
}
