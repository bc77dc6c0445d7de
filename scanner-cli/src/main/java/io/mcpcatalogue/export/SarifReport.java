package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * SARIF 2.1.0, for code scanning: one result for each tool that does more than read harmlessly, one
 * for each signal, and a notification for each gap. Immutable.
 */
final class SarifReport implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public void write(ScanReport report, ReportStyle style, Appendable out) throws IOException {
    out.append("{\"$schema\":").append(JsonValue.of(SCHEMA).toString());
    out.append(",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":");
    out.append(driver(report).toString());
    out.append("},\n\"invocations\":[").append(invocation(report).toString());
    out.append("],\n\"columnKind\":\"utf16CodeUnits\",\"properties\":");
    out.append(new JsonObjectBuilder().put("rules", report.rulesDigest()).build().toString());
    out.append(",\n\"results\":[");
    Results results = new Results(out);
    for (ServerReport server : report.servers()) {
      results(server, results);
    }
    out.append("]}]}\n");
  }

  private static JsonObject driver(ScanReport report) {
    JsonObjectBuilder driver = new JsonObjectBuilder().put("name", "mcp-catalogue");
    String version = SarifReport.class.getPackage().getImplementationVersion();
    if (version != null) {
      driver.put("version", version);
    }
    SarifRules rules = new SarifRules();
    for (ServerReport server : report.servers()) {
      server.assessment().signals().forEach(rules::add);
      for (ReportedTool tool : ReportedTool.of(server)) {
        if (isWorthAResult(tool)) {
          rules.add(tool.assessment().category(), tool.assessment().severity());
        }
        tool.assessment().signals().forEach(rules::add);
      }
    }
    return driver.put("rules", rules.toJson()).build();
  }

  private static JsonObject invocation(ScanReport report) {
    List<JsonObject> notifications = new ArrayList<>();
    report.gaps().forEach(gap -> notifications.add(notification("", gap)));
    for (ServerReport server : report.servers()) {
      server
          .manifest()
          .gaps()
          .forEach(gap -> notifications.add(notification(server.manifest().id() + ", ", gap)));
    }
    boolean anythingScanned = report.servers().stream().anyMatch(ServerReport::isScanned);
    return new JsonObjectBuilder()
        .put("executionSuccessful", anythingScanned)
        .put("toolExecutionNotifications", notifications)
        .build();
  }

  private static JsonObject notification(String server, Gap gap) {
    return new JsonObjectBuilder()
        .put("level", "warning")
        .put("message", message(server + gap.where() + ": " + gap.reason()))
        .put("descriptor", new JsonObjectBuilder().put("id", "gap/" + gap.kind().name()).build())
        .build();
  }

  private static void results(ServerReport server, Results results) throws IOException {
    ServerManifest manifest = server.manifest();
    for (ReportedTool tool : ReportedTool.of(server)) {
      SarifPlace place = SarifPlace.ofTool(manifest, tool.definition());
      if (isWorthAResult(tool)) {
        results.add(
            SarifRules.idOf(tool.assessment().category()),
            tool.assessment().severity(),
            tool.definition().name() + ": " + verdict(tool),
            place);
      }
      for (Signal signal : tool.assessment().signals()) {
        results.add(
            signal.id(),
            signal.severity(),
            tool.definition().name() + ": " + signal.message(),
            place);
      }
    }
    for (Signal signal : server.assessment().signals()) {
      results.add(
          signal.id(),
          signal.severity(),
          manifest.name() + ": " + signal.message(),
          SarifPlace.ofServer(manifest));
    }
  }

  /** Reading without anything special about it is what a server is for. */
  private static boolean isWorthAResult(ReportedTool tool) {
    return tool.assessment().category() != Category.READ
        || tool.assessment().severity().isAtLeast(Severity.MEDIUM);
  }

  private static String verdict(ReportedTool tool) {
    return tool.assessment().category()
        + ", severity "
        + tool.assessment().severity()
        + ". "
        + tool.assessment().rationale();
  }

  /** Square brackets would make a link of what a server says. */
  private static JsonObject message(String text) {
    String escaped =
        SafeText.line(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    return new JsonObjectBuilder().put("text", escaped).build();
  }

  /** Writes results as they come; for one report. */
  private static final class Results {
    private final Appendable out;
    private String separator = "\n";

    Results(Appendable out) {
      this.out = out;
    }

    void add(String rule, Severity severity, String text, SarifPlace place) throws IOException {
      JsonObject result =
          new JsonObjectBuilder()
              .put("ruleId", rule)
              .put("level", SarifRules.levelOf(severity))
              .put("message", message(text))
              .put("locations", List.of(place.toJson()))
              .put("partialFingerprints", place.fingerprints(rule))
              .put("properties", new JsonObjectBuilder().put("severity", severity.name()).build())
              .build();
      out.append(separator).append(result.toString());
      separator = ",\n";
    }
  }
}
