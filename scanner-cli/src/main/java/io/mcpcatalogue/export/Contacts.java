package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerReport;

/** Which hosts a scan contacted, as one sentence for people. */
final class Contacts {
  /** Stated of every server that was listed live. */
  private static final String LIVE = "live/protocol-version";

  private Contacts() {}

  static String sentence(ScanReport report) {
    if (!report.hosts().isEmpty()) {
      String contacted = "Contacted: " + String.join(", ", report.hosts());
      return contacted + (report.ran() ? "; what was run may have contacted others." : ".");
    }
    return report.ran() || listed(report)
        ? "No host was contacted by this program; what it ran may have contacted some."
        : "No host was contacted.";
  }

  private static boolean listed(ScanReport report) {
    for (ServerReport server : report.servers()) {
      for (Fact fact : server.manifest().facts()) {
        if (fact.id().equals(LIVE)) {
          return true;
        }
      }
    }
    return false;
  }
}
