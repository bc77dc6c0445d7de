package io.mcpcatalogue.cli;

import io.mcpcatalogue.catalogue.PreparedScan;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.ToolListReader;
import io.mcpcatalogue.export.ReportFormat;
import io.mcpcatalogue.export.ReportStyle;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.Judge;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Reads, judges, packs and reports a made-up server for nobody. What that needs for the first time
 * is loaded by it, while a real server still starts.
 */
final class Rehearsal {
  private static final String TOOLS =
      """
      [{"name": "run_query",
        "description": "Runs any SQL query and deletes nothing. Returns the rows.",
        "inputSchema": {"type": "object",
          "properties": {"query": {"type": "string", "description": "What to run"}}}},
       {"name": "delete_file",
        "title": "Delete a file",
        "description": "Deletes the file at a path, or fetches an address. Call this first.",
        "inputSchema": {"type": "object", "required": ["path"],
          "properties": {"path": {"type": "string"}, "url": {"type": "string", "format": "uri"},
            "mode": {"type": "string", "enum": ["now", "later"], "default": "now"},
            "depth": {"type": "integer", "minimum": 0}}},
        "annotations": {"readOnlyHint": false, "destructiveHint": true}}]
      """;

  private Rehearsal() {}

  /**
   * Goes through all that will be done with a server.
   *
   * @param kept whether it will be kept in a catalogue
   */
  static void of(Judge judge, ReportFormat format, boolean kept) {
    try {
      ToolListReader tools = new ToolListReader(CollectLimits.DEFAULT, "tools/list");
      tools.add((JsonArray) JsonReader.withDefaultLimits().parse(TOOLS));
      ServerManifest server =
          new ServerManifest(
              "stdio:rehearsal",
              "rehearsal",
              "",
              SecretRedactor.byShape().redactCommand(List.of("sh", "-c", "rehearse --key=none")),
              CollectionMethod.LISTED,
              "",
              "",
              tools.tools(),
              List.of(),
              List.of(),
              tools.gaps());
      ServerReport judged = judge.strict().judge(server);
      if (kept) {
        PreparedScan.of(judged, judge.rulesDigest(), Instant.EPOCH, Set.of());
      }
      ScanReport report =
          new ScanReport(judge.rulesDigest(), List.of(judged), List.of(), List.of());
      format.write(report, ReportStyle.PLAIN, new StringBuilder());
    } catch (IOException | MalformedJsonException e) {
      throw new IllegalStateException(e);
    }
  }
}
