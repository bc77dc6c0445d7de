package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Acceptance;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.ToolDefinition;
import io.mcpcatalogue.model.VersionedId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report for machines, {@code docs/schema/scan.schema.json}: one tool a line, so that two
 * reports can be compared by lines. Immutable.
 */
final class JsonReport implements ReportFormat {
  static final String SCHEMA = "mcp-catalogue/scan/1";

  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(ScanReport report, ReportStyle style, Appendable out) throws IOException {
    out.append("{\"schema\":").append(JsonValue.of(SCHEMA).toString());
    out.append(",\"rules\":").append(JsonValue.of(report.rulesDigest()).toString());
    out.append(",\"servers\":[");
    String separator = "\n";
    for (ServerReport server : report.servers()) {
      out.append(separator);
      write(server, out);
      separator = ",\n";
    }
    out.append("],\n\"gaps\":");
    out.append(array(report.gaps().stream().map(AssessmentJson::gap).toList()));
    out.append(",\"hosts\":");
    out.append(array(report.hosts().stream().map(JsonValue::of).toList()));
    out.append(",\"accepted\":").append(String.valueOf(report.acceptedFindings()));
    out.append("}\n");
  }

  private static void write(ServerReport server, Appendable out) throws IOException {
    String head = head(server).toString();
    out.append(head, 0, head.length() - 1).append(",\"tools\":[");
    String separator = "\n";
    for (ReportedTool tool : ReportedTool.of(server)) {
      out.append(separator).append(tool(server.manifest().name(), tool).toString());
      separator = ",\n";
    }
    out.append("],\n\"signals\":");
    out.append(array(server.assessment().signals().stream().map(AssessmentJson::signal).toList()));
    out.append(",\"gaps\":");
    out.append(array(server.manifest().gaps().stream().map(AssessmentJson::gap).toList()));
    out.append(",\"facts\":");
    out.append(array(server.manifest().facts().stream().map(AssessmentJson::fact).toList()));
    Optional<JsonValue> accepted = accepted("", server.acceptance());
    if (accepted.isPresent()) {
      out.append(",\"accepted\":").append(accepted.get().toString());
    }
    out.append('}');
  }

  /** What was accepted of the findings on a tool or, without one, on the server as a whole. */
  private static Optional<JsonValue> accepted(String tool, Acceptance acceptance) {
    List<JsonValue> accepted = new ArrayList<>();
    acceptance
        .reasons(tool)
        .forEach(
            (rule, reason) ->
                accepted.add(
                    new JsonObjectBuilder().put("rule", rule).put("reason", reason).build()));
    return accepted.isEmpty() ? Optional.empty() : Optional.of(new JsonArray(accepted));
  }

  private static JsonObject head(ServerReport server) {
    ServerManifest manifest = server.manifest();
    JsonObjectBuilder head =
        new JsonObjectBuilder()
            .put("id", new VersionedId(manifest.id(), manifest.version()).toString())
            .put("name", manifest.name())
            .put("version", manifest.version())
            .put("target", manifest.target())
            .put("method", manifest.method().name());
    boolean graded = !server.assessment().grade().isEmpty();
    return head.put("grade", graded ? JsonValue.of(server.assessment().grade()) : JsonNull.NULL)
        .put("score", graded ? JsonValue.of(server.assessment().score()) : JsonNull.NULL)
        .put("explanation", server.assessment().explanation())
        .putUnlessEmpty("instructions", manifest.instructions())
        .putIfPresent("prompts", names(OfferedItem.Kind.PROMPT, manifest))
        .putIfPresent("resources", names(OfferedItem.Kind.RESOURCE, manifest))
        .putIfPresent("resourceTemplates", names(OfferedItem.Kind.RESOURCE_TEMPLATE, manifest))
        .build();
  }

  private static Optional<JsonValue> names(OfferedItem.Kind kind, ServerManifest manifest) {
    List<JsonValue> names =
        manifest.offered().stream()
            .filter(item -> item.kind() == kind)
            .<JsonValue>map(item -> JsonValue.of(item.name()))
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(new JsonArray(names));
  }

  static JsonObject tool(String server, ReportedTool tool) {
    ToolDefinition definition = tool.definition();
    JsonObjectBuilder members =
        AssessmentJson.members(Optional.empty(), server, tool.assessment(), tool.policy())
            .put("description", definition.description());
    if (definition.schemaCoverage() != SchemaCoverage.UNKNOWN) {
      members.put("inputSchema", definition.inputSchema());
    }
    return members
        .put(
            "severityMoves",
            tool.assessment().severityMoves().stream().map(AssessmentJson::move).toList())
        .put("schemaCoverage", definition.schemaCoverage().name())
        .put("origin", definition.origin())
        .putIfPresent("accepted", accepted(definition.name(), tool.acceptance()))
        .build();
  }

  private static String array(List<? extends JsonValue> values) {
    return new JsonArray(List.copyOf(values)).toString();
  }
}
