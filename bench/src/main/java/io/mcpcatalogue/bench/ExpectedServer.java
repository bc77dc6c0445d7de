package io.mcpcatalogue.bench;

import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tools that a repository or package is known to have. Immutable.
 *
 * @param name the repository or package
 * @param commit the commit it was established at, empty for a package
 * @param allTools whether these are all tools, so that any other one is a phantom
 */
record ExpectedServer(String name, String commit, boolean allTools, List<ExpectedTool> tools) {

  ExpectedServer {
    tools = List.copyOf(tools);
  }

  /**
   * One known tool. Immutable.
   *
   * @param server the server within a repository of several, else empty
   * @param description the whole description, or its beginning
   * @param cut whether the description is only the beginning
   * @param listed whether the server lists it; what is declared and never served counts neither way
   */
  record ExpectedTool(
      String server,
      String name,
      String description,
      boolean cut,
      Set<String> parameters,
      String file,
      boolean listed) {}

  /** The truth files of repositories keep this many characters of each description. */
  private static final int KEPT_OF_DESCRIPTION = 200;

  /** Reads a truth file of a repository. */
  static ExpectedServer ofRepository(Path file) throws IOException, MalformedJsonException {
    JsonObject truth = read(file);
    List<ExpectedTool> tools = new ArrayList<>();
    for (JsonValue value : array(truth, "tools")) {
      JsonObject tool = value.asObject();
      String description = tool.text("description").orElse("");
      tools.add(
          new ExpectedTool(
              tool.text("server").orElse(""),
              tool.text("name").orElse(""),
              description,
              description.length() >= KEPT_OF_DESCRIPTION,
              texts(array(tool, "params")),
              tool.text("file").orElse(""),
              !tool.get("listed").map(JsonValue::toString).equals(Optional.of("false"))));
    }
    return new ExpectedServer(
        truth.text("repo").orElse(""), truth.text("commit").orElse(""), true, tools);
  }

  /**
   * Reads what a running server listed; its sources may hold more tools than one configuration
   * lists.
   */
  static ExpectedServer ofLiveServer(Path directory) throws IOException, MalformedJsonException {
    JsonObject listed = read(directory.resolve("tools.json"));
    List<ExpectedTool> tools = new ArrayList<>();
    for (JsonValue value : array(listed, "tools")) {
      JsonObject tool = value.asObject();
      JsonObject schema = tool.object("inputSchema");
      tools.add(
          new ExpectedTool(
              "",
              tool.text("name").orElse(""),
              tool.text("description").orElse(""),
              false,
              schema.object("properties").members().keySet(),
              "",
              true));
    }
    return new ExpectedServer(directory.getFileName().toString(), "", false, tools);
  }

  private static JsonObject read(Path file) throws IOException, MalformedJsonException {
    return JsonReader.withDefaultLimits().parse(Files.readAllBytes(file)).asObject();
  }

  private static List<JsonValue> array(JsonObject object, String member) {
    return object
        .get(member)
        .map(JsonValue::asArray)
        .map(array -> array.values())
        .orElse(List.of());
  }

  private static Set<String> texts(List<JsonValue> values) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(value -> value.text().ifPresent(texts::add));
    return texts;
  }
}
