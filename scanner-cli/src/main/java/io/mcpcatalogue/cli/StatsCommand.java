package io.mcpcatalogue.cli;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.Statistics;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.model.SafeText;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stats}: what the catalogue holds. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = "Counts servers and tools by category, severity, signal, source and grade.")
final class StatsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CatalogueOptions catalogue;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CatalogueException {
    Statistics statistics;
    try (Catalogue opened = catalogue.openToRead(console)) {
      statistics = opened.reader().statistics();
    }
    PrintStream out = console.out();
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
    print(out, "Gaps by kind", statistics.gaps());
    return ExitCode.DONE.number();
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
