package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.catalogue.PreparedScan;
import io.mcpcatalogue.collect.live.command.StdioCollector;
import io.mcpcatalogue.export.ReportFormat;
import io.mcpcatalogue.export.ReportStyle;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.Judge;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Lists, judges, packs and reports a made-up server for nobody. What that needs for the first time
 * is loaded by it, while a real server still starts.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * Goes through all that will be done with a server.
   *
   * @param kept whether it will be kept in a catalogue
   */
  static void of(Judge judge, ReportFormat format, boolean kept) {
    try {
      ServerReport judged = judge.strict().judge(StdioCollector.rehearse());
      if (kept) {
        PreparedScan.of(judged, judge.rulesDigest(), Instant.EPOCH, Set.of());
      }
      ScanReport report =
          new ScanReport(judge.rulesDigest(), List.of(judged), List.of(), List.of());
      format.write(report, ReportStyle.PLAIN, new StringBuilder());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
