package io.mcpcatalogue.collect.listing;

import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the tools of one server from the pages of its list, keeping whatever can be kept: a tool
 * of wrong shape is a gap, not the end. For one thread.
 */
public final class ToolListReader {
  /** A hostile list must not turn into a million gaps. */
  private static final int MAX_GAPS = 100;

  private static final int MAX_QUOTE = 80;

  private static final List<String> TEXTS = List.of("title", "description");
  private static final List<String> SCHEMAS = List.of("inputSchema", "input_schema", "parameters");
  private static final List<String> ARGUMENTS = List.of("arguments", "parameters");

  private final int maxTools;
  private final String origin;
  private final List<ToolDefinition> tools = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private int seen;
  private int leftOut;
  private int gapsLeftOut;
  private boolean schemaSeen;

  /** Reads tools that were found at this origin, such as {@code tools/list}. */
  public ToolListReader(CollectLimits limits, String origin) {
    this.maxTools = limits.maxTools();
    this.origin = origin;
  }

  /** Adds one page. */
  public void add(JsonArray page) {
    page.values().forEach(this::addTool);
  }

  /** Whether no further tool will be kept. */
  public boolean isFull() {
    return tools.size() >= maxTools;
  }

  public List<ToolDefinition> tools() {
    return List.copyOf(tools);
  }

  /** Whether any tool came with a JSON Schema of its own, as only a server's answer does. */
  public boolean schemaSeen() {
    return schemaSeen;
  }

  /** What could not be read, what was left out, and which names stand there twice. */
  public List<Gap> gaps() {
    List<Gap> all = new ArrayList<>(gaps);
    if (gapsLeftOut > 0) {
      all.add(new Gap(origin, Gap.Kind.MALFORMED, gapsLeftOut + " more faults of the same list"));
    }
    if (leftOut > 0) {
      all.add(
          new Gap(
              origin,
              Gap.Kind.LIMIT,
              "only the first " + maxTools + " tools were read; " + leftOut + " more were listed"));
    }
    all.addAll(duplicates());
    return all;
  }

  private void addTool(JsonValue item) {
    seen++;
    if (isFull()) {
      leftOut++;
      return;
    }
    if (!(item instanceof JsonObject listed)) {
      gap("tool " + seen + " is " + kindOf(item) + ", not an object");
      return;
    }
    JsonObject tool = unwrapped(listed);
    String name = tool.text("name").orElse("");
    if (name.isEmpty()) {
      gap("tool " + seen + " has " + whyNoName(tool));
      return;
    }
    tools.add(definition(tool, name));
  }

  /** A tool in the function-calling form: its members stand one level deeper. */
  private static JsonObject unwrapped(JsonObject listed) {
    JsonObject function = listed.object("function");
    return listed.members().containsKey("name") || function.isEmpty() ? listed : function;
  }

  private ToolDefinition definition(JsonObject tool, String name) {
    for (String member : TEXTS) {
      JsonValue text = tool.members().get(member);
      if (text != null && !(text instanceof JsonString) && !(text instanceof JsonNull)) {
        gap(label(name) + " has a " + member + " that is " + kindOf(text) + ", no text");
      }
    }
    for (String member : SCHEMAS) {
      JsonValue schema = tool.members().get(member);
      if (schema instanceof JsonObject object) {
        schemaSeen = true;
        return of(tool, object, SchemaCoverage.COMPLETE);
      }
      if (schema != null && !(schema instanceof JsonArray && member.equals("parameters"))) {
        gap(label(name) + " has an " + member + " that is " + kindOf(schema) + ", not an object");
        return of(tool, JsonObject.EMPTY, SchemaCoverage.UNKNOWN);
      }
    }
    for (String member : ARGUMENTS) {
      if (tool.members().get(member) instanceof JsonArray arguments) {
        return of(tool, ArgumentList.toSchema(arguments), SchemaCoverage.COMPLETE);
      }
    }
    return of(tool, JsonObject.EMPTY, SchemaCoverage.UNKNOWN);
  }

  private String label(String name) {
    return "tool " + seen + " (" + SafeText.line(name, MAX_QUOTE) + ")";
  }

  private ToolDefinition of(JsonObject tool, JsonObject schema, SchemaCoverage coverage) {
    return new ToolDefinition(
        tool.text("name").orElse(""),
        tool.text("title").orElse(""),
        tool.text("description").orElse(""),
        schema,
        coverage,
        tool.object("annotations"),
        tool,
        origin);
  }

  private static String whyNoName(JsonObject tool) {
    JsonValue name = tool.members().get("name");
    if (name == null) {
      return "no name";
    }
    return name.text().isPresent() ? "an empty name" : "a name that is " + kindOf(name);
  }

  private List<Gap> duplicates() {
    Map<String, Integer> times = new LinkedHashMap<>();
    tools.forEach(tool -> times.merge(tool.name(), 1, Integer::sum));
    List<Gap> repeated = new ArrayList<>();
    times.forEach(
        (name, count) -> {
          if (count > 1) {
            repeated.add(
                new Gap(
                    origin,
                    Gap.Kind.DUPLICATE,
                    "the tool \""
                        + SafeText.line(name, MAX_QUOTE)
                        + "\" is listed "
                        + count
                        + " times"));
          }
        });
    if (repeated.size() <= MAX_GAPS) {
      return repeated;
    }
    List<Gap> first = new ArrayList<>(repeated.subList(0, MAX_GAPS));
    first.add(
        new Gap(
            origin,
            Gap.Kind.DUPLICATE,
            repeated.size() - MAX_GAPS + " more names are listed several times"));
    return first;
  }

  private void gap(String reason) {
    if (gaps.size() < MAX_GAPS) {
      gaps.add(new Gap(origin, Gap.Kind.MALFORMED, reason));
    } else {
      gapsLeftOut++;
    }
  }

  private static String kindOf(JsonValue value) {
    if (value instanceof JsonObject) {
      return "an object";
    }
    if (value instanceof JsonArray) {
      return "an array";
    }
    if (value instanceof JsonNumber) {
      return "a number";
    }
    if (value instanceof JsonBoolean) {
      return "true or false";
    }
    return value instanceof JsonNull ? "null" : "a string";
  }
}
