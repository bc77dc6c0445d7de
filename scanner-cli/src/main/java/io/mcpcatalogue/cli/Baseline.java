package io.mcpcatalogue.cli;

import io.mcpcatalogue.cli.Findings.Finding;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.export.ReportFormats;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.VersionedId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings of a former scan, so that a CI job fails on new ones only. Immutable. */
final class Baseline {
  static final Baseline NONE = new Baseline(Set.of());

  private final Set<List<String>> known;

  private Baseline(Set<List<String>> known) {
    this.known = Set.copyOf(known);
  }

  /** Reads what {@code scan --format json} wrote. */
  static Baseline read(Path file) {
    try (InputStream in = InputFile.open(file)) {
      JsonObject document = JsonReader.withDefaultLimits().parse(in).asObject();
      if (!document.text("schema").orElse("").equals(ReportFormats.JSON_SCHEMA)) {
        throw new UsageException(
            "baseline " + file + ": not a scan in JSON (schema " + ReportFormats.JSON_SCHEMA + ")");
      }
      return of(document);
    } catch (IOException e) {
      throw new UsageException("baseline " + InputFile.describe(file, e));
    } catch (MalformedJsonException e) {
      throw new UsageException("baseline " + file + ": " + e.getMessage());
    }
  }

  /** Whether the former scan had this finding. */
  boolean knows(Finding finding) {
    return known.contains(List.of(finding.server(), finding.tool(), finding.what()));
  }

  private static Baseline of(JsonObject document) {
    Set<List<String>> known = new HashSet<>();
    for (JsonValue server : document.items("servers")) {
      // What was known of one version is known of the next.
      String id =
          VersionedId.printed(
                  server.asObject().text("id").orElse(""),
                  server.asObject().text("version").orElse(""))
              .id();
      addSignals(known, id, "", server.asObject());
      for (JsonValue tool : server.asObject().items("tools")) {
        String name = tool.asObject().text("name").orElse("");
        tool.asObject()
            .text("severity")
            .ifPresent(severity -> known.add(List.of(id, name, "severity/" + severity)));
        addSignals(known, id, name, tool.asObject());
      }
    }
    return new Baseline(known);
  }

  private static void addSignals(
      Set<List<String>> known, String server, String tool, JsonObject holder) {
    for (JsonValue signal : holder.items("signals")) {
      signal.asObject().text("id").ifPresent(id -> known.add(List.of(server, tool, id)));
    }
  }
}
