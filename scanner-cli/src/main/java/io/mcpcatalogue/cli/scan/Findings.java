package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Finding;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a CI job can fail on: the verdict on each tool, and every signal. */
final class Findings {
  private Findings() {}

  /** How many findings one line names. */
  private static final int MOST_NAMED = 5;

  /** All that was not accepted. */
  static List<Finding> of(ScanReport report) {
    List<Finding> findings = new ArrayList<>();
    for (ServerReport server : report.servers()) {
      String id = server.manifest().id();
      ServerAssessment rest = server.acceptance().rest();
      addSignals(rest.signals(), id, "", findings);
      for (Assessment tool : rest.tools()) {
        String verdict = tool.category().verdictId();
        if (server.acceptance().reason(tool.tool(), verdict).isEmpty()) {
          findings.add(new Finding(id, tool.tool(), verdict, tool.severity()));
        }
        addSignals(tool.signals(), id, tool.tool(), findings);
      }
    }
    return findings;
  }

  private static void addSignals(
      List<Signal> signals, String server, String tool, List<Finding> findings) {
    for (Signal signal : signals) {
      findings.add(new Finding(server, tool, signal.id(), signal.severity()));
    }
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
}
