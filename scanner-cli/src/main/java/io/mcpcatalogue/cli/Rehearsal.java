package io.mcpcatalogue.cli;

import io.mcpcatalogue.export.ReportFormat;
import io.mcpcatalogue.export.ReportStyle;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import io.mcpcatalogue.scan.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Judges and reports a made-up server for nobody. What judging and reporting need for the first
 * time is loaded by it, while a real server still starts.
 */
final class Rehearsal {
  private static final JsonObject PROPERTY =
      new JsonObjectBuilder().put("type", "string").put("description", "What to run").build();
  private static final JsonObject TOOL =
      new JsonObjectBuilder()
          .put("name", "run_query")
          .put("description", "Runs any SQL query and deletes nothing. Returns the rows.")
          .put(
              "inputSchema",
              new JsonObjectBuilder()
                  .put("type", "object")
                  .put("properties", new JsonObjectBuilder().put("query", PROPERTY).build())
                  .build())
          .build();

  private Rehearsal() {}

  static void of(Judge judge, ReportFormat format) {
    ServerManifest server =
        new ServerManifest(
            "stdio:rehearsal",
            "rehearsal",
            "",
            "rehearsal",
            CollectionMethod.LISTED,
            "",
            "",
            List.of(ToolDefinition.of(TOOL, "tools/list")),
            List.of(),
            List.of(),
            List.of());
    ScanReport report =
        new ScanReport(
            judge.rulesDigest(), List.of(judge.strict().judge(server)), List.of(), List.of());
    try {
      format.write(report, ReportStyle.PLAIN, new StringBuilder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
