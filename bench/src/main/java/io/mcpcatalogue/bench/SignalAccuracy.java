package io.mcpcatalogue.bench;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures signals and severities against the labels of careful readers: {@code SignalAccuracy
 * GOLD.jsonl [errors]}.
 */
public final class SignalAccuracy {
  /** The labels with the signal that answers each. */
  private static final Map<String, String> LABELS = new LinkedHashMap<>();

  static {
    LABELS.put("freeform", "schema/freeform-command");
    LABELS.put("path", "schema/file-path");
    LABELS.put("url", "schema/url");
  }

  private SignalAccuracy() {}

  public static void main(String[] arguments) throws IOException, MalformedJsonException {
    Classifier classifier = new Classifier(RuleSets.builtIn());
    JsonReader reader = JsonReader.withDefaultLimits();
    Map<String, int[]> counts = new LinkedHashMap<>();
    List<String> errors = new ArrayList<>();
    int severities = 0;
    int agreed = 0;
    int close = 0;
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      JsonObject row = reader.parse(line).asObject();
      JsonObject gold = row.get("gold").orElseThrow().asObject();
      Assessment assessment =
          classifier.assess(ToolDefinition.of(row, ""), row.text("server").orElse(""));
      for (Map.Entry<String, String> label : LABELS.entrySet()) {
        if (gold.members().get(label.getKey()) instanceof JsonBoolean expected) {
          boolean given =
              assessment.signals().stream().anyMatch(s -> s.id().equals(label.getValue()));
          int[] count = counts.computeIfAbsent(label.getKey(), key -> new int[4]);
          count[(expected.value() ? 2 : 0) + (given ? 1 : 0)]++;
          if (expected.value() != given) {
            errors.add(
                (given ? "wrong  " : "missed ")
                    + label.getKey()
                    + " "
                    + row.text("server").orElse("")
                    + " "
                    + assessment.tool()
                    + " "
                    + messages(assessment, label.getValue()));
          }
        }
      }
      if (gold.text("severity").isPresent()) {
        int expected =
            io.mcpcatalogue.model.Severity.valueOf(gold.text("severity").get()).ordinal();
        int distance = Math.abs(expected - assessment.severity().ordinal());
        severities++;
        agreed += distance == 0 ? 1 : 0;
        close += distance <= 1 ? 1 : 0;
        if (distance > 0) {
          errors.add(
              "severity "
                  + assessment.category()
                  + " "
                  + assessment.severity()
                  + " expected "
                  + gold.text("severity").get()
                  + " "
                  + assessment.tool());
        }
      }
    }
    counts.forEach(SignalAccuracy::print);
    System.out.printf(
        Locale.ROOT, "severity: %d of %d agree, %d within one level%n", agreed, severities, close);
    if (arguments.length > 1) {
      errors.stream().sorted().forEach(System.out::println);
    }
  }

  private static String messages(Assessment assessment, String id) {
    return assessment.signals().stream()
        .filter(signal -> signal.id().equals(id))
        .map(io.mcpcatalogue.model.Signal::message)
        .findFirst()
        .orElse("");
  }

  private static void print(String label, int[] count) {
    double precision = (double) count[3] / Math.max(1, count[3] + count[1]);
    double recall = (double) count[3] / Math.max(1, count[3] + count[2]);
    System.out.printf(
        Locale.ROOT,
        "%-9s precision %.3f  recall %.3f  F1 %.3f  (right %d, wrong %d, missed %d)%n",
        label,
        precision,
        recall,
        2 * precision * recall / Math.max(1e-9, precision + recall),
        count[3],
        count[1],
        count[2]);
  }
}
