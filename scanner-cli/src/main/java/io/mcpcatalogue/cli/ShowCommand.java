package io.mcpcatalogue.cli;

import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.export.ToolPage;
import io.mcpcatalogue.model.ScanReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: a verdict with its reasons, from the catalogue. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows the verdict on a server, or on one of its tools with all the reasons.")
final class ShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "SERVER", description = "The server's id or name.")
  private String server;

  @Parameters(
      index = "1",
      paramLabel = "TOOL",
      arity = "0..1",
      description = "The name of one tool.")
  private Optional<String> tool = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to show a server: table (default), json, markdown or sarif.")
  private String format = "table";

  @Mixin private CatalogueOptions catalogue;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CatalogueException, IOException {
    StoredScan scan = catalogue.latest(server, console);
    if (tool.isPresent()) {
      showTool(scan, tool.get());
    } else {
      ReportOutput.write(
          console,
          ReportOutput.format(format),
          new ScanReport(
              scan.rulesDigest(), List.of(scan.report()), scan.laterFailure(), scan.hosts()),
          Optional.empty());
    }
    return ExitCode.DONE.number();
  }

  private void showTool(StoredScan scan, String name) throws IOException {
    boolean found =
        ToolPage.write(scan.report(), name, ReportOutput.pageColumns(console), console.out());
    if (!found) {
      throw new UsageException("'" + server + "' has no tool '" + name + "'");
    }
  }
}
