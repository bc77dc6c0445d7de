package io.mcpcatalogue.cli;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a CI job can fail on: the severity of each tool, and every signal. */
final class Findings {
  private Findings() {}

  /** How many findings one line names. */
  private static final int MOST_NAMED = 5;

  /**
   * One finding. What makes it the same in two scans is the server, the tool and what was found,
   * not the place.
   *
   * @param tool empty for what concerns the whole server
   * @param what the signal's id, or {@code severity/NAME} for the tool's own severity
   */
  record Finding(String server, String tool, String what, Severity severity) {
    @Override
    public String toString() {
      String of = tool.isEmpty() ? server : server + " " + tool;
      return of + " " + what + (what.equals(severityOf(severity)) ? "" : " " + severity);
    }
  }

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

  /** The first few of many, the gravest first, in one line. */
  static String named(List<Finding> findings) {
    List<String> named =
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .limit(MOST_NAMED)
            .map(Finding::toString)
            .toList();
    int more = findings.size() - named.size();
    return String.join("; ", named) + (more == 0 ? "" : "; and " + more + " more");
  }

  static String severityOf(Severity severity) {
    return "severity/" + severity.name();
  }
}
