package io.mcpcatalogue.export;

import io.mcpcatalogue.model.ScanReport;
import java.io.IOException;

/**
 * A way to show what a scan found. Implementations are immutable and stand in {@link
 * ReportFormats}.
 */
public interface ReportFormat {

  /** The id on the command line, such as {@code table}. */
  String id();

  /** Writes the report piece by piece, so that its size is no matter. */
  void write(ScanReport report, ReportStyle style, Appendable out) throws IOException;
}
