package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.lex.WordIndex;
import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what servers tell every model: {@code new McpServer({…}, { instructions: "…" })}, {@code
 * super({…}, { instructions })} in a class that extends one, and the answer of a server without a
 * kit, {@code { serverInfo, instructions }}.
 */
final class ServerInstructions {
  private static final String MEMBER = "instructions";

  private ServerInstructions() {}

  static List<String> in(ScriptProgram program) {
    List<String> found = new ArrayList<>();
    boolean told =
        program.modules().stream()
            .anyMatch(module -> module.tokens().words().first(MEMBER) != Tokens.NONE);
    if (told) {
      // The options may stand in another module than the server.
      program.modules().forEach(module -> read(program, module, found));
    }
    return found;
  }

  private static void read(ScriptProgram program, ScriptModule module, List<String> found) {
    Tokens tokens = module.tokens();
    for (int i = 2; i < tokens.count(); i++) {
      if (tokens.is(i, '(') && tokens.is(i - 1, Kind.WORD) && makesServer(module, i - 1)) {
        read(program, module, i, found);
      }
    }
    WordIndex words = tokens.words();
    for (int i = words.first(MEMBER); i != Tokens.NONE; i = words.next(i)) {
      if (tokens.is(i + 1, ':') && introducesServer(module, tokens.enclosing(i))) {
        program.evaluator().allow();
        program
            .evaluator()
            .outcome(module, module.node(i + 2), program.evaluator().top())
            .value()
            .anyText()
            .ifPresent(found::add);
      }
    }
  }

  /**
   * {@code new McpServer}, {@code new FastMCP}, {@code createMcpHandler}, and their super calls.
   */
  private static boolean makesServer(ScriptModule module, int name) {
    Tokens tokens = module.tokens();
    String made = tokens.text(name);
    if (made.equals("super")) {
      return module
          .classAround(name)
          .filter(type -> type.base() != Tokens.NONE && tokens.is(type.base(), Kind.WORD))
          .filter(type -> isServer(tokens.text(type.base())))
          .isPresent();
    }
    return tokens.is(name - 1, "new")
        ? isServer(made)
        : made.endsWith("McpHandler") || made.endsWith("McpServer");
  }

  private static boolean isServer(String type) {
    return type.endsWith("Server") || type.endsWith("MCP") || type.endsWith("MCPApp");
  }

  private static boolean introducesServer(ScriptModule module, int open) {
    Tokens tokens = module.tokens();
    return tokens.is(open, '{')
        && !module.isFunctionBody(open)
        && module.itemStarts(open).stream().anyMatch(item -> tokens.is(item, "serverInfo"));
  }

  private static void read(
      ScriptProgram program, ScriptModule module, int open, List<String> found) {
    program.evaluator().allow();
    Node list = new Node.ArrayNode(open, module.arguments(open));
    Value arguments = program.evaluator().outcome(module, list, program.evaluator().top()).value();
    for (Value argument : Evaluator.itemsOf(arguments)) {
      if (argument instanceof ObjectValue object) {
        object.get(MEMBER).anyText().ifPresent(found::add);
      }
    }
  }
}
