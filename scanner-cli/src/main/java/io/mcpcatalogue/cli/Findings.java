package io.mcpcatalogue.cli;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.List;

/** What a CI job can fail on: the severity of each tool, and every signal. */
final class Findings {
  private Findings() {}

  /**
   * One finding. What makes it the same in two scans is the server, the tool and what was found,
   * not the place.
   *
   * @param tool empty for what concerns the whole server
   * @param what the signal's id, or {@code severity/NAME} for the tool's own severity
   */
  record Finding(String server, String tool, String what, Severity severity) {}

  static List<Finding> of(ScanReport report) {
    List<Finding> findings = new ArrayList<>();
    for (ServerReport server : report.servers()) {
      String id = server.manifest().id();
      for (Signal signal : server.assessment().signals()) {
        findings.add(new Finding(id, "", signal.id(), signal.severity()));
      }
      for (Assessment tool : server.assessment().tools()) {
        findings.add(new Finding(id, tool.tool(), severityOf(tool.severity()), tool.severity()));
        for (Signal signal : tool.signals()) {
          findings.add(new Finding(id, tool.tool(), signal.id(), signal.severity()));
        }
      }
    }
    return findings;
  }

  static String severityOf(Severity severity) {
    return "severity/" + severity.name();
  }
}
