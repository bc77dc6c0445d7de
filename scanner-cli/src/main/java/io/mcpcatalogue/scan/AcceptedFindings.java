package io.mcpcatalogue.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.rule.Suppression;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.model.Acceptance;
import io.mcpcatalogue.model.AcceptedFinding;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the accepted findings of the verdicts of one run, and remembers which of the suppressions
 * did anything. Safe for many threads.
 */
public final class AcceptedFindings {
  private final Suppressions suppressions;
  private final Set<Suppression> used = ConcurrentHashMap.newKeySet();

  public AcceptedFindings(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  /** What was accepted of the verdict on a server. */
  Acceptance of(ServerAssessment verdict, ServerManifest manifest, Classifier classifier) {
    if (suppressions.isEmpty()) {
      return Acceptance.ofNothing(verdict);
    }
    List<AcceptedFinding> findings = new ArrayList<>();
    for (Assessment tool : verdict.tools()) {
      String id = tool.category().verdictId();
      covering(manifest, tool.tool(), id)
          .or(() -> covering(manifest, tool.tool(), "severity/" + tool.severity()))
          .ifPresent(by -> findings.add(new AcceptedFinding(tool.tool(), id, by.reason())));
      addAccepted(tool.signals(), tool.tool(), manifest, findings);
    }
    addAccepted(verdict.signals(), "", manifest, findings);
    Classifier.Suppressed rest = classifier.assess(manifest, suppressions);
    used.addAll(rest.used());
    return new Acceptance(findings, rest.assessment());
  }

  private void addAccepted(
      List<Signal> signals, String tool, ServerManifest manifest, List<AcceptedFinding> findings) {
    for (Signal signal : signals) {
      covering(manifest, tool, signal.id())
          .ifPresent(by -> findings.add(new AcceptedFinding(tool, signal.id(), by.reason())));
    }
  }

  private Optional<Suppression> covering(ServerManifest manifest, String tool, String rule) {
    Optional<Suppression> covering =
        suppressions.covering(manifest.id(), manifest.name(), tool, rule);
    covering.ifPresent(used::add);
    return covering;
  }

  /** What should be looked at again, once all servers were judged. */
  public List<String> stale() {
    List<String> stale = new ArrayList<>();
    for (Suppression suppression : suppressions.expired()) {
      stale.add(
          suppression.place()
              + ": expired on "
              + suppression.expires().orElseThrow()
              + ", no longer holds: "
              + suppression.rule());
    }
    for (Suppression suppression : suppressions.unmatched(used)) {
      stale.add(suppression.place() + ": matched nothing: " + suppression.rule());
    }
    return stale;
  }
}
