package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueReader;
import io.mcpcatalogue.catalogue.ScanSummary;
import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.catalogue.changes.Change;
import io.mcpcatalogue.catalogue.changes.ServerDiff;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.AssessmentJson;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code diff}: what changed on a server between two scans. */
public final class DiffCommand implements Command {
  private static final String SCHEMA = "mcp-catalogue/diff/1";

  private final Console console;
  private final Parameter<String> server = Parameter.text("SERVER", "The server's id or name.");
  private final Option<String> from =
      Option.text(
          "--from", "SCAN", "The earlier scan: its number, or a moment such as 2026-01-31.");
  private final Option<String> to =
      Option.text("--to", "SCAN", "The later scan; default the last.");
  private final Option<ListFormat> format = ListFormat.option("table (default) or json.");
  private final CatalogueOptions catalogue = CatalogueOptions.ofReader();

  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Shows what changed on a server between two scans.",
            "By default these are the last two. What makes it riskier is marked with '!'.")
        .with(server, from, to, format, catalogue);
  }

  @Override
  public Integer call() throws CatalogueException {
    StoredScan before;
    StoredScan after;
    try (Catalogue opened = catalogue.openToRead(console)) {
      CatalogueReader reader = opened.reader();
      String id = catalogue.idOf(server.given(), reader, console);
      List<ScanSummary> scans = reader.history(id).stream().filter(ScanSummary::scanned).toList();
      if (scans.size() < 2 && !(from.isGiven() && to.isGiven())) {
        printOneState(id, scans.isEmpty() ? Optional.empty() : reader.scan(scans.get(0).number()));
        return ExitCode.DONE.number();
      }
      int last = scans.size() - 1;
      ScanSummary later = to.isGiven() ? scan(scans, to.given()) : scans.get(last);
      ScanSummary earlier = from.isGiven() ? scan(scans, from.given()) : before(later, scans);
      before = reader.scan(earlier.number()).orElseThrow();
      after = reader.scan(later.number()).orElseThrow();
    }
    print(before, after, ServerDiff.between(before.report(), after.report()));
    return ExitCode.DONE.number();
  }

  private void printOneState(String id, Optional<StoredScan> only) {
    if (ListFormat.isJson(format)) {
      JsonObjectBuilder document = new JsonObjectBuilder().put("schema", SCHEMA).put("server", id);
      only.ifPresent(scan -> document.put("to", scanJson(scan)));
      console.out().println(document.put("changes", List.of()).build());
      return;
    }
    console
        .out()
        .println(
            SafeText.line(id)
                + (only.isPresent() ? " was seen in one state only" : " was never scanned"));
    only.ifPresent(this::printLaterFailure);
  }

  /** That a server could not be scanned again must not look as if it had not changed. */
  private void printLaterFailure(StoredScan latest) {
    for (Gap gap : latest.laterFailure()) {
      console.out().println("  a later attempt failed: " + SafeText.line(gap.toString()));
    }
  }

  private void print(StoredScan before, StoredScan after, List<Change> changes) {
    if (ListFormat.isJson(format)) {
      console
          .out()
          .println(
              new JsonObjectBuilder()
                  .put("schema", SCHEMA)
                  .put("server", after.report().manifest().id())
                  .put("from", scanJson(before))
                  .put("to", scanJson(after))
                  .put("changes", changes.stream().map(ChangeText::json).toList())
                  .build());
      return;
    }
    console
        .out()
        .println(
            SafeText.line(after.report().manifest().id())
                + ": scan "
                + before.number()
                + " ("
                + before.scannedAt()
                + ") -> scan "
                + after.number()
                + " ("
                + after.scannedAt()
                + ")");
    if (changes.isEmpty()) {
      console.out().println("  no change");
    }
    changes.forEach(change -> console.out().println(ChangeText.line(change)));
    printLaterFailure(after);
  }

  private static JsonObject scanJson(StoredScan scan) {
    JsonObjectBuilder members =
        new JsonObjectBuilder()
            .put("scan", scan.number())
            .put("at", scan.scannedAt().toString())
            .put("version", scan.report().manifest().version());
    if (!scan.laterFailure().isEmpty()) {
      members.put("laterFailure", scan.laterFailure().stream().map(AssessmentJson::gap).toList());
    }
    return members.build();
  }

  private static ScanSummary before(ScanSummary later, List<ScanSummary> scans) {
    int index = scans.indexOf(later);
    if (index == 0) {
      throw new UsageException(
          "scan " + later.number() + " is the first of this server: nothing was before it");
    }
    return scans.get(index - 1);
  }

  /** The scan of this number, or the one that held at this moment. */
  private static ScanSummary scan(List<ScanSummary> scans, String wanted) {
    if (wanted.matches("\\d{1,18}")) {
      long number = Long.parseLong(wanted);
      return scans.stream()
          .filter(scan -> scan.number() == number)
          .findFirst()
          .orElseThrow(
              () ->
                  new UsageException(
                      "no scan " + number + " of this server; there are " + numbers(scans)));
    }
    Instant moment = Moments.parse(wanted);
    return scans.stream()
        .filter(scan -> !scan.scannedAt().isAfter(moment))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new UsageException("this server was not scanned before " + wanted));
  }

  private static String numbers(List<ScanSummary> scans) {
    return String.join(", ", scans.stream().map(scan -> String.valueOf(scan.number())).toList());
  }
}
