package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import io.mcpcatalogue.classifier.rule.Example;
import io.mcpcatalogue.classifier.rule.Example.Kind;
import io.mcpcatalogue.classifier.rule.Example.Subject;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the examples beside rules: {@code fires}, {@code silent} and {@code todo-fires}. An example
 * is a description, a tool, or a server. For one thread.
 */
public final class ExamplesReader {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

  private final Faults faults;

  private ExamplesReader(Faults faults) {
    this.faults = faults;
  }

  /** The examples of the rules that come with the program. */
  public static List<Example> builtIn() {
    try {
      return read(RuleSets.packed(RuleSets.PACKED_EXAMPLES).pack(), new Faults());
    } catch (RuleLoadException e) {
      throw new IllegalStateException("the built-in examples are broken:\n" + e.getMessage(), e);
    }
  }

  /** All examples below a folder of rules, in the order of their files. */
  public static List<Example> read(Path folder) throws IOException, RuleLoadException {
    Faults faults = new Faults();
    return read(RulePack.readExamples(folder, faults), faults);
  }

  private static List<Example> read(RulePack files, Faults faults) throws RuleLoadException {
    ExamplesReader reader = new ExamplesReader(faults);
    List<Example> examples = new ArrayList<>();
    for (RuleFile file : files.files()) {
      if (isOfRule(file.path())) {
        reader.read(file, examples);
      }
    }
    faults.throwIfAny();
    return examples;
  }

  /** The examples of other folders have their own form. */
  private static boolean isOfRule(String path) {
    return path.startsWith("signals/")
        || path.startsWith("categories/")
        || path.startsWith("capabilities/")
        || path.startsWith("severity/");
  }

  private void read(RuleFile file, List<Example> examples) {
    String rule =
        file.path().substring(0, file.path().length() - RulePack.EXAMPLES_ENDING.length());
    MapReader map = MapReader.of(file.root(), faults);
    Map<String, Kind> kinds = new TreeMap<>();
    kinds.put("fires", Kind.FIRES);
    kinds.put("silent", Kind.SILENT);
    kinds.put("todo-fires", Kind.TODO_FIRES);
    for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
      for (YamlNode item : map.items(kind.getKey())) {
        examples.add(example(rule, kind.getValue(), item));
      }
    }
    map.finish();
  }

  private Example example(String rule, Kind kind, YamlNode node) {
    String place = node.place().toString();
    if (node instanceof YamlText text) {
      JsonObject tool =
          new JsonObjectBuilder().put("name", "example").put("description", text.value()).build();
      return new Example(rule, place, kind, Optional.empty(), new Subject.OfTool(tool(tool, node)));
    }
    JsonObject object = json(node).asObject();
    if (object.members().get("server") instanceof JsonObject given) {
      Subject server = server(given, node);
      return new Example(rule, place, kind, Optional.empty(), server);
    }
    Optional<Category> verdict = constant("verdict", Category.class, object, node);
    if (object.text("name").orElse("").isEmpty()) {
      faults.add(node.place(), "an example is a description, a tool with a name, or a server");
      return example(rule, kind, new YamlText("-", true, node.place()));
    }
    return new Example(rule, place, kind, verdict, new Subject.OfTool(tool(object, node)));
  }

  private <E extends Enum<E>> Optional<E> constant(
      String member, Class<E> type, JsonObject object, YamlNode node) {
    Optional<String> name = object.text(member);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name.get())) {
        return Optional.of(constant);
      }
    }
    faults.add(node.place(), "'" + name.get() + "' is no " + member);
    return Optional.empty();
  }

  /** Unless it says otherwise, an example is all that there is of the tool. */
  private ToolDefinition tool(JsonObject tool, YamlNode node) {
    Optional<SchemaCoverage> coverage = constant("coverage", SchemaCoverage.class, tool, node);
    return ToolDefinition.of(
        tool, coverage.orElse(SchemaCoverage.COMPLETE), node.place().toString());
  }

  private Subject server(JsonObject server, YamlNode node) {
    List<ToolDefinition> tools = new ArrayList<>();
    for (JsonValue tool : server.items("tools")) {
      tools.add(tool(tool.asObject(), node));
    }
    List<OfferedItem> offered = new ArrayList<>();
    for (JsonValue prompt : server.items("prompts")) {
      offered.add(OfferedItem.of(OfferedItem.Kind.PROMPT, prompt.asObject()));
    }
    List<Fact> facts = new ArrayList<>();
    for (JsonValue fact : server.items("facts")) {
      JsonObject object = fact.asObject();
      facts.add(new Fact(object.text("id").orElse(""), object.text("value").orElse(""), "example"));
    }
    return new Subject.OfServer(
        new ServerManifest(
            "file:example",
            server.text("name").orElse("example"),
            "",
            "example",
            constant("method", CollectionMethod.class, server, node)
                .orElse(CollectionMethod.LISTED),
            server.text("description").orElse(""),
            server.text("instructions").orElse(""),
            tools,
            offered,
            facts,
            List.of()));
  }

  /** YAML as the JSON that it spells: unquoted numbers, flags and null are no text. */
  private static JsonValue json(YamlNode node) {
    if (node instanceof YamlMap map) {
      JsonObjectBuilder object = new JsonObjectBuilder();
      for (Entry entry : map.entries()) {
        object.put(entry.key(), json(entry.value()));
      }
      return object.build();
    }
    if (node instanceof YamlList list) {
      return new JsonArray(list.items().stream().map(ExamplesReader::json).toList());
    }
    YamlText text = (YamlText) node;
    if (text.plain() && (text.value().equals("true") || text.value().equals("false"))) {
      return JsonValue.of(text.value().equals("true"));
    }
    if (text.plain() && text.value().equals("null")) {
      return JsonNull.NULL;
    }
    if (text.plain() && NUMBER.matcher(text.value()).matches()) {
      return new JsonNumber(text.value());
    }
    return JsonValue.of(text.value());
  }
}
