package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Calls of any function with the arguments of a registration: a name, then a description and a
 * shape, or an object with both, then a handler. Where the function says that it makes a tool, the
 * handler may be a member of the object.
 */
final class ShapedCalls implements ScriptIdiom {
  private static final int LEAST_ARGUMENTS = 2;
  private static final int MOST_ARGUMENTS = 7;

  @Override
  public Findings find(ScriptProgram program) {
    List<ExtractedTool> tools = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      Tokens tokens = module.tokens();
      for (int i = 1; i < tokens.count(); i++) {
        if (tokens.is(i + 1, Kind.STRING)
            && tokens.is(i - 1, Kind.WORD)
            && tokens.is(i, '(')
            && tokens.is(i + 2, ',')
            && !isFollowed(tokens, i - 1)
            && !makesOther(tokens.text(i - 1))
            && mayHaveHandler(module, i)
            && ToolNames.isName(tokens.string(i + 1))) {
          read(program, module, i, tools);
        }
      }
    }
    return new Findings(tools, List.of());
  }

  /** Methods of these names are followed; a function of the sources may only make the tool. */
  private static boolean isFollowed(Tokens tokens, int name) {
    boolean member = tokens.is(name - 1, '.') || tokens.is(name - 1, "?.");
    return member && RegistrationCalls.FUNCTIONS.contains(tokens.text(name));
  }

  /** Whether a function makes what servers offer beside tools, by its name. */
  static boolean makesOther(String function) {
    String name = function.toLowerCase(Locale.ROOT);
    return (name.contains("prompt") || name.contains("resource")) && !name.contains("tool");
  }

  private static boolean makesTool(String function) {
    return function.toLowerCase(Locale.ROOT).contains("tool");
  }

  /** Whether as many arguments are passed as a registration has; a last comma may be one more. */
  private static boolean mayHaveHandler(ScriptModule module, int open) {
    int items = module.itemStarts(open).size();
    return items >= LEAST_ARGUMENTS && items <= MOST_ARGUMENTS + 1;
  }

  private static void read(
      ScriptProgram program, ScriptModule module, int open, List<ExtractedTool> tools) {
    List<Node> arguments = module.arguments(open);
    if (arguments.size() < LEAST_ARGUMENTS
        || arguments.size() > MOST_ARGUMENTS
        || !mayBeHandler(arguments, module.tokens().text(open - 1))) {
      return;
    }
    program.evaluator().allow();
    Node list = new Node.ArrayNode(open, arguments);
    List<Value> values =
        Evaluator.itemsOf(
            program.evaluator().outcome(module, list, program.evaluator().top()).value());
    if (values.size() >= LEAST_ARGUMENTS
        && isRegistration(program, module.tokens().text(open - 1), values)) {
      program
          .reader()
          .ofArguments(values, 0, program.context(module, open, Confidence.SHAPED))
          .ifPresent(tools::add);
    }
  }

  /** What is written as a value of another kind is no function; reports of errors are such. */
  private static boolean mayBeHandler(List<Node> arguments, String function) {
    Node last = arguments.get(arguments.size() - 1);
    if (arguments.size() == LEAST_ARGUMENTS) {
      return last instanceof Node.ObjectNode && makesTool(function);
    }
    return !(last instanceof Node.Literal
        || last instanceof Node.Template text && text.tag().isEmpty()
        || last instanceof Node.ObjectNode
        || last instanceof Node.ArrayNode);
  }

  private static boolean isRegistration(
      ScriptProgram program, String function, List<Value> values) {
    Value last = values.get(values.size() - 1);
    boolean handled =
        last instanceof Closure
            || values.size() == LEAST_ARGUMENTS
                && last.asObject().members().values().stream().anyMatch(Closure.class::isInstance);
    boolean configured =
        values.get(1) instanceof ObjectValue object
            && object.get("description") instanceof Text
            && ToolReader.SCHEMAS.stream().anyMatch(object::has);
    boolean described =
        values.get(1) instanceof Text
            && values.stream()
                .skip(2)
                .anyMatch(
                    value ->
                        program.reader().schemas().isSchema(value)
                            && !(value instanceof ObjectValue object
                                && object.members().isEmpty()));
    // A tool without parameters needs no shape, but then the function must say that it makes one.
    boolean plain = makesTool(function) && values.get(1) instanceof Text;
    return handled && (configured || described || plain);
  }
}
