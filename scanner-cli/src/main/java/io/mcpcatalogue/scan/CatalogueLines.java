package io.mcpcatalogue.scan;

import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.export.CatalogueJson;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Servers of a catalogue as lines of JSON, and back. */
public final class CatalogueLines {
  private CatalogueLines() {}

  /**
   * What a line of an export says.
   *
   * @param scannedAt when it was scanned
   * @param checkedAt when it was last found unchanged
   * @param hosts the hosts that were contacted
   */
  public record Line(
      ServerManifest manifest, Instant scannedAt, Instant checkedAt, List<String> hosts) {}

  /** One server with its verdict. */
  public static String write(StoredScan scan) {
    return CatalogueJson.line(
            scan.report(),
            scan.rulesDigest(),
            scan.scannedAt().toString(),
            scan.checkedAt().toString(),
            scan.hosts())
        .toString();
  }

  /** What such a line says, its verdict left aside; empty when it is none. */
  public static Optional<Line> read(JsonObject line) {
    String id = line.text("id").orElse("");
    if (id.isEmpty() || !line.text("schema").orElse("").equals(CatalogueJson.SCHEMA)) {
      return Optional.empty();
    }
    try {
      ServerManifest manifest =
          new ServerManifest(
              id,
              line.text("name").orElse(id),
              line.text("version").orElse(""),
              line.text("target").orElse(""),
              CollectionMethod.valueOf(line.text("method").orElse("")),
              line.text("description").orElse(""),
              line.text("instructions").orElse(""),
              tools(line),
              offered(line),
              facts(line),
              gaps(line));
      Instant scannedAt = Instant.parse(line.text("scannedAt").orElse(""));
      return Optional.of(
          new Line(
              manifest,
              scannedAt,
              line.text("checkedAt").map(Instant::parse).orElse(scannedAt),
              line.items("hosts").stream().flatMap(host -> host.text().stream()).toList()));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<ToolDefinition> tools(JsonObject line) {
    List<ToolDefinition> tools = new ArrayList<>();
    for (JsonObject listed : objects(line, "tools")) {
      JsonObject raw = listed.object("definition");
      SchemaCoverage coverage = SchemaCoverage.valueOf(listed.text("coverage").orElse(""));
      String origin = listed.text("origin").orElse("");
      JsonObject parsed = listed.object("parsed");
      // Without a name the constructor refuses it.
      tools.add(ToolDefinition.understood(parsed.isEmpty() ? raw : parsed, raw, coverage, origin));
    }
    return tools;
  }

  private static List<OfferedItem> offered(JsonObject line) {
    return objects(line, "offered").stream()
        .map(
            item ->
                new OfferedItem(
                    OfferedItem.Kind.valueOf(item.text("kind").orElse("")),
                    item.text("name").orElse(""),
                    item.text("description").orElse(""),
                    item.object("definition")))
        .toList();
  }

  private static List<Fact> facts(JsonObject line) {
    return objects(line, "facts").stream()
        .map(
            fact ->
                new Fact(
                    fact.text("id").orElse(""),
                    fact.text("value").orElse(""),
                    fact.text("where").orElse("")))
        .toList();
  }

  private static List<Gap> gaps(JsonObject line) {
    return objects(line, "gaps").stream()
        .map(
            gap ->
                new Gap(
                    gap.text("where").orElse(""),
                    Gap.Kind.valueOf(gap.text("kind").orElse("")),
                    gap.text("reason").orElse("")))
        .toList();
  }

  private static List<JsonObject> objects(JsonObject line, String member) {
    return line.items(member).stream().map(JsonValue::asObject).toList();
  }
}
