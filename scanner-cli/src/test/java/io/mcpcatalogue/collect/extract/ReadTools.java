package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.Set;

/** What tests ask of the sources they write down: the tools of the servers in them. Immutable. */
public record ReadTools(
    List<String> servers,
    List<String> instructions,
    List<ToolDefinition> tools,
    List<OfferedItem> offered,
    List<Gap> gaps,
    List<Fact> facts) {

  /** Reads files given as path, text, path, text … */
  public static ReadTools of(String... pathsAndTexts) {
    Collected collected =
        Extraction.extract(MemoryTree.of(pathsAndTexts), SourceIdentity.ofDirectory("memory"));
    return new ReadTools(
        collected.servers().stream().map(ServerManifest::name).toList(),
        collected.servers().stream().map(ServerManifest::instructions).toList(),
        collected.servers().stream().flatMap(server -> server.tools().stream()).toList(),
        collected.servers().stream().flatMap(server -> server.offered().stream()).toList(),
        collected.servers().stream().flatMap(server -> server.gaps().stream()).toList(),
        collected.servers().stream().flatMap(server -> server.facts().stream()).toList());
  }

  public List<String> names() {
    return tools.stream().map(ToolDefinition::name).toList();
  }

  public ToolDefinition tool(String name) {
    return tools.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no tool " + name + " among " + names()));
  }

  public Set<String> parameters(String name) {
    return properties(name).members().keySet();
  }

  /** The schema of one parameter. */
  public String parameter(String tool, String parameter) {
    return properties(tool).get(parameter).map(JsonValue::toString).orElse("absent");
  }

  public String required(String name) {
    return tool(name).inputSchema().get("required").map(JsonValue::toString).orElse("[]");
  }

  private JsonObject properties(String name) {
    return tool(name).inputSchema().object("properties");
  }
}
