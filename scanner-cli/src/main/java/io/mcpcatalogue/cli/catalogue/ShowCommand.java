package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.options.ReportOutput;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.FactsPage;
import io.mcpcatalogue.export.ToolPage;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ScanReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code show}: a verdict with its reasons, from the catalogue. */
public final class ShowCommand implements Command {
  private final Console console;
  private final Parameter<String> server = Parameter.text("SERVER", "The server's id or name.");
  private final Parameter<String> tool = Parameter.optionalText("TOOL", "The name of one tool.");
  private final Option<String> format =
      Option.text(
          "--format",
          "FORMAT",
          "How to show it: table (default) or json; a server also as markdown or sarif.");
  private final CatalogueOptions catalogue = CatalogueOptions.ofReader();

  public ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Shows the verdict on a server, or on one of its tools with all the reasons.")
        .with(server, tool, format, catalogue);
  }

  @Override
  public Integer call() throws CatalogueException, IOException {
    StoredScan scan = catalogue.latest(server.given(), console);
    if (tool.isGiven()) {
      showTool(scan, tool.given());
    } else {
      ReportOutput.write(
          console,
          ReportOutput.format(format),
          new ScanReport(
              scan.rulesDigest(), List.of(scan.report()), laterFailure(scan), scan.hosts()),
          Optional.empty());
      if (format.value(ReportOutput.USUAL).equals(ReportOutput.USUAL)) {
        FactsPage.write(scan.report().manifest(), ReportOutput.pageColumns(console), console.out());
      }
    }
    return ExitCode.DONE.number();
  }

  /** What is shown was obtained before, and must not look as if it was not. */
  private static List<Gap> laterFailure(StoredScan scan) {
    return scan.laterFailure().stream()
        .map(gap -> new Gap(gap.where(), gap.kind(), "a later attempt failed: " + gap.reason()))
        .toList();
  }

  private void showTool(StoredScan scan, String name) throws IOException {
    boolean found =
        switch (format.value(ReportOutput.USUAL)) {
          case ReportOutput.USUAL ->
              ToolPage.write(scan.report(), name, ReportOutput.pageColumns(console), console.out());
          case "json" -> ToolPage.writeJson(scan.report(), name, console.out());
          default ->
              throw UsageException.unknown(
                  "format", format.given(), List.of(ReportOutput.USUAL, "json"));
        };
    if (!found) {
      throw new UsageException("'" + server.given() + "' has no tool '" + name + "'");
    }
  }
}
