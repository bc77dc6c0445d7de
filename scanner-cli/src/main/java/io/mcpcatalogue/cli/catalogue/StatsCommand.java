package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.Statistics;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** {@code stats}: what the catalogue holds. */
public final class StatsCommand implements Command {
  private final Console console;
  private final Option<ListFormat> format = ListFormat.option("table (default) or json.");
  private final CatalogueOptions catalogue = CatalogueOptions.ofReader();

  public StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Counts servers and tools by category, severity, signal, source and grade.")
        .with(format, catalogue);
  }

  @Override
  public Integer call() throws CatalogueException {
    Statistics statistics;
    try (Catalogue opened = catalogue.openToRead(console)) {
      statistics = opened.reader().statistics();
    }
    if (ListFormat.isJson(format)) {
      console.out().println(json(statistics));
    } else {
      print(statistics, console.out());
    }
    return ExitCode.DONE.number();
  }

  private static JsonObject json(Statistics statistics) {
    return new JsonObjectBuilder()
        .put("schema", "mcp-catalogue/stats/1")
        .put("servers", statistics.servers())
        .put("notScanned", statistics.notScanned())
        .put("tools", statistics.tools())
        .put("categories", json(statistics.categories()))
        .put("severities", json(statistics.severities()))
        .put("grades", json(statistics.grades()))
        .put("sources", json(statistics.sources()))
        .put("signals", json(statistics.signals()))
        .put("failures", json(statistics.failures()))
        .put("gaps", json(statistics.gaps()))
        .put("indexGaps", json(statistics.indexGaps()))
        .build();
  }

  private static JsonObject json(Map<String, Long> counts) {
    JsonObjectBuilder members = new JsonObjectBuilder();
    counts.forEach((name, count) -> members.put(name, count));
    return members.build();
  }

  private static void print(Statistics statistics, PrintStream out) {
    out.println(
        Counted.of(statistics.servers(), "server")
            + (statistics.notScanned() == 0
                ? ""
                : " (" + statistics.notScanned() + " of them not scanned)")
            + ", "
            + Counted.of(statistics.tools(), "tool"));
    print(out, "Tools by category", statistics.categories());
    print(out, "Tools by severity", statistics.severities());
    print(out, "Servers by grade", statistics.grades());
    print(out, "Servers by source", statistics.sources());
    print(out, "Tools by signal", statistics.signals());
    print(out, "Failed attempts at servers that were scanned before", statistics.failures());
    print(out, "Gaps by kind", statistics.gaps());
    print(out, "Gaps by kind, of lines of indexes", statistics.indexGaps());
  }

  private static void print(PrintStream out, String title, Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    counts.forEach(
        (name, count) ->
            out.printf(
                Locale.ROOT, "  %8d  %s%n", count, name.isEmpty() ? "none" : SafeText.line(name)));
  }
}
