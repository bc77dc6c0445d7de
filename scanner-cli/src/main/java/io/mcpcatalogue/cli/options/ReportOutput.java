package io.mcpcatalogue.cli.options;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.export.AtomicFile;
import io.mcpcatalogue.export.ReportFormat;
import io.mcpcatalogue.export.ReportFormats;
import io.mcpcatalogue.export.ReportStyle;
import io.mcpcatalogue.model.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a report goes: standard output, or a file that appears whole or not at all. */
public final class ReportOutput {
  /** The format of a report when none is chosen. */
  public static final String USUAL = "table";

  private ReportOutput() {}

  public static void write(
      Console console, ReportFormat format, ScanReport report, Optional<Path> file)
      throws IOException {
    if (file.isEmpty()) {
      format.write(report, style(console), console.out());
      return;
    }
    try {
      AtomicFile.write(file.get(), out -> format.write(report, ReportStyle.PLAIN, out));
    } catch (IOException e) {
      throw new UsageException(AtomicFile.describe(file.get(), e));
    }
  }

  /** The format that was chosen. */
  public static ReportFormat format(Option<String> chosen) {
    String id = chosen.value(USUAL);
    Optional<ReportFormat> format = ReportFormats.byId(id);
    if (format.isEmpty()) {
      throw UsageException.unknown(
          "format", id, ReportFormats.all().stream().map(ReportFormat::id).toList());
    }
    return format.get();
  }

  /** How wide the lines of a page may be: what is no terminal gets them unbroken. */
  public static int pageColumns(Console console) {
    return style(console).columns();
  }

  static ReportStyle style(Console console) {
    return console.terminal()
        ? new ReportStyle(console.colour(), console.columns())
        : ReportStyle.PLAIN;
  }
}
