package io.mcpcatalogue.bench;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.OfferedItem.Kind;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Counts the signals that real tools get, and those of what their servers say beside the tools, and
 * prints the findings of the rules whose id begins with a prefix: {@code SignalCorpus CORPUS
 * [PREFIX [MOST]]}.
 */
public final class SignalCorpus {
  private final Classifier classifier = new Classifier(RuleSets.builtIn());
  private final JsonReader reader = JsonReader.withDefaultLimits();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> printed = new TreeMap<>();
  private final String prefix;
  private final int most;
  private int tools;

  private SignalCorpus(String prefix, int most) {
    this.prefix = prefix;
    this.most = most;
  }

  public static void main(String[] arguments) throws IOException, MalformedJsonException {
    Path corpus = Path.of(arguments[0]);
    SignalCorpus counter =
        new SignalCorpus(
            arguments.length > 1 ? arguments[1] : "none",
            arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20);
    try (Stream<Path> servers = Files.list(corpus.resolve("live"))) {
      for (Path server : servers.sorted().toList()) {
        JsonValue list = counter.reader.parse(Files.readAllBytes(server.resolve("tools.json")));
        counter.all(list, "live " + server.getFileName());
      }
    }
    counter.tell("live");
    try (Stream<Path> servers = Files.list(corpus.resolve("live"))) {
      for (Path server : servers.sorted().toList()) {
        counter.besideTools(server);
      }
    }
    counter.tell("live, beside the tools");
    for (String file : new String[] {"annotated.jsonl", "gold.jsonl", "intercept.jsonl"}) {
      for (String line : Files.readAllLines(corpus.resolve(file))) {
        JsonObject row = counter.reader.parse(line).asObject();
        counter.one(row, file + " " + row.text("server").orElse(""));
      }
      counter.tell(file);
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus.resolve("index.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonObject row = counter.reader.parse(line).asObject();
        counter.all(row, "index " + row.text("id").orElse(""));
      }
    }
    counter.tell("index");
  }

  /** Instructions, prompts and resources. */
  private void besideTools(Path server) throws IOException, MalformedJsonException {
    String name = String.valueOf(server.getFileName());
    Path initialize = server.resolve("initialize.json");
    String instructions =
        Files.exists(initialize)
            ? reader
                .parse(Files.readAllBytes(initialize))
                .asObject()
                .text("instructions")
                .orElse("")
            : "";
    List<OfferedItem> offered = new ArrayList<>();
    offered.addAll(items(server.resolve("prompts.json"), Kind.PROMPT));
    offered.addAll(items(server.resolve("resources.json"), Kind.RESOURCE));
    ServerManifest manifest =
        new ServerManifest(
            "npm:" + name,
            name,
            "",
            name,
            CollectionMethod.LISTED,
            "",
            instructions,
            List.of(),
            offered,
            List.of(),
            List.of());
    tools += instructions.isEmpty() && offered.isEmpty() ? 0 : 1;
    count(classifier.assess(manifest).signals(), "live " + name, "");
  }

  private List<OfferedItem> items(Path file, Kind kind) throws IOException, MalformedJsonException {
    List<OfferedItem> items = new ArrayList<>();
    if (Files.exists(file)) {
      addItems(reader.parse(Files.readAllBytes(file)), kind, items);
    }
    return items;
  }

  /** A saved answer is the list itself, or holds it below the name of what was asked for. */
  private static void addItems(JsonValue answer, Kind kind, List<OfferedItem> items) {
    for (JsonValue member : answer.asObject().members().values()) {
      if (member instanceof JsonArray list) {
        list.values().forEach(item -> items.add(OfferedItem.of(kind, item.asObject())));
      } else if (member instanceof JsonObject inner) {
        addItems(inner, kind, items);
      }
    }
  }

  private void all(JsonValue list, String where) {
    JsonValue tools = list.asObject().get("tools").orElse(list);
    for (JsonValue tool : tools.asArray().values()) {
      one(tool.asObject(), where);
    }
  }

  private void one(JsonObject tool, String where) {
    if (tool.text("name").orElse("").isEmpty()) {
      return;
    }
    tools++;
    count(
        classifier.assess(ToolDefinition.of(tool, ""), "").signals(),
        where,
        tool.text("name").orElse(""));
  }

  private void count(List<Signal> signals, String where, String name) {
    for (Signal signal : signals) {
      counts.merge(signal.severity() + " " + signal.id(), 1, Integer::sum);
      if ((signal.id() + " " + signal.severity()).startsWith(prefix)
          && printed.merge(signal.id(), 1, Integer::sum) <= most) {
        System.out.println(signal.id() + " | " + where + " | " + name + " | " + signal.message());
      }
    }
  }

  private void tell(String part) {
    System.out.println("== " + part + ": " + tools + " read");
    counts.forEach((signal, count) -> System.out.println("   " + count + " " + signal));
    counts.clear();
    tools = 0;
  }
}
