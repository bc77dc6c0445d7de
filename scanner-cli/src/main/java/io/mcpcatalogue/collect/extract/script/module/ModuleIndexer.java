package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.List;
import java.util.Set;

/**
 * Walks once over the tokens of a module and notes its functions, classes and variables. For one
 * thread and one module.
 */
final class ModuleIndexer {
  private static final int MAX_RETURN_TYPE = 80;
  private static final Set<String> NO_METHODS =
      Set.of("if", "for", "while", "switch", "catch", "with", "function", "return", "await", "new");

  private final ScriptModule module;
  private final Tokens tokens;
  private final PatternReader patterns;
  private final ImportReader imports;
  private final ClassReader classReader;
  private int arrowEndScope = -2;
  private int arrowEnd;

  ModuleIndexer(ScriptModule module) {
    this.module = module;
    this.tokens = module.tokens();
    this.patterns = new PatternReader(module);
    this.imports = new ImportReader(module);
    this.classReader = new ClassReader(module);
  }

  void index() {
    int count = tokens.count();
    for (int i = 0; i < count; i++) {
      switch (tokens.kind(i)) {
        case WORD -> word(i);
        case PUNCTUATION -> {
          if (tokens.is(i, "=>")) {
            arrow(i);
          }
        }
        case STRING -> method(i);
        case CLOSE -> {
          if (tokens.is(i, ']')) {
            method(i);
          }
        }
        default -> {}
      }
    }
  }

  private void word(int i) {
    if (tokens.is(i - 1, '.') || tokens.is(i - 1, "?.")) {
      if (tokens.is(i, "defineProperty") || tokens.is(i, "__exportStar")) {
        imports.readCommonJs(i);
      }
      return;
    }
    switch (tokens.end(i) - tokens.start(i)) {
      case 3 -> {
        if (tokens.is(i, "var") || tokens.is(i, "let")) {
          variables(i);
        }
      }
      case 4 -> {
        if (tokens.is(i, "enum") && tokens.is(i + 2, '{')) {
          declareInBlock(Declaration.Kind.ENUM, i + 1, i + 2);
        }
      }
      case 5 -> {
        if (tokens.is(i, "const") && !tokens.is(i + 1, "enum")) {
          variables(i);
        } else if (tokens.is(i, "class")) {
          definition(i);
        }
      }
      case 6 -> {
        if (tokens.is(i, "import")) {
          imports.readImport(i);
        } else if (tokens.is(i, "export")) {
          imports.readExport(i);
        } else {
          imports.readCommonJs(i);
        }
      }
      case 7 -> imports.readCommonJs(i);
      case 8 -> {
        if (tokens.is(i, "function")) {
          function(i);
          return;
        }
      }
      default -> imports.readCommonJs(i);
    }
    method(i);
  }

  private void definition(int i) {
    classReader
        .read(i)
        .ifPresent(
            found -> {
              module.add(found);
              if (!found.name().isEmpty()) {
                declareInBlock(Declaration.Kind.CLASS, i + 1, i);
              }
            });
  }

  private void function(int i) {
    int next = tokens.is(i + 1, '*') ? i + 2 : i + 1;
    boolean named = tokens.is(next, Kind.WORD);
    int parameters = named ? next + 1 : next;
    if (tokens.is(parameters, '<')) {
      parameters = TypeSkipper.angles(tokens, parameters);
    }
    if (!tokens.is(parameters, '(')) {
      return;
    }
    int body = bodyAfter(tokens.next(parameters));
    if (body < 0) {
      return;
    }
    int start = tokens.is(i - 1, "async") ? i - 1 : i;
    String name = named ? tokens.text(next) : "";
    ScriptFunction function =
        new ScriptFunction(start, name, parameters, body, tokens.next(body), true, false);
    module.add(function);
    if (named) {
      declareInBlock(Declaration.Kind.FUNCTION, next, start);
    }
    patterns.parameters(function);
  }

  /** The brace of a body after its parameters and the type of its result; negative for none. */
  private int bodyAfter(int after) {
    int i = after;
    if (tokens.is(i, ':')) {
      i = TypeSkipper.type(tokens, i + 1);
    }
    return tokens.is(i, '{') ? i : -1;
  }

