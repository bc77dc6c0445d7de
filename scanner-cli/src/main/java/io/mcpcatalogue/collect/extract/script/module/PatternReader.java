package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Declares the names of variables and parameters, plain or destructured. For one module. */
final class PatternReader {
  private static final int MAX_PATTERN_DEPTH = 8;
  private static final Set<String> STATEMENTS =
      Set.of(
          "const",
          "let",
          "var",
          "function",
          "class",
          "import",
          "export",
          "return",
          "if",
          "for",
          "while",
          "switch",
          "try",
          "throw",
          "async",
          "await",
          "type",
          "interface",
          "enum",
          "declare",
          "abstract");

  /** What may stand before a property, or a parameter that becomes one. */
  static final Set<String> PROPERTY_MODIFIERS =
      Set.of("public", "private", "protected", "readonly", "override");

  private final ScriptModule module;
  private final Tokens tokens;
  private ScriptFunction function;

  PatternReader(ScriptModule module) {
    this.module = module;
    this.tokens = module.tokens();
  }

  private record Extent(int scope, int from, int to) {}

  /** Declares a variable that holds in its block; a hoisted one in its whole function. */
  void variable(int pattern, int value, int keyword, boolean hoisted) {
    Extent extent = hoisted ? functionExtent(keyword) : blockExtent(keyword);
    declare(Declaration.Kind.VARIABLE, pattern, value, 0, List.of(), extent, 0);
  }

  /** Declares the variable of a loop; with {@code in} it walks over the keys. */
  void item(int pattern, int value, int keyword, boolean keys) {
    List<String> path = keys ? List.of("#keys") : List.of();
    declare(Declaration.Kind.ITEM, pattern, value, 0, path, blockExtent(keyword), 0);
  }

  void declareInBlock(
      Declaration.Kind kind, int name, int value, int index, List<String> path, int at) {
    declare(kind, name, value, index, path, blockExtent(at), 0);
  }

  void parameters(ScriptFunction function) {
    this.function = function;
    Extent extent =
        function.block()
            ? new Extent(function.body(), function.parameters(), function.end())
            : new Extent(
                tokens.enclosing(function.parameters()), function.parameters(), function.end());
    if (!tokens.is(function.parameters(), '(')) {
      declare(
          Declaration.Kind.PARAMETER, function.parameters(), Tokens.NONE, 0, List.of(), extent, 0);
      return;
    }
    int index = 0;
    int end = tokens.closing(function.parameters());
    for (int start : module.parameterStarts(function.parameters())) {
      if (start < end) {
        parameter(start, index++, extent);
      }
    }
  }

  private void parameter(int start, int index, Extent extent) {
    int i = start;
    while (tokens.is(i, Kind.WORD)
        && PROPERTY_MODIFIERS.contains(tokens.text(i))
        && tokens.is(i + 1, Kind.WORD)) {
      i++;
    }
    boolean rest = tokens.is(i, "...");
    if (rest) {
      i++;
    }
    int after = tokens.next(i);
    if (tokens.is(after, '?')) {
      after++;
    }
    if (tokens.is(after, ':')) {
      after = TypeSkipper.type(tokens, after + 1);
    }
    int value = tokens.is(after, '=') ? after + 1 : Tokens.NONE;
    declare(Declaration.Kind.PARAMETER, i, value, rest ? -index - 1 : index, List.of(), extent, 0);
  }

  private void declare(
      Declaration.Kind kind,
      int pattern,
      int value,
      int index,
      List<String> path,
      Extent extent,
      int depth) {
    if (tokens.is(pattern, Kind.WORD)) {
      Declaration declaration =
          new Declaration(
              module,
              kind,
              tokens.text(pattern),
              pattern,
              value,
              index,
              path,
              extent.from(),
              extent.to());
      module.declare(declaration, extent.scope());
      if (kind == Declaration.Kind.PARAMETER) {
        module.addParameter(function, declaration);
      } else if (kind == Declaration.Kind.ITEM) {
        module.addItem(declaration);
      }
      return;
    }
    if (depth > MAX_PATTERN_DEPTH) {
      return;
    }
    if (tokens.is(pattern, '{') || tokens.is(pattern, '[')) {
      members(kind, pattern, value, index, path, extent, depth);
    }
  }

  private void members(
      Declaration.Kind kind,
      int open,
      int value,
      int index,
      List<String> path,
      Extent extent,
      int depth) {
    int end = tokens.closing(open);
    boolean list = tokens.is(open, '[');
    int position = 0;
    for (int start : module.itemStarts(open)) {
      if (start >= end) {
        break;
      }
      int inner = start;
      String member = "#" + position++;
      if (tokens.is(start, "...")) {
        inner = start + 1;
        member = list ? "#rest" + (position - 1) : "#rest";
      } else if (!list && (tokens.is(start, Kind.WORD) || tokens.is(start, Kind.STRING))) {
        member = tokens.is(start, Kind.WORD) ? tokens.text(start) : tokens.string(start);
        inner = tokens.is(start + 1, ':') ? start + 2 : start;
      } else if (!list) {
        continue;
      }
      List<String> longer = new ArrayList<>(path);
      longer.add(member);
      declare(kind, inner, value, index, longer, extent, depth + 1);
    }
  }

  private Extent blockExtent(int token) {
    int scope = tokens.enclosing(token);
    if (scope == Tokens.NONE) {
      return new Extent(Tokens.NONE, 0, tokens.count());
    }
    if (tokens.is(scope, '(')) {
      // The head of a loop: its variables hold in the statement after it.
      int body = tokens.next(scope);
      return tokens.is(body, '{')
          ? new Extent(body, scope, tokens.next(body))
          : new Extent(tokens.enclosing(scope), scope, endOfValue(body));
    }
    return new Extent(scope, scope, tokens.closing(scope));
  }

  private Extent functionExtent(int token) {
    int scope = tokens.enclosing(token);
    int level = 0;
    while (scope != Tokens.NONE && !module.isFunctionBody(scope) && level++ < 1_000) {
      scope = tokens.enclosing(scope);
    }
    return scope == Tokens.NONE || level >= 1_000
        ? new Extent(Tokens.NONE, 0, tokens.count())
        : new Extent(scope, scope, tokens.closing(scope));
  }

  /** The token after the expression: the comma or the end of its statement or group. */
  int endOfValue(int start) {
    int i = start;
    while (i < tokens.count()) {
      if (tokens.is(i, ',') || tokens.is(i, ';') || tokens.is(i, Kind.CLOSE)) {
        return i;
      }
      if (i > start && tokens.is(i, Kind.WORD) && startsStatement(i)) {
        return i;
      }
      if (tokens.is(i, '<') && tokens.is(i - 1, Kind.WORD)) {
        int after = TypeSkipper.angles(tokens, i);
        i = after > i && tokens.is(after, '(') ? after : i + 1;
      } else {
        i = tokens.next(i);
      }
    }
    return i;
  }

  private boolean startsStatement(int i) {
    return STATEMENTS.contains(tokens.text(i))
        && tokens.startsLine(i)
        && !tokens.is(i - 1, "=>")
        && !tokens.is(i - 1, '=')
        && !tokens.is(i - 1, ':')
        && !tokens.is(i - 1, '?');
  }
}
