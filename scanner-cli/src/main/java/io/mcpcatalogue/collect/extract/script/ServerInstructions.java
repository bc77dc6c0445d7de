package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/** Finds what servers tell every model: {@code new McpServer({…}, { instructions: "…" })}. */
final class ServerInstructions {
  private static final String MEMBER = "instructions";

  private ServerInstructions() {}

  static List<String> in(ScriptProgram program) {
    List<String> found = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      if (module.tokens().source().contains(MEMBER)) {
        read(program, module, found);
      }
    }
    return found;
  }

  private static void read(ScriptProgram program, ScriptModule module, List<String> found) {
    Tokens tokens = module.tokens();
    for (int i = 2; i < tokens.count(); i++) {
      if (tokens.is(i, '(') && tokens.is(i - 1, Kind.WORD) && makesServer(tokens, i - 1)) {
        read(program, module, i, found);
      }
    }
  }

  /** {@code new McpServer}, {@code new Server}, {@code new FastMCP}. */
  private static boolean makesServer(Tokens tokens, int name) {
    String made = tokens.text(name);
    return tokens.is(name - 1, Kind.WORD)
        && tokens.text(name - 1).equals("new")
        && (made.endsWith("Server") || made.endsWith("MCP"));
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