  private void method(int i) {
    int parameters = i + 1;
    if (tokens.is(parameters, '<')) {
      parameters = TypeSkipper.angles(tokens, parameters);
    }
    if (!tokens.is(parameters, '(')) {
      return;
    }
    int after = tokens.next(parameters);
    if (!tokens.is(after, '{') && !tokens.is(after, ':')) {
      return;
    }
    boolean computed = tokens.is(i, ']');
    int name = computed ? tokens.partner(i) : i;
    if (name < 0
        || !tokens.is(tokens.enclosing(name), '{')
        || NO_METHODS.contains(tokens.text(i))
        || (tokens.is(after, ':') && tokens.is(name - 1, '?'))) {
      return;
    }
    int body = bodyAfter(after);
    if (body < 0) {
      return;
    }
    boolean getter = tokens.is(name - 1, "get");
    ScriptFunction method =
        new ScriptFunction(
            name,
            computed ? "" : tokens.is(i, Kind.STRING) ? tokens.string(i) : tokens.text(i),
            parameters,
            body,
            tokens.next(body),
            true,
            getter);
    module.addMethod(name, method);
    patterns.parameters(method);
  }

  private void arrow(int i) {
    int parameters = parametersBefore(i);
    if (parameters < 0) {
      return;
    }
    int body = i + 1;
    boolean block = tokens.is(body, '{');
    int end = block ? tokens.next(body) : endOfExpression(body);
    int start = tokens.is(parameters - 1, "async") ? parameters - 1 : parameters;
    ScriptFunction arrow =
        new ScriptFunction(start, nameBefore(start), parameters, body, end, block, false);
    module.add(arrow);
    patterns.parameters(arrow);
  }

  /** The name of {@code name = (…) =>} and {@code name: (…) =>}. */
  private String nameBefore(int start) {
    boolean named = tokens.is(start - 1, '=') || tokens.is(start - 1, ':');
    return named && tokens.is(start - 2, Kind.WORD) ? tokens.text(start - 2) : "";
  }

  private int parametersBefore(int arrow) {
    if (tokens.is(arrow - 1, ')')) {
      return tokens.partner(arrow - 1);
    }
    if (module.isTyped()) {
      int typed = parametersBeforeType(arrow);
      if (typed >= 0) {
        return typed;
      }
    }
    return tokens.is(arrow - 1, Kind.WORD) ? arrow - 1 : -1;
  }

  /** The parameters of {@code (a): Type =>}, walking back over the type. */
  private int parametersBeforeType(int arrow) {
    int i = arrow - 1;
    for (int steps = 0; i > 0 && steps < MAX_RETURN_TYPE; steps++) {
      if (tokens.is(i, ':')) {
        int open = tokens.is(i - 1, ')') ? tokens.partner(i - 1) : -1;
        return open > 0 && tokens.is(open - 1, '?') ? -1 : open;
      }
      if (tokens.is(i, Kind.CLOSE)) {
        i = tokens.partner(i) - 1;
      } else if (tokens.is(i, Kind.WORD)
          || tokens.is(i, Kind.STRING)
          || tokens.is(i, '.')
          || tokens.is(i, '<')
          || tokens.is(i, '>')
          || tokens.is(i, '|')
          || tokens.is(i, '&')
          || tokens.is(i, ',')) {
        i--;
      } else {
        return -1;
      }
    }
    return -1;
  }

  private int endOfExpression(int body) {
    int scope = tokens.enclosing(Math.min(body, tokens.count() - 1));
    // Arrows within arrows end together; without this their ends would be sought again and again.
    if (scope == arrowEndScope && body < arrowEnd) {
      return arrowEnd;
    }
    int end = patterns.endOfValue(body);
    arrowEndScope = scope;
    arrowEnd = end;
    return end;
  }

  private void declareInBlock(Declaration.Kind kind, int name, int value) {
    if (tokens.is(name, Kind.WORD)) {
      patterns.declareInBlock(kind, name, value, 0, List.of(), name);
    }
  }

  private void variables(int keyword) {
    boolean hoisted = tokens.is(keyword, "var");
    int i = keyword + 1;
    while (i < tokens.count()
        && (tokens.is(i, Kind.WORD) || tokens.is(i, '{') || tokens.is(i, '['))) {
      int name = i;
      int after = tokens.next(i);
      if (tokens.is(after, '!')) {
        after++;
      }
      if (tokens.is(after, ':')) {
        after = TypeSkipper.type(tokens, after + 1);
      }
      if (tokens.is(after, "of") || tokens.is(after, "in")) {
        patterns.item(name, after + 1, keyword, tokens.is(after, "in"));
        return;
      }
      int value = tokens.is(after, '=') ? after + 1 : Tokens.NONE;
      patterns.variable(name, value, keyword, hoisted);
      i = value == Tokens.NONE ? after : patterns.endOfValue(value);
      if (!tokens.is(i, ',')) {
        return;
      }
      i++;
    }
  }
}
