package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.WordIndex;
import io.mcpcatalogue.collect.extract.script.evaluate.Bindings;
import io.mcpcatalogue.collect.extract.script.evaluate.SchemaWords;
import io.mcpcatalogue.collect.extract.script.module.ChangeFinder;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Call;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Reference;
import io.mcpcatalogue.model.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code server.setRequestHandler(ListToolsRequestSchema, async () => ({tools: […]}))}, and servers
 * that answer the request {@code tools/list} by hand.
 */
final class ListHandlers implements ScriptIdiom {
  private static final String METHOD = "tools/list";

  @Override
  public Findings find(ScriptProgram program) {
    List<ExtractedTool> tools = new ArrayList<>();
    List<Gap> open = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      for (int token : module.callsOf("setRequestHandler")) {
        if (module.methodAt(token).isEmpty() && !LibraryCode.contains(module, token)) {
          handler(program, module, token, tools, open);
        }
      }
      if (module.tokens().words().first(METHOD) != Tokens.NONE) {
        byHand(program, module, tools);
      }
    }
    return new Findings(tools, open);
  }

  private static void handler(
      ScriptProgram program,
      ScriptModule module,
      int token,
      List<ExtractedTool> all,
      List<Gap> open) {
    List<Node> arguments = module.arguments(ChangeFinder.opening(module.tokens(), token));
    if (arguments.size() < 2 || !isListRequest(program, module, arguments.get(0))) {
      return;
    }
    Node answer = new Node.Invocation(token, arguments.get(1), List.of(), false, Tokens.NONE);
    Bindings top = program.evaluator().top();
    List<ExtractedTool> tools = new ArrayList<>();
    boolean complete =
        answered(
            program,
            program.alternatives().valuesSeenFrom(token, module, answer, top),
            program.context(module, token, Confidence.REGISTERED),
            tools);
    if (tools.isEmpty()) {
      program.evaluator().allow();
      complete =
          answered(
              program,
              program.alternatives().values(module, answer, top),
              program.context(module, token, Confidence.REGISTERED),
              tools);
    }
    if (!complete || tools.isEmpty()) {
      open.add(
          new Gap(
              module.place(token).toString(),
              Gap.Kind.DYNAMIC,
              "which tools are listed here is known only at run time"));
    }
    all.addAll(tools);
  }

  /** Adds the tools that are in the answers; whether those are all that there are. */
  private static boolean answered(
      ScriptProgram program,
      List<Value> answers,
      ToolReader.Context context,
      List<ExtractedTool> tools) {
    boolean complete = true;
    for (Value answer : answers) {
      Value list = program.evaluator().objects().member(answer, "tools");
      Optional<ListValue> items =
          list instanceof ListValue known ? Optional.of(known) : Optional.empty();
      complete &= items.isPresent() && items.get().complete();
      for (Value item : items.map(ListValue::items).orElse(List.of())) {
        // A list in the place of one tool: either of them.
        for (Value either : item instanceof ListValue choice ? choice.items() : List.of(item)) {
          Optional<ExtractedTool> tool = program.reader().ofValue(either, context);
          complete &= tool.isPresent();
          tool.ifPresent(tools::add);
        }
      }
    }
    return complete;
  }

  private static boolean isListRequest(ScriptProgram program, ScriptModule module, Node node) {
    if (SchemaWords.rootName(node).contains("ListTools")) {
      return true;
    }
    Value value = program.evaluator().outcome(module, node, program.evaluator().top()).value();
    return mentionsMethod(value, 0);
  }

  private static boolean mentionsMethod(Value value, int depth) {
    if (depth > 12) {
      return false;
    }
    if (value instanceof Value.Text text) {
      return text.value().equals(METHOD);
    }
    if (value instanceof Reference reference) {
      return reference.name().contains("ListTools");
    }
    if (value instanceof Call call) {
      return call.receiver().filter(receiver -> mentionsMethod(receiver, depth + 1)).isPresent()
          || call.arguments().stream().anyMatch(argument -> mentionsMethod(argument, depth + 1));
    }
    return value instanceof ObjectValue object
        && (mentionsMethod(object.get("method"), depth + 1)
            || object.get("shape") instanceof ObjectValue shape
                && mentionsMethod(shape, depth + 1));
  }

  /** Object literals with a member {@code tools} that is a list of tools with schemas. */
  private static void byHand(
      ScriptProgram program, ScriptModule module, List<ExtractedTool> tools) {
    Tokens tokens = module.tokens();
    WordIndex words = tokens.words();
    for (int i = words.first("tools"); i != Tokens.NONE; i = words.next(i)) {
      if (tokens.is(i, "tools") && startsMember(module, i)) {
        int value = tokens.is(i + 1, ':') ? i + 2 : i;
        ToolReader.Context context = program.context(module, i, Confidence.REGISTERED);
        Value list =
            program
                .evaluator()
                .outcome(module, module.node(value), program.evaluator().top())
                .value();
        if (list instanceof ListValue known) {
          for (Value item : known.items()) {
            if (item instanceof ObjectValue object && object.has("inputSchema")) {
              program.reader().ofValue(item, context).ifPresent(tools::add);
            }
          }
        }
      }
    }
  }

  private static boolean startsMember(ScriptModule module, int i) {
    Tokens tokens = module.tokens();
    boolean first = tokens.is(i - 1, '{') || tokens.is(i - 1, ',');
    boolean whole = tokens.is(i + 1, ':') || tokens.is(i + 1, '}') || tokens.is(i + 1, ',');
    int scope = tokens.enclosing(i);
    return first && whole && tokens.is(scope, '{') && !module.isFunctionBody(scope);
  }
}
