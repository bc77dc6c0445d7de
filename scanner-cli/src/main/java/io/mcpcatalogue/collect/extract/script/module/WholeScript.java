package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;

/**
 * Parses all of a script at once. The extraction itself parses an expression only where one is
 * asked for; this is what it is measured against.
 */
public final class WholeScript {
  private WholeScript() {}

  /** Indexes the file and parses each expression of each statement once; how many there are. */
  public static int parse(String path, Tokens tokens) {
    ScriptModule module = new ScriptModule(path, tokens);
    int expressions = statements(module, 0, tokens.count());
    for (int body : module.bodies()) {
      expressions += statements(module, body + 1, tokens.closing(body));
    }
    return expressions;
  }

  /** Bodies of functions and classes within these statements are passed over. */
  private static int statements(ScriptModule module, int from, int to) {
    int expressions = 0;
    int i = from;
    while (i < to) {
      if (module.tokens().is(i, '{')) {
        boolean isBody = module.isFunctionBody(i) || module.isClassBody(i);
        i = isBody ? module.tokens().next(i) : i + 1;
      } else {
        ExpressionParser parser = new ExpressionParser(module);
        parser.parse(i);
        i = Math.max(i + 1, parser.end());
        expressions++;
      }
    }
    return expressions;
  }
}
