package io.mcpcatalogue.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.rule.Suppression;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.model.Acceptance;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Map<String, String>> reasons = new LinkedHashMap<>();
    boolean changed = addRules(rules(verdict.signals()), "", manifest, reasons);
    for (Assessment tool : verdict.tools()) {
      String name = tool.tool();
      String id = tool.category().verdictId();
      covering(manifest, name, id)
          .or(() -> covering(manifest, name, "severity/" + tool.severity()))
          .ifPresent(by -> add(name, id, by, reasons));
      List<String> raising = tool.severityMoves().stream().map(SeverityMove::rule).toList();
      changed |= addRules(rules(tool.signals()), name, manifest, reasons);
      changed |= addRules(raising, name, manifest, reasons);
    }
    return new Acceptance(reasons, changed ? rest(manifest, classifier) : verdict);
  }

  private static List<String> rules(List<Signal> signals) {
    return signals.stream().map(Signal::id).toList();
  }

  /** Adds those of the rules that are accepted, and tells whether there are any. */
  private boolean addRules(
      List<String> rules,
      String tool,
      ServerManifest manifest,
      Map<String, Map<String, String>> reasons) {
    boolean any = false;
    for (String rule : rules) {
      Optional<Suppression> covering = covering(manifest, tool, rule);
      covering.ifPresent(by -> add(tool, rule, by, reasons));
      any |= covering.isPresent();
    }
    return any;
  }

  private static void add(
      String tool, String rule, Suppression by, Map<String, Map<String, String>> reasons) {
    reasons.computeIfAbsent(tool, name -> new LinkedHashMap<>()).putIfAbsent(rule, by.reason());
  }

  /** Without what is accepted another rule may speak, or none raise a severity. */
  private ServerAssessment rest(ServerManifest manifest, Classifier classifier) {
    Classifier.Suppressed rest = classifier.assess(manifest, suppressions);
    used.addAll(rest.used());
    return rest.assessment();
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
