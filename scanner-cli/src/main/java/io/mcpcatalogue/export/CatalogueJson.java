package io.mcpcatalogue.export;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.Optional;

/** One server of the catalogue as one JSON object, complete enough to be imported again. */
public final class CatalogueJson {
  /** Raised when a member is renamed or dropped. */
  public static final String SCHEMA = "mcp-catalogue/server/1";

  private CatalogueJson() {}

  /** The line for a server. */
  public static JsonObject line(
      ServerReport report,
      String rulesDigest,
      String scannedAt,
      String checkedAt,
      List<String> hosts) {
    ServerManifest manifest = report.manifest();
    return new JsonObjectBuilder()
        .put("schema", SCHEMA)
        .put("id", manifest.id())
        .put("name", manifest.name())
        .putUnlessEmpty("version", manifest.version())
        .put("target", manifest.target())
        .put("method", manifest.method().name())
        .put("scannedAt", scannedAt)
        .put("checkedAt", checkedAt)
        .put("hosts", hosts.stream().map(JsonValue::of).toList())
        .put("rules", rulesDigest)
        .put("scanned", report.isScanned())
        .putUnlessEmpty("grade", report.assessment().grade())
        .putIfPresent("score", score(report))
        .putUnlessEmpty("description", manifest.description())
        .putUnlessEmpty("instructions", manifest.instructions())
        .put("tools", ReportedTool.of(report).stream().map(CatalogueJson::tool).toList())
        .put("signals", report.assessment().signals().stream().map(AssessmentJson::signal).toList())
        .put("offered", manifest.offered().stream().map(CatalogueJson::offered).toList())
        .put("facts", manifest.facts().stream().map(AssessmentJson::fact).toList())
        .put("gaps", manifest.gaps().stream().map(AssessmentJson::gap).toList())
        .build();
  }

  /** What was not scanned has none, as it has no grade. */
  private static Optional<JsonValue> score(ServerReport report) {
    return report.isScanned()
        ? Optional.of(JsonValue.of(report.assessment().score()))
        : Optional.empty();
  }

  private static JsonObject tool(ReportedTool reported) {
    ToolDefinition tool = reported.definition();
    JsonObjectBuilder members =
        AssessmentJson.members(Optional.empty(), "", reported.assessment(), reported.policy())
            .put("origin", tool.origin())
            .put("coverage", tool.schemaCoverage().name())
            .put("definition", tool.raw());
    return (tool.isAsSent() ? members : members.put("parsed", tool.parsed())).build();
  }

  private static JsonObject offered(OfferedItem item) {
    return new JsonObjectBuilder()
        .put("kind", item.kind().name())
        .put("name", item.name())
        .put("description", item.description())
        .put("definition", item.raw())
        .build();
  }
}
