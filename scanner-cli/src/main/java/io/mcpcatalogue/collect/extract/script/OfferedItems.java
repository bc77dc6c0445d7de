package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.script.evaluate.Bindings;
import io.mcpcatalogue.collect.extract.script.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.script.evaluate.SchemaWords;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.module.ChangeFinder;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.Offers;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.OfferedItem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the prompts and resources of servers: {@code server.registerPrompt("name", {…}, handler)},
 * {@code server.resource("name", "note://{id}", handler)}, and the answers to the requests that
 * list them. Their texts reach models like those of tools; what cannot be followed is passed over,
 * for nothing is called through them.
 */
final class OfferedItems {
  private static final String APP_RESOURCE = "registerAppResource";
  private static final List<String> PROMPTS = List.of("registerPrompt", "prompt", "addPrompt");
  private static final List<String> RESOURCES =
      List.of("registerResource", APP_RESOURCE, "resource", "addResource", "addResourceTemplate");

  private static final List<String> TEXTS =
      List.of("name", "title", "description", "uri", "uriTemplate", "mimeType", "arguments");

  private final ScriptProgram program;
  private final List<OfferedItem> found = new ArrayList<>();

  private OfferedItems(ScriptProgram program) {
    this.program = program;
  }

  static List<OfferedItem> in(ScriptProgram program) {
    OfferedItems items = new OfferedItems(program);
    for (ScriptModule module : program.modules()) {
      PROMPTS.forEach(name -> items.registered(module, name, true));
      RESOURCES.forEach(name -> items.registered(module, name, false));
      module.callsOf("setRequestHandler").forEach(token -> items.listed(module, token));
    }
    return List.copyOf(items.found);
  }

  private void registered(ScriptModule module, String function, boolean prompts) {
    for (int token : module.callsOf(function)) {
      Tokens tokens = module.tokens();
      boolean member = tokens.is(token - 1, '.') || tokens.is(token - 1, "?.");
      int open = ChangeFinder.opening(tokens, token);
      List<Node> arguments = module.arguments(open);
      if (!member) {
        // A function that is given the server first.
        boolean given = function.equals(APP_RESOURCE) && !arguments.isEmpty();
        arguments = given ? arguments.subList(1, arguments.size()) : List.of();
      }
      if (!arguments.isEmpty() && !LibraryCode.contains(module, token)) {
        registered(module, token, arguments, prompts);
      }
    }
  }

  private void registered(ScriptModule module, int token, List<Node> arguments, boolean prompts) {
    program.evaluator().allow();
    Bindings top = program.evaluator().top();
    Node list = new Node.ArrayNode(token, arguments);
    for (Bindings each : program.alternatives().of(module, arguments.get(0), top)) {
      List<Value> values =
          Evaluator.itemsOf(program.evaluator().outcome(module, list, each).value());
      if (values.isEmpty()) {
        continue;
      }
      if (values.get(0) instanceof ObjectValue object) {
        item(object, prompts ? Kind.PROMPT : Kind.RESOURCE);
      } else if (isRegistration(values)) {
        if (prompts) {
          program
              .reader()
              .ofArguments(values, 0, program.context(module, token, Confidence.REGISTERED))
              .map(Offers::prompt)
              .ifPresent(found::add);
        } else {
          resource(values);
        }
      }
    }
  }

  /** A name first, and last what answers, which alone is no text and no data. */
  private static boolean isRegistration(List<Value> values) {
    Value last = values.get(values.size() - 1);
    return values.size() > 1
        && values.get(0).exactText().filter(ToolNames::isName).isPresent()
        && (last instanceof Closure || values.size() > 2 && !RegistrationCalls.isData(last));
  }

  private void resource(List<Value> values) {
    ObjectValue told = ObjectValue.EMPTY;
    for (Value value : values) {
      told = value instanceof ObjectValue object ? object : told;
    }
    // A template is an object that is made of its address.
    Value uri = values.get(1) instanceof Value.Call made ? made.argument(0) : values.get(1);
    found.add(
        Offers.resource(
            values.get(0).exactText().orElseThrow(),
            told.get("title").anyText().orElse(""),
            told.get("description").anyText().orElse(""),
            uri.anyText().orElse("")));
  }

  private void listed(ScriptModule module, int token) {
    List<Node> arguments = module.arguments(ChangeFinder.opening(module.tokens(), token));
    if (arguments.size() < 2 || module.methodAt(token).isPresent()) {
      return;
    }
    String request = SchemaWords.rootName(arguments.get(0));
    if (!request.contains("ListPrompts") && !request.contains("ListResource")) {
      return;
    }
    program.evaluator().allow();
    Node answer = new Node.Invocation(token, arguments.get(1), List.of(), false, Tokens.NONE);
    for (Value value :
        program.alternatives().valuesSeenFrom(token, module, answer, program.evaluator().top())) {
      for (Kind kind : Kind.values()) {
        if (program.evaluator().objects().member(value, memberOf(kind)) instanceof ListValue list) {
          list.items().forEach(item -> item(item.asObject(), kind));
        }
      }
    }
  }

  /** The member of an answer that lists them. */
  private static String memberOf(Kind kind) {
    return switch (kind) {
      case PROMPT -> "prompts";
      case RESOURCE -> "resources";
      case RESOURCE_TEMPLATE -> "resourceTemplates";
    };
  }

  /** What is described in one object, as far as it is known. */
  private void item(ObjectValue object, Kind kind) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String text : TEXTS) {
      Value value = object.get(text);
      Optional<JsonValue> json =
          value instanceof Text || value instanceof ListValue ? value.toJson() : Optional.empty();
      json.ifPresent(known -> members.put(text, known));
    }
    boolean template = kind == Kind.RESOURCE && members.containsKey("uriTemplate");
    OfferedItem item =
        OfferedItem.of(template ? Kind.RESOURCE_TEMPLATE : kind, new JsonObject(members));
    if (!item.name().isEmpty()) {
      found.add(item);
    }
  }
}
