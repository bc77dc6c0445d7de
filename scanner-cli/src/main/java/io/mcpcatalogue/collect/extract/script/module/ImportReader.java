package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.List;

/** Reads what a module imports and exports, in both module systems. For one module. */
public final class ImportReader {
  public static final String ALL = "*";
  public static final String DEFAULT = "default";

  private final ScriptModule module;
  private final Tokens tokens;

  ImportReader(ScriptModule module) {
    this.module = module;
    this.tokens = module.tokens();
  }

  void readImport(int i) {
    int at = tokens.is(i + 1, "type") && !tokens.is(i + 2, "from") ? i + 2 : i + 1;
    int from = from(at);
    if (from < 0) {
      return;
    }
    String source = tokens.string(from + 1);
    for (int j = at; j < from; j = tokens.next(j)) {
      if (tokens.is(j, Kind.WORD)) {
        declare(j, source, DEFAULT);
      } else if (tokens.is(j, '*') && tokens.is(j + 1, "as")) {
        declare(j + 2, source, ALL);
        return;
      } else if (tokens.is(j, '{')) {
        names(j, source, true);
      }
    }
  }

  /** The {@code from} of the statement; negative when it has none. */
  private int from(int start) {
    int i = start;
    for (int steps = 0; steps < 8 && i < tokens.count(); steps++) {
      if (tokens.is(i, "from") && tokens.is(i + 1, Kind.STRING)) {
        return i;
      }
      i = tokens.next(i);
    }
    return -1;
  }

  private void declare(int name, String source, String imported) {
    if (tokens.is(name, Kind.WORD)) {
      module.declare(
          new Declaration(
              module,
              Declaration.Kind.IMPORT,
              tokens.text(name),
              name,
              Tokens.NONE,
              0,
              List.of(source, imported),
              0,
              tokens.count()),
          Tokens.NONE);
    }
  }

  /** Reads {@code {a, b as c}}: names to declare, or to export when there is a source or not. */
  private void names(int open, String source, boolean imports) {
    int end = tokens.closing(open);
    for (int start : module.itemStarts(open)) {
      int i = tokens.is(start, "type") && tokens.is(start + 1, Kind.WORD) ? start + 1 : start;
      if (i >= end) {
        return;
      }
      String name = tokens.is(i, Kind.STRING) ? tokens.string(i) : tokens.text(i);
      boolean renamed = tokens.is(i + 1, "as");
      int local = renamed ? i + 2 : i;
      if (imports) {
        declare(local, source, name);
      } else {
        String outside = tokens.is(local, Kind.STRING) ? tokens.string(local) : tokens.text(local);
        module
            .exports()
            .put(outside, source.isEmpty() ? Export.local(i, name) : Export.from(source, name));
      }
    }
  }

  void readExport(int i) {
    int next = i + 1;
    if (tokens.is(next, "default")) {
      module.exports().put(DEFAULT, Export.of(next + 1));
    } else if (tokens.is(next, '*')) {
      star(next);
    } else if (tokens.is(next, '{')) {
      int after = tokens.next(next);
      boolean elsewhere = tokens.is(after, "from") && tokens.is(after + 1, Kind.STRING);
      names(next, elsewhere ? tokens.string(after + 1) : "", false);
    } else {
      declared(next);
    }
  }

  private void star(int star) {
    if (tokens.is(star + 1, "as") && tokens.is(star + 4, Kind.STRING)) {
      module.exports().put(tokens.text(star + 2), Export.from(tokens.string(star + 4), ALL));
    } else if (tokens.is(star + 2, Kind.STRING)) {
      module.starExports().add(tokens.string(star + 2));
    }
  }

  private void declared(int start) {
    int i = start;
    while (tokens.is(i, "async") || tokens.is(i, "abstract") || tokens.is(i, "declare")) {
      i++;
    }
    if (tokens.is(i, "const") && tokens.is(i + 1, "enum")) {
      i++;
    }
    boolean variable = tokens.is(i, "const") || tokens.is(i, "let") || tokens.is(i, "var");
    if (tokens.is(i, "function") && tokens.is(i + 1, '*')) {
      i++;
    }
    if (!variable && !tokens.is(i, "function") && !tokens.is(i, "class") && !tokens.is(i, "enum")) {
      return;
    }
    if (tokens.is(i + 1, Kind.WORD)) {
      module.exports().put(tokens.text(i + 1), Export.local(i + 1, tokens.text(i + 1)));
    } else if (variable && tokens.is(i + 1, '{')) {
      names(i + 1, "", false);
    }
  }

  /** Notes {@code exports.name = …}, {@code module.exports = …} and what compilers make of them. */
  void readCommonJs(int i) {
    if (tokens.is(i, "exports") && tokens.is(i + 1, '.') && tokens.is(i + 3, '=')) {
      if (!tokens.is(i + 4, "void") && !tokens.is(i + 4, "exports")) {
        // Compiled enums are exported while they are assigned: exports.Name = Name = {}.
        boolean chained = tokens.is(i + 4, Kind.WORD) && tokens.is(i + 5, '=');
        module
            .exports()
            .put(
                tokens.text(i + 2),
                chained ? Export.local(i + 4, tokens.text(i + 4)) : Export.of(i + 4));
      }
    } else if (tokens.is(i, "module") && tokens.is(i + 1, '.') && tokens.is(i + 2, "exports")) {
      moduleExports(i + 3);
    } else if (tokens.is(i, "defineProperty")
        || tokens.is(i, "__exportStar")
        || tokens.is(i, "__reExport")) {
      compiled(i);
    }
  }

  private void moduleExports(int next) {
    if (tokens.is(next, '=')) {
      module.exports().put(ALL, Export.of(next + 1));
    } else if (tokens.is(next, '.') && tokens.is(next + 2, '=')) {
      module.exports().put(tokens.text(next + 1), Export.of(next + 3));
    }
  }

  private void compiled(int i) {
    if (tokens.is(i, "defineProperty")) {
      // Object.defineProperty(exports, "name", {get: function () { return module.name; }})
      if (tokens.is(i + 2, "exports") && tokens.is(i + 4, Kind.STRING)) {
        int end = tokens.closing(i + 1);
        for (int j = i + 5; j < end; j++) {
          if (tokens.is(j, "return") || (tokens.is(j, "=>") && !tokens.is(j + 1, '{'))) {
            module.exports().put(tokens.string(i + 4), Export.of(j + 1));
            return;
          }
        }
      }
      return;
    }
    int end = tokens.is(i + 1, '(') ? tokens.closing(i + 1) : i;
    for (int j = i + 1; j < end; j++) {
      if (tokens.is(j, "require") && tokens.is(j + 2, Kind.STRING)) {
        module.starExports().add(tokens.string(j + 2));
      }
    }
  }
}
