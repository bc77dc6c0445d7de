package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.value.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/**
 * One file: its tokens, and an index of what it declares, imports and exports. Expressions are
 * parsed when they are asked for. Safe for several threads once it is made.
 */
public final class ScriptModule {
  private static final int MAX_SCOPES = 2_000;

  private final String path;
  private final String folder;
  private final Tokens tokens;

  /** By name, and by the group that they stand in. */
  private final Map<String, Map<Integer, List<Declaration>>> declarations = new HashMap<>();

  private final Map<Integer, ScriptFunction> functions = new HashMap<>();
  private final Map<Integer, ScriptFunction> functionsByBody = new HashMap<>();
  private final List<ScriptFunction> arrows = new ArrayList<>();
  private final Map<Integer, ScriptFunction> methods = new HashMap<>();
  private final Map<Integer, ScriptClass> classes = new LinkedHashMap<>();
  private final Map<Integer, ScriptClass> classesByBody = new HashMap<>();
  private final Map<String, Export> exports = new LinkedHashMap<>();
  private final List<String> starExports = new ArrayList<>();
  private final Map<Integer, List<Declaration>> parameters = new HashMap<>();
  private final Map<Declaration, ScriptFunction> owners = new IdentityHashMap<>();
  private final Map<Integer, List<Declaration>> items = new HashMap<>();
  private final Map<Integer, List<Integer>> results = new ConcurrentHashMap<>();
  private final List<Declaration> imports = new ArrayList<>();
  private final Map<Integer, Node> nodes = new ConcurrentHashMap<>();
  private final Map<Integer, List<Node>> arguments = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> calls = new ConcurrentHashMap<>();
  private final Map<String, List<Change>> changes = new ConcurrentHashMap<>();
  private final Map<String, Map<Declaration, List<Change>>> changesByDeclaration =
      new ConcurrentHashMap<>();

  ScriptModule(String path, Tokens tokens) {
    this.path = path;
    this.folder = Paths.folder(path);
    this.tokens = tokens;
    new ModuleIndexer(this).index();
  }

  public String path() {
    return path;
  }

