package io.mcpcatalogue.bench.speed;

import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Real tool definitions with the names of their servers, parsed and ready to be judged. */
record RealTools(List<Served> tools) {
  private static final List<String> FILES = List.of("gold.jsonl", "annotated.jsonl");
  private static final List<String> MEMBERS =
      List.of("name", "title", "description", "inputSchema", "outputSchema", "annotations");

  /** A tool and the server that offers it. */
  record Served(ToolDefinition tool, String server) {}

  RealTools {
    tools = List.copyOf(tools);
  }

  /** The tools below a folder; none where the folder is not there. */
  static RealTools below(Path folder) throws IOException, MalformedJsonException {
    JsonReader json = JsonReader.withDefaultLimits();
    List<Served> tools = new ArrayList<>();
    for (String file : FILES) {
      if (Files.exists(folder.resolve(file))) {
        for (String line : Files.readAllLines(folder.resolve(file))) {
          JsonObject object = json.parse(line).asObject();
          add(object, object.text("server").orElse(""), tools);
        }
      }
    }
    for (Path listing : listings(folder.resolve("live"))) {
      JsonValue list = json.parse(Files.readAllBytes(listing));
      JsonValue listed = list.asObject().get("tools").orElse(list);
      for (JsonValue tool : listed.asArray().values()) {
        add(tool.asObject(), listing.getParent().getFileName().toString(), tools);
      }
    }
    return new RealTools(tools);
  }

  /** Mean length of a definition, written as compact JSON. */
  long meanLength() {
    return (long)
        tools.stream()
            .mapToInt(served -> served.tool().raw().toString().length())
            .average()
            .orElse(0);
  }

  private static List<Path> listings(Path live) throws IOException {
    if (!Files.isDirectory(live)) {
      return List.of();
    }
    try (Stream<Path> servers = Files.list(live)) {
      return servers
          .map(server -> server.resolve("tools.json"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }

  private static void add(JsonObject object, String server, List<Served> tools) {
    JsonObjectBuilder tool = new JsonObjectBuilder();
    for (String member : MEMBERS) {
      tool.putIfPresent(member, object.get(member));
    }
    if (!object.text("name").orElse("").isEmpty()) {
      tools.add(new Served(ToolDefinition.of(tool.build(), "corpus"), server));
    }
  }
}
