package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Acceptance;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Finding;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.KnownFindings;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.VersionedId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    List<PlacedServer> servers = report.servers().stream().map(PlacedServer::of).toList();
    out.append("{\"$schema\":").append(JsonValue.of(SCHEMA).toString());
    out.append(",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":");
    out.append(driver(report, servers).toString());
    out.append("},\n\"invocations\":[").append(invocation(report).toString());
    out.append("],\n\"originalUriBaseIds\":").append(bases(servers).toString());
    out.append(",\n\"columnKind\":\"utf16CodeUnits\",\"properties\":");
    out.append(new JsonObjectBuilder().put("rules", report.rulesDigest()).build().toString());
    out.append(",\n\"results\":[");
    Results results = new Results(report, out);
    for (PlacedServer server : servers) {
      results(server, results);
    }
    out.append("]}]}\n");
  }

  /** A server whose tools were brought together with where each is. Immutable. */
  private record PlacedServer(ServerReport report, List<PlacedTool> tools) {
    static PlacedServer of(ServerReport report) {
      List<PlacedTool> tools = new ArrayList<>();
      for (ReportedTool tool : ReportedTool.of(report)) {
        SarifPlace place = SarifPlace.ofTool(report.manifest(), tool.definition());
        tools.add(new PlacedTool(tool.assessment(), place));
      }
      return new PlacedServer(report, List.copyOf(tools));
    }
  }

  private record PlacedTool(Assessment assessment, SarifPlace place) {}

  private static JsonObject driver(ScanReport report, List<PlacedServer> servers) {
    JsonObjectBuilder driver = new JsonObjectBuilder().put("name", "mcp-catalogue");
    String version = SarifReport.class.getPackage().getImplementationVersion();
    if (version != null) {
      driver.put("version", version);
    }
    SarifRules rules = new SarifRules(report.rules());
    for (PlacedServer server : servers) {
      server.report().assessment().signals().forEach(rules::add);
      for (PlacedTool tool : server.tools()) {
        Assessment assessment = tool.assessment();
        if (isWorthAResult(assessment)) {
          rules.add(assessment.category(), assessment.severity());
        }
        assessment.signals().forEach(rules::add);
      }
    }
    return driver.put("rules", rules.toJson()).build();
  }

  /** Where paths begin that are in no folder of this machine: each server has its own place. */
  private static JsonObject bases(List<PlacedServer> servers) {
    JsonObjectBuilder bases = new JsonObjectBuilder();
    Set<String> named = new HashSet<>();
    for (PlacedServer server : servers) {
      ServerManifest manifest = server.report().manifest();
      for (PlacedTool tool : server.tools()) {
        String base = tool.place().base();
        if (!base.isEmpty() && named.add(base)) {
          String text = "The sources of " + new VersionedId(manifest.id(), manifest.version());
          bases.put(
              base, new JsonObjectBuilder().put("description", SarifReport.message(text)).build());
        }
      }
    }
    return bases.build();
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

  private static void results(PlacedServer placed, Results results) throws IOException {
    ServerReport server = placed.report();
    Iterator<Assessment> rest = server.acceptance().rest().tools().iterator();
    for (PlacedTool tool : placed.tools()) {
      Assessment assessment = tool.assessment();
      Assessment unaccepted = rest.next();
      SarifPlace place = tool.place();
      String name = place.name() + ": ";
      if (isWorthAResult(assessment)) {
        String id = assessment.category().verdictId();
        Optional<String> accepted = whyAccepted(id, place.name(), unaccepted, server.acceptance());
        results.add(id, assessment.severity(), name + verdict(assessment), place, accepted);
      }
      addSignals(assessment.signals(), name, place, server, results);
    }
    ServerManifest manifest = server.manifest();
    SarifPlace place = SarifPlace.ofServer(manifest);
    addSignals(server.assessment().signals(), manifest.name() + ": ", place, server, results);
  }

  private static void addSignals(
      List<Signal> signals, String name, SarifPlace place, ServerReport server, Results results)
      throws IOException {
    for (Signal signal : signals) {
      Optional<String> accepted = server.acceptance().reason(place.name(), signal.id());
      results.add(signal.id(), signal.severity(), name + signal.message(), place, accepted);
    }
  }

  /**
   * Why a verdict is accepted: by itself, or with the signals that alone made it a result.
   *
   * @param rest the verdict without what is accepted
   */
  private static Optional<String> whyAccepted(
      String verdict, String tool, Assessment rest, Acceptance acceptance) {
    Optional<String> reason = acceptance.reason(tool, verdict);
    return reason.isPresent() || isWorthAResult(rest)
        ? reason
        : Optional.of(String.join("; ", new TreeSet<>(acceptance.reasons(tool).values())));
  }

  /** Reading without anything special about it is what a server is for. */
  private static boolean isWorthAResult(Assessment assessment) {
    return assessment.category() != Category.READ
        || assessment.severity().isAtLeast(Severity.MEDIUM);
  }

  private static String verdict(Assessment assessment) {
    return assessment.category()
        + ", severity "
        + assessment.severity()
        + ". "
        + assessment.rationale();
  }

  /** Square brackets would make a link of what a server says. */
  private static JsonObject message(String text) {
    String escaped =
        SafeText.line(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    return new JsonObjectBuilder().put("text", escaped).build();
  }

  /** Writes results as they come; for one report. */
  private static final class Results {
    private final Optional<KnownFindings> known;

    /** Either all results of a run tell whether they are suppressed, or none does. */
    private final boolean anyAccepted;

    private final Appendable out;
    private String separator = "\n";

    Results(ScanReport report, Appendable out) {
      this.known = report.known();
      this.anyAccepted = report.acceptedFindings() > 0;
      this.out = out;
    }

    void add(
        String rule, Severity severity, String text, SarifPlace place, Optional<String> accepted)
        throws IOException {
      JsonObjectBuilder result =
          new JsonObjectBuilder()
              .put("ruleId", rule)
              .put("level", SarifRules.levelOf(severity))
              .put("message", message(text))
              .put("locations", List.of(place.toJson()))
              .put("partialFingerprints", place.fingerprints(rule))
              .put("properties", new JsonObjectBuilder().put("severity", severity.name()).build());
      known
          .map(former -> former.knows(new Finding(place.server(), place.name(), rule, severity)))
          .ifPresent(isKnown -> result.put("baselineState", isKnown ? "unchanged" : "new"));
      if (anyAccepted) {
        result.put("suppressions", suppressions(accepted));
      }
      out.append(separator).append(result.build().toString());
      separator = ",\n";
    }

    private static List<JsonObject> suppressions(Optional<String> reason) {
      return reason
          .map(
              why ->
                  new JsonObjectBuilder().put("kind", "external").put("justification", why).build())
          .stream()
          .toList();
    }
  }
}
