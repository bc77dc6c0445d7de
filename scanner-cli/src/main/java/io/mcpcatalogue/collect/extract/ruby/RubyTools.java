package io.mcpcatalogue.collect.extract.ruby;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.lex.WordIndex;
import io.mcpcatalogue.collect.extract.ruby.RubyFile.RubyClass;
import io.mcpcatalogue.collect.extract.ruby.RubyLiterals.Arguments;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolCollection;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the ways in which Ruby servers declare tools. For one package and one thread. */
final class RubyTools {
  private static final int MAX_BASES = 16;

  /** The bases that the kits have; the first kit calls a tool like its class, in small letters. */
  private static final Pattern SMALL_LETTERS = Pattern.compile("(?:::)?MCP::Tool|ActionMCP::Tool");

  private static final Pattern AS_WRITTEN = Pattern.compile("FastMcp::Tool|ActionTool::Base");

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "string",
          "integer", "integer",
          "float", "number",
          "decimal", "number",
          "bool", "boolean",
          "hash", "object",
          "array", "array");

  private static final Set<String> DEFINING = Set.of("define", "define_tool");

  private final Map<String, RubyClass> classes = new HashMap<>();
  private final ToolCollection tools = new ToolCollection();

  RubyTools(List<RubyFile> files) {
    files.forEach(file -> file.classes().forEach(each -> classes.putIfAbsent(each.name(), each)));
    Map<RubyFile, RubyLiterals> literals = new LinkedHashMap<>();
    files.forEach(file -> literals.put(file, new RubyLiterals(file.tokens())));
    literals.forEach(this::read);
    if (tools.isEmpty() || tools.isOpen()) {
      // What is sent to a model is written like this as well, so that registrations come first.
      literals.forEach((file, read) -> described(file, read, "input_schema"));
    }
    literals.forEach(
        (file, read) -> {
          if (read.isExhausted()) {
            tools.incomplete(file.path());
          }
        });
  }

  Extracted extracted(boolean isServer) {
    return tools.extracted(isServer);
  }

  private void read(RubyFile file, RubyLiterals literals) {
    for (RubyClass each : file.classes()) {
      String kit = kit(each);
      boolean isTool = SMALL_LETTERS.matcher(kit).matches() || AS_WRITTEN.matcher(kit).matches();
      if (isTool) {
        tool(file, each, literals, AS_WRITTEN.matcher(kit).matches());
      }
    }
    defined(file, literals);
    described(file, literals, "inputSchema");
    instructions(file.tokens(), literals);
  }

  /** {@code MCP::Server.new(name: "notes", instructions: "…")}. */
  private void instructions(Tokens tokens, RubyLiterals literals) {
    String word = "instructions";
    WordIndex words = tokens.words();
    for (int i = words.first(word); i != Tokens.NONE; i = words.next(i)) {
      int open = tokens.enclosing(i);
      if (open > 2 && tokens.is(open - 1, "new") && tokens.text(open - 3).endsWith("Server")) {
        literals.arguments(open).text(word).ifPresent(tools::instructions);
      }
    }
  }

  /** The base at the end of the chain of bases that the sources have. */
  private String kit(RubyClass type) {
    RubyClass next = type;
    for (int i = 0; i < MAX_BASES; i++) {
      RubyClass base = classes.get(next.baseName());
      boolean isKit =
          SMALL_LETTERS.matcher(next.base()).matches() || AS_WRITTEN.matcher(next.base()).matches();
      if (isKit || base == null || base.equals(next)) {
        break;
      }
      next = base;
    }
    return next.base();
  }

  private void tool(RubyFile file, RubyClass type, RubyLiterals literals, boolean asWritten) {
    Tokens tokens = file.tokens();
    Declared declared = new Declared();
    declared.name = asWritten ? type.name() : underscored(type.name());
    for (int i = type.from(); i < type.to(); i++) {
      if (!tokens.is(i, Kind.WORD) || !tokens.startsLine(i) || isNoCall(i, tokens)) {
        continue;
      }
      switch (tokens.text(i)) {
        case "tool_name" -> {
          Arguments arguments = literals.arguments(i + 1);
          declared.name = first(arguments).orElse("");
        }
        case "title" -> declared.title = first(literals.arguments(i + 1)).orElse("");
        case "description" -> {
          Arguments arguments = literals.arguments(i + 1);
          declared.description = first(arguments).orElse("");
          declared.exact = arguments.exact();
        }
        case "input_schema" -> declared.schema(literals.arguments(i + 1));
        case "annotations" -> declared.annotations(literals.arguments(i + 1));
        case "property" -> declared.property(literals.arguments(i + 1));
        case "arguments" -> rules(tokens, i + 1, literals, declared);
        default -> {}
      }
    }
    // A class without a description is a base for others.
    if (!declared.description.isEmpty() || declared.schema.isPresent()) {
      add(declared, new Place(file.path(), type.line()));
    }
  }

  /** What is assigned is a variable of some method; a colon right behind makes it a key. */
  private static boolean isNoCall(int word, Tokens tokens) {
    return tokens.is(word + 1, '=')
        || tokens.is(word + 1, ':') && tokens.start(word + 1) == tokens.end(word);
  }

  private static Optional<String> first(Arguments arguments) {
    return arguments.positional().stream().findFirst().flatMap(JsonValue::text);
  }

  /** {@code MakeNoteTool} is {@code make_note_tool}. */
  private static String underscored(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  private void add(Declared declared, Place place) {
    if (declared.name.isEmpty()) {
      tools.unknown(place, "the name of a tool is known only when the server runs");
      return;
    }
    tools.add(
        new ExtractedTool(
            declared.name,
            declared.title,
            declared.description.strip(),
            declared.exact,
            declared.schema.orElseGet(declared::ownSchema),
            declared.complete ? SchemaCoverage.COMPLETE : SchemaCoverage.PARTIAL,
            declared.annotations,
            place,
            "",
            Confidence.REGISTERED));
  }

  /** {@code MCP::Tool.define(name: "…", …)}, {@code server.define_tool(name: "…", …)}. */
  private void defined(RubyFile file, RubyLiterals literals) {
    Tokens tokens = file.tokens();
    for (int i = 1; i < tokens.count(); i++) {
      boolean defines =
          tokens.is(i, Kind.WORD)
              && DEFINING.contains(tokens.text(i))
              && tokens.is(i - 1, '.')
              && (tokens.is(i, "define_tool") || tokens.is(i - 2, "Tool"));
      if (!defines) {
        continue;
      }
      Arguments arguments = literals.arguments(i + 1);
      add(declared(arguments, "input_schema"), new Place(file.path(), tokens.line(i)));
    }
  }

  /**
   * {@code {"name" => "make_note", "description" => "…", "inputSchema" => {…}}}, and calls with
   * arguments of these names.
   */
  private void described(RubyFile file, RubyLiterals literals, String schema) {
    Tokens tokens = file.tokens();
    WordIndex words = tokens.words();
    for (int i = words.first(schema); i != Tokens.NONE; i = words.next(i)) {
      int open = tokens.enclosing(i);
      Arguments members = members(open, tokens, literals);
      if (members.text("name").isPresent() && members.text("description").isPresent()) {
        add(declared(members, schema), new Place(file.path(), tokens.line(open)));
      }
    }
  }

  private static Arguments members(int open, Tokens tokens, RubyLiterals literals) {
    if (open == Tokens.NONE) {
      return new Arguments(List.of(), Map.of(), false, open);
    }
    if (tokens.is(open, '(')) {
      return literals.arguments(open);
    }
    RubyLiterals.Read read = literals.read(open);
    return new Arguments(
        List.of(),
        tokens.is(open, '{')
            ? read.json().map(JsonValue::asObject).orElse(JsonObject.EMPTY).members()
            : Map.of(),
        read.exact(),
        read.next());
  }

  private static Declared declared(Arguments members, String schema) {
    Declared declared = new Declared();
    declared.name = members.text("name").orElse("");
    declared.title = members.text("title").orElse("");
    declared.description = members.text("description").orElse("");
    declared.exact = members.exact();
    declared.complete = members.exact();
    if (members.named().get(schema) instanceof JsonObject known) {
      declared.whole(known.members());
    }
    if (members.named().get("annotations") instanceof JsonObject hints) {
      declared.hints(hints.members());
    }
    return declared;
  }

  /** {@code arguments do required(:text).filled(:string).description("…") end}. */
  private static void rules(Tokens tokens, int block, RubyLiterals literals, Declared declared) {
    int depth = 0;
    for (int i = block; i < tokens.count(); i++) {
      String word = tokens.is(i, Kind.WORD) ? tokens.text(i) : "";
      if (word.equals("do") || i == block && tokens.is(i, '{')) {
        depth++;
      } else if (word.equals("end") && !tokens.is(i - 1, '.')) {
        depth--;
      } else if (depth == 1 && Set.of("required", "optional").contains(word)) {
        rule(tokens, i, literals, declared);
      }
      if (depth == 0) {
        return;
      }
    }
  }

  private static void rule(Tokens tokens, int at, RubyLiterals literals, Declared declared) {
    Arguments name = literals.arguments(at + 1);
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    boolean hidden = false;
    int next = name.next();
    while (tokens.is(next, '.') && tokens.is(next + 1, Kind.WORD)) {
      String method = tokens.text(next + 1);
      boolean called = tokens.is(next + 2, '(');
      Arguments arguments =
          called
              ? literals.arguments(next + 2)
              : new Arguments(List.of(), Map.of(), true, next + 2);
      Optional<String> type = first(arguments).map(word -> TYPES.getOrDefault(word, ""));
      switch (method) {
        case "filled", "value", "maybe" ->
            type.filter(word -> !word.isEmpty())
                .ifPresent(word -> schema.put("type", JsonValue.of(word)));
        case "array", "each" -> {
          schema.put("type", JsonValue.of("array"));
          type.filter(word -> !word.isEmpty())
              .ifPresent(
                  word -> schema.put("items", new JsonObject(Map.of("type", JsonValue.of(word)))));
        }
        case "hash" -> schema.put("type", JsonValue.of("object"));
        case "description" ->
            first(arguments).ifPresent(text -> schema.put("description", JsonValue.of(text)));
        case "hidden" -> hidden = true;
        default -> {}
      }
      if (arguments.named().get("included_in?") instanceof JsonArray values) {
        schema.put("enum", values);
      }
      next = arguments.next();
    }
    if (!hidden) {
      first(name).ifPresent(known -> declared.rule(known, schema, tokens.is(at, "required")));
    }
  }

  /** What is said of one tool. For one tool. */
  private static final class Declared {
    private String name = "";
    private String title = "";
    private String description = "";
    private boolean exact = true;
    private boolean complete = true;
    private Optional<JsonObject> schema = Optional.empty();
    private JsonObject annotations = JsonObject.EMPTY;
    private final ObjectSchema properties = new ObjectSchema();

    void schema(Arguments arguments) {
      complete &= arguments.exact();
      Map<String, JsonValue> members = new LinkedHashMap<>();
      arguments.positional().forEach(each -> members.putAll(each.asObject().members()));
      members.putAll(arguments.named());
      whole(members);
    }

    void whole(Map<String, JsonValue> members) {
      Map<String, JsonValue> whole = new LinkedHashMap<>();
      whole.put("type", JsonValue.of("object"));
      whole.putAll(members);
      schema = Optional.of(new JsonObject(whole));
    }

    void annotations(Arguments arguments) {
      hints(arguments.named());
    }

    /** {@code read_only_hint} is {@code readOnlyHint}. */
    void hints(Map<String, JsonValue> written) {
      Map<String, JsonValue> hints = new LinkedHashMap<>();
      written.forEach(
          (hint, value) -> {
            StringBuilder camel = new StringBuilder();
            for (String word : hint.split("_")) {
              camel.append(
                  camel.isEmpty() || word.isEmpty()
                      ? word
                      : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            hints.put(camel.toString(), value);
          });
      annotations = new JsonObject(hints);
    }

    /** {@code property :text, type: "string", required: true}. */
    void property(Arguments arguments) {
      Map<String, JsonValue> members = new LinkedHashMap<>(arguments.named());
      JsonValue isRequired = members.remove("required");
      first(arguments)
          .ifPresent(known -> rule(known, members, JsonValue.of(true).equals(isRequired)));
    }

    void rule(String property, Map<String, JsonValue> described, boolean isRequired) {
      properties.put(property, new JsonObject(described), isRequired);
    }

    JsonObject ownSchema() {
      return properties.build();
    }
  }
}
