package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerReport;
import java.util.Set;

/** Which hosts a scan contacted, as one sentence for people. */
final class Contacts {
  /** Stated of every server that was listed live. */
  private static final String LIVE = "live/protocol-version";

  /** Why a server that was run is not listed: nothing else fails in these ways without a host. */
  private static final Set<Gap.Kind> OF_WHAT_RAN =
      Set.of(Gap.Kind.START_FAILED, Gap.Kind.CREDENTIALS, Gap.Kind.TIMEOUT);

  private Contacts() {}

  static String sentence(ScanReport report) {
    if (!report.hosts().isEmpty()) {
      return "Contacted: " + String.join(", ", report.hosts()) + ".";
    }
    return listed(report) || started(report)
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

  private static boolean started(ScanReport report) {
    for (Gap gap : report.gaps()) {
      if (OF_WHAT_RAN.contains(gap.kind())) {
        return true;
      }
    }
    return false;
  }
}
