package io.mcpcatalogue.export;

import io.mcpcatalogue.model.ScanReport;

/** Which hosts a scan contacted, as one sentence for people. */
final class Contacts {
  /** Stated of every server that was listed live. */
  private static final String LIVE = "live/protocol-version";

  private Contacts() {}

  static String sentence(ScanReport report) {
    if (!report.hosts().isEmpty()) {
      return "Contacted: " + String.join(", ", report.hosts()) + ".";
    }
    boolean ran =
        report.servers().stream()
            .flatMap(server -> server.manifest().facts().stream())
            .anyMatch(fact -> fact.id().equals(LIVE));
    return ran
        ? "No host was contacted by this program; what it ran may have contacted some."
        : "No host was contacted.";
  }
}
