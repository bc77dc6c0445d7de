package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.export.ReportFormats;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Finding;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.KnownFindings;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.VersionedId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the findings of a former scan, so that a CI job fails on new ones only. */
final class Baseline {
  private Baseline() {}

  /** Reads what {@code scan --format json} wrote. */
  static KnownFindings read(Path file) {
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

  private static KnownFindings of(JsonObject document) {
    List<Finding> found = new ArrayList<>();
    for (JsonValue each : document.items("servers")) {
      JsonObject server = each.asObject();
      // What was known of one version is known of the next.
      String id =
          VersionedId.printed(server.text("id").orElse(""), server.text("version").orElse("")).id();
      addSignals(server, id, "", found);
      for (JsonValue eachTool : server.items("tools")) {
        JsonObject tool = eachTool.asObject();
        String name = tool.text("name").orElse("");
        oneOf(Category.values(), tool.text("category"))
            .ifPresent(category -> add(tool, id, name, category.verdictId(), found));
        addSignals(tool, id, name, found);
      }
    }
    return new KnownFindings(found);
  }

  private static void addSignals(
      JsonObject holder, String server, String tool, List<Finding> found) {
    for (JsonValue signal : holder.items("signals")) {
      signal.asObject().text("id").ifPresent(id -> add(signal.asObject(), server, tool, id, found));
    }
  }

  private static void add(
      JsonObject judged, String server, String tool, String rule, List<Finding> found) {
    oneOf(Severity.values(), judged.text("severity"))
        .ifPresent(severity -> found.add(new Finding(server, tool, rule, severity)));
  }

  private static <E extends Enum<E>> Optional<E> oneOf(E[] values, Optional<String> name) {
    for (E value : values) {
      if (name.equals(Optional.of(value.name()))) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
