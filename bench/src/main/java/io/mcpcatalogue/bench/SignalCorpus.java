package io.mcpcatalogue.bench;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Counts the signals that real tools get, and prints the findings of the rules whose id begins with
 * a prefix: {@code SignalCorpus CORPUS [PREFIX [MOST]]}.
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
    for (Signal signal : classifier.assess(ToolDefinition.of(tool, ""), "").signals()) {
      counts.merge(signal.severity() + " " + signal.id(), 1, Integer::sum);
      if ((signal.id() + " " + signal.severity()).startsWith(prefix)
          && printed.merge(signal.id(), 1, Integer::sum) <= most) {
        System.out.println(
            signal.id()
                + " | "
                + where
                + " | "
                + tool.text("name").orElse("")
                + " | "
                + signal.message());
      }
    }
  }

  private void tell(String part) {
    System.out.println("== " + part + ": " + tools + " tools");
    counts.forEach((signal, count) -> System.out.println("   " + count + " " + signal));
    counts.clear();
    tools = 0;
  }
}