  String folder() {
    return folder;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Place place(int token) {
    return new Place(path, tokens.line(Math.min(token, tokens.count() - 1)));
  }

  /** Whether the file has been squeezed into few lines. */
  boolean isMinified() {
    int length = tokens.source().length();
    return length > 5_000 && length / tokens.lineAt(length) > 500;
  }

  boolean isTyped() {
    return path.endsWith("ts") || path.endsWith("tsx");
  }

  /** The expression that begins at the token. */
  public Node node(int token) {
    Node known = nodes.get(token);
    if (known == null) {
      Node parsed = new ExpressionParser(this).parse(token);
      known = nodes.putIfAbsent(token, parsed);
      known = known == null ? parsed : known;
    }
    return known;
  }

  /** The arguments of the call whose parenthesis opens here. */
  public List<Node> arguments(int open) {
    List<Node> known = arguments.get(open);
    if (known == null) {
      known = List.copyOf(new ExpressionParser(this).items(open));
      arguments.put(open, known);
    }
    return known;
  }

  public Optional<ScriptFunction> functionAt(int token) {
    return Optional.ofNullable(functions.get(token));
  }

  public Optional<ScriptFunction> methodAt(int nameToken) {
    return Optional.ofNullable(methods.get(nameToken));
  }

  public Optional<ScriptClass> classAt(int token) {
    return Optional.ofNullable(classes.get(token));
  }

  public List<ScriptClass> classes() {
    return List.copyOf(classes.values());
  }

  public Map<String, Export> exports() {
    return exports;
  }

  public List<String> starExports() {
    return starExports;
  }

  /** The declaration that the name means at the token. */
  public Optional<Declaration> declaration(String name, int token) {
    Map<Integer, List<Declaration>> byScope = declarations.get(name);
    if (byScope == null) {
      return Optional.empty();
    }
    boolean onlyOutermost = byScope.size() == 1 && byScope.containsKey(Tokens.NONE);
    int scope = onlyOutermost || token >= tokens.count() ? Tokens.NONE : tokens.enclosing(token);
    for (int level = 0; level <= MAX_SCOPES; level++) {
      Declaration narrowest = null;
      for (Declaration each : byScope.getOrDefault(scope, List.of())) {
        if (each.holdsAt(token) && (narrowest == null || each.extent() <= narrowest.extent())) {
          narrowest = each;
        }
      }
      if (narrowest != null) {
        return Optional.of(narrowest);
      }
      if (scope == Tokens.NONE) {
        return Optional.empty();
      }
      scope = level == MAX_SCOPES - 1 ? Tokens.NONE : tokens.enclosing(scope);
    }
    return Optional.empty();
  }

  /** The innermost class around the token. */
  public Optional<ScriptClass> classAround(int token) {
    int scope = tokens.enclosing(token);
    for (int level = 0; scope != Tokens.NONE && level < MAX_SCOPES; level++) {
      ScriptClass definition = classesByBody.get(scope);
      if (definition != null) {
        return Optional.of(definition);
      }
      scope = tokens.enclosing(scope);
    }
    return Optional.empty();
  }

  public boolean isFunctionBody(int open) {
    return functionsByBody.containsKey(open);
  }

  /** Whether the group is the body of a class. */
  public boolean isClassBody(int open) {
    return classesByBody.containsKey(open);
  }

  /** The braces that open the bodies of its functions and classes. */
  List<Integer> bodies() {
    List<Integer> bodies = new ArrayList<>(functionsByBody.keySet());
    bodies.addAll(classesByBody.keySet());
    return bodies;
  }

  /** The first tokens of the items of a group, and of the empty item after a last comma. */
  public List<Integer> itemStarts(int open) {
    return starts(
        open,
        angle -> {
          int after = tokens.is(angle - 1, Kind.WORD) ? TypeSkipper.angles(tokens, angle) : angle;
          return tokens.is(after, '(') || tokens.is(after, '`') ? after : angle;
        });
  }

  /** The first tokens of parameters: commas within their types part none. */
  List<Integer> parameterStarts(int open) {
    return starts(open, angle -> TypeSkipper.angles(tokens, angle));
  }

  /**
   * @param behindAngle the token behind the type arguments that open at a token, or one no later
   *     than that where none do
   */
  private List<Integer> starts(int open, IntUnaryOperator behindAngle) {
    List<Integer> starts = new ArrayList<>();
    int end = tokens.closing(open);
    int i = open + 1;
    if (i < end) {
      starts.add(i);
    }
    while (i < end) {
      if (tokens.is(i, ',')) {
        starts.add(++i);
      } else if (tokens.is(i, '<')) {
        i = Math.max(i + 1, behindAngle.applyAsInt(i));
      } else {
        i = tokens.next(i);
      }
    }
    return starts;
  }

  /** The tokens of this name that are called, as function or method. */
  public List<Integer> callsOf(String name) {
    return calls.computeIfAbsent(name, key -> ChangeFinder.calls(tokens, key));
  }

  /** The statements that change what the name stands for; members of this as {@code this.name}. */
  public List<Change> changesOf(String name) {
    return changes.computeIfAbsent(name, key -> ChangeFinder.changes(tokens, key));
  }

  /** The statements that change what a declared name stands for. */
  public List<Change> changesOf(Declaration declaration) {
    return changesByDeclaration
        .computeIfAbsent(declaration.name(), this::findChanges)
        .getOrDefault(declaration, List.of());
  }

  private Map<Declaration, List<Change>> findChanges(String name) {
    Map<Declaration, List<Change>> found = new IdentityHashMap<>();
    for (Change change : changesOf(name)) {
      declaration(name, change.token())
          .filter(each -> each.token() != change.token())
          .ifPresent(each -> found.computeIfAbsent(each, key -> new ArrayList<>(1)).add(change));
    }
    return found;
  }

  /** The parameters of a function, with the names of destructured ones. */
  public List<Declaration> parametersOf(ScriptFunction function) {
    return parameters.getOrDefault(function.parameters(), List.of());
  }

  /** What the module imports by name. */
  public List<Declaration> imports() {
    return imports;
  }

  /** The first token of every expression that the function itself returns. */
  public List<Integer> resultsOf(ScriptFunction function) {
    return results.computeIfAbsent(function.body(), body -> findResults(function));
  }

  private List<Integer> findResults(ScriptFunction function) {
    if (!function.block()) {
      return List.of(function.body());
    }
    List<Integer> found = new ArrayList<>();
    int end = Math.min(tokens.count(), function.end());
    for (int i = function.body() + 1; i < end; i++) {
      if (tokens.is(i, '{') && (isFunctionBody(i) || isClassBody(i))) {
        i = tokens.closing(i);
      } else if (tokens.is(i, "return") && !tokens.is(i - 1, '.') && !tokens.is(i + 1, ';')) {
        found.add(i + 1);
      }
    }
    return found;
  }

  void addParameter(ScriptFunction function, Declaration declaration) {
    parameters.computeIfAbsent(function.parameters(), key -> new ArrayList<>(2)).add(declaration);
    owners.put(declaration, function);
  }

  void addItem(Declaration declaration) {
    items.computeIfAbsent(declaration.value(), key -> new ArrayList<>(2)).add(declaration);
  }

  /** The function whose parameter it is. */
  public ScriptFunction ownerOf(Declaration parameter) {
    return owners.get(parameter);
  }

  /** The names of the loop's variable. */
  public List<Declaration> itemsOf(int iterable) {
    return items.getOrDefault(iterable, List.of());
  }

  void declare(Declaration declaration, int scope) {
    if (declaration.kind() == Declaration.Kind.IMPORT) {
      imports.add(declaration);
    }
    declarations
        .computeIfAbsent(declaration.name(), key -> new HashMap<>(2))
        .computeIfAbsent(scope, key -> new ArrayList<>(1))
        .add(declaration);
  }

  void add(ScriptFunction function) {
    functions.put(function.start(), function);
    addBody(function);
  }

  void addMethod(int nameToken, ScriptFunction method) {
    methods.put(nameToken, method);
    addBody(method);
  }

  private void addBody(ScriptFunction function) {
    if (function.block()) {
      functionsByBody.put(function.body(), function);
    } else {
      arrows.add(function);
    }
  }

  void add(ScriptClass definition) {
    classes.put(definition.start(), definition);
    classesByBody.put(definition.body(), definition);
  }
}
