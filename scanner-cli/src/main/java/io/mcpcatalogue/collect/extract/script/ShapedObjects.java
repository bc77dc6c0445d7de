package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.lex.WordIndex;
import io.mcpcatalogue.collect.extract.script.evaluate.Bindings;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.module.ExpressionParser;
import io.mcpcatalogue.collect.extract.script.module.Literals;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Object literals with a name, a description and a schema, wherever they stand: in lists, passed to
 * helpers, returned by factories. Where the name is missing, the object may be the member of a map
 * whose key is the name.
 */
final class ShapedObjects implements ScriptIdiom {
  /** What has one of these is a resource, although it has a schema for the parts of its address. */
  private static final Set<String> RESOURCE = Set.of("uri", "uriTemplate");

  /** Where descriptions of requests say which part of one a parameter is. */
  private static final Set<String> REQUEST_PART = Set.of("type", "in");

  /** What carries out a call, in objects whose description stands elsewhere. */
  private static final Set<String> HANDLERS = Set.of("handler", "execute", "callback");

  private static final Set<String> REQUEST_PARTS =
      Set.of("query", "body", "path", "header", "cookie");

  @Override
  public Findings find(ScriptProgram program) {
    List<ExtractedTool> tools = new ArrayList<>();
    for (ScriptModule module : program.modules()) {
      for (int open : candidates(module.tokens())) {
        if (!module.isFunctionBody(open)
            && !module.isClassBody(open)
            && !isOther(module.tokens(), open)) {
          literal(program, module, open, tools);
        }
      }
    }
    return new Findings(tools, List.of());
  }

  /** {@code resource("note://{id}", {…})}, {@code definePrompt({…})}. */
  private static boolean isOther(Tokens tokens, int open) {
    int call = tokens.enclosing(open);
    return tokens.is(call, '(')
        && tokens.is(call - 1, Kind.WORD)
        && ShapedCalls.makesOther(tokens.text(call - 1));
  }

  /** The braces around the words for a description and a handler, in their order. */
  private static SortedSet<Integer> candidates(Tokens tokens) {
    SortedSet<Integer> braces = new TreeSet<>();
    WordIndex words = tokens.words();
    List<String> wanted = new ArrayList<>(HANDLERS);
    wanted.add("description");
    for (String word : wanted) {
      for (int i = words.first(word); i != Tokens.NONE; i = words.next(i)) {
        if (tokens.is(tokens.enclosing(i), '{')) {
          braces.add(tokens.enclosing(i));
        }
      }
    }
    return braces;
  }

  private static void literal(
      ScriptProgram program, ScriptModule module, int open, List<ExtractedTool> tools) {
    boolean described = false;
    boolean handled = false;
    boolean typed = false;
    int name = Tokens.NONE;
    Tokens tokens = module.tokens();
    for (int item : module.itemStarts(open)) {
      if (item >= tokens.closing(open)) {
        break;
      }
      String key = key(tokens, item);
      if (RESOURCE.contains(key) || REQUEST_PART.contains(key) && isRequestPart(tokens, item + 2)) {
        return;
      }
      described |= key.equals("description");
      handled |= HANDLERS.contains(key);
      typed |= ToolReader.SCHEMAS.contains(key);
      if (key.equals("name") || name == Tokens.NONE && ToolReader.NAMES.contains(key)) {
        name = item;
      }
    }
    if (!(described || handled && name != Tokens.NONE) || !typed) {
      return;
    }
    program.evaluator().allow();
    Node node = new ExpressionParser(module).parse(open);
    Node wanted = name == Tokens.NONE ? node : words(node, open);
    for (Bindings bindings : program.alternatives().of(module, wanted, program.evaluator().top())) {
      Value value = program.evaluator().outcome(module, node, bindings).value();
      tool(program, module, open, value).ifPresent(tools::add);
    }
  }

  /** {@code type: "Query"} makes it a parameter of a request over the network. */
  private static boolean isRequestPart(Tokens tokens, int value) {
    return tokens.is(value, Kind.STRING)
        && REQUEST_PARTS.contains(tokens.string(value).toLowerCase(Locale.ROOT));
  }

  private static String key(Tokens tokens, int item) {
    if (tokens.is(item, Kind.STRING)) {
      return tokens.string(item);
    }
    boolean modified = tokens.is(item, "get") && tokens.is(item + 1, Kind.WORD);
    int name = modified ? item + 1 : item;
    return tokens.is(name, Kind.WORD) ? tokens.text(name) : "";
  }

  /** The name and the description, which factories are given. */
  private static Node words(Node node, int open) {
    List<Node> words = new ArrayList<>();
    if (node instanceof Node.ObjectNode object) {
      for (Node.Property property : object.properties()) {
        Literals.fold(property.key(), 0)
            .exactText()
            .filter(key -> ToolReader.NAMES.contains(key) || key.equals("description"))
            .ifPresent(key -> words.add(property.value()));
      }
    }
    return new Node.ArrayNode(open, words);
  }

  private static Optional<ExtractedTool> tool(
      ScriptProgram program, ScriptModule module, int open, Value value) {
    if (!(value instanceof ObjectValue object) || !hasSchema(program, object)) {
      return Optional.empty();
    }
    ToolReader.Context context = program.context(module, open, Confidence.SHAPED);
    Optional<String> name = program.reader().name(object);
    if (name.isPresent()) {
      return program.reader().ofValue(object, context);
    }
    Tokens tokens = module.tokens();
    int start = valueStart(tokens, open);
    boolean member = tokens.is(start - 1, ':') && !object.has("type");
    String key = member ? key(tokens, start - 2) : "";
    if (ToolReader.DEFINITIONS.contains(key)) {
      Node around = new ExpressionParser(module).parse(tokens.enclosing(open));
      return program
          .reader()
          .ofValue(
              program.evaluator().outcome(module, around, program.evaluator().top()).value(),
              context);
    }
    return ToolNames.isName(key) && !ToolReader.SCHEMAS.contains(key)
        ? program.reader().ofMember(key, object, context)
        : Optional.empty();
  }

  /** Where the object begins, or the call {@code kit.tool({…})} that it is given to. */
  private static int valueStart(Tokens tokens, int open) {
    if (!tokens.is(open - 1, '(') || !tokens.is(open - 2, Kind.WORD)) {
      return open;
    }
    int start = open - 2;
    while (tokens.is(start - 1, '.') && tokens.is(start - 2, Kind.WORD)) {
      start -= 2;
    }
    return start;
  }

  private static boolean hasSchema(ScriptProgram program, ObjectValue object) {
    if (!(object.get("description") instanceof Text)
        && HANDLERS.stream().noneMatch(handler -> object.get(handler) instanceof Closure)) {
      return false;
    }
    for (String name : ToolReader.SCHEMAS) {
      Value schema = object.get(name);
      if (program.reader().schemas().isSchema(schema)
          || name.toLowerCase(Locale.ROOT).contains("schema")
              && !(schema instanceof Value.Nothing)
              && !(schema instanceof Text)) {
        return true;
      }
    }
    return false;
  }
}
