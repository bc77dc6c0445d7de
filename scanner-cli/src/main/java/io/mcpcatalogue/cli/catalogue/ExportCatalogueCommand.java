package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.AtomicFile;
import io.mcpcatalogue.export.CatalogueCsv;
import io.mcpcatalogue.scan.CatalogueLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@code export catalogue}: all servers and tools with their verdicts. */
public final class ExportCatalogueCommand implements Command {
  private final Console console;

  /** What can be written. */
  enum Format {
    JSONL,
    CSV
  }

  private final Option<Format> format =
      Option.oneOf(Format.values(), "--format", "FORMAT", "jsonl or csv.").required();
  private final Option<Path> output =
      Option.path("--output", "FILE", "The file to write; standard output when none is named.");
  private final CatalogueOptions catalogue = CatalogueOptions.ofReader();

  public ExportCatalogueCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Writes all servers with their tools and verdicts: as JSONL, one server a line, which"
                + " 'import' reads; or as CSV, one tool a row, for spreadsheets.")
        .with(format, output, catalogue);
  }

  @Override
  public Integer call() throws CatalogueException {
    try (Catalogue opened = catalogue.openToRead(console)) {
      if (output.isGiven()) {
        AtomicFile.write(output.given(), out -> write(opened, out));
      } else {
        write(opened, console.out());
      }
    } catch (UncheckedIOException e) {
      throw unwritten(e.getCause());
    } catch (IOException e) {
      throw unwritten(e);
    }
    return ExitCode.DONE.number();
  }

  private UsageException unwritten(IOException cause) {
    Object file = output.isGiven() ? output.given() : "standard output";
    return new UsageException(AtomicFile.describe(file, cause));
  }

  private void write(Catalogue opened, Appendable out) throws CatalogueException, IOException {
    if (format.given() == Format.CSV) {
      out.append(CatalogueCsv.header());
    }
    opened.reader().forEachLatest(scan -> append(out, text(scan)));
  }

  private String text(StoredScan scan) {
    return format.given() == Format.CSV
        ? CatalogueCsv.rows(scan.report())
        : CatalogueLines.write(scan) + "\n";
  }

  private static void append(Appendable out, String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
