package io.mcpcatalogue.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.rule.Suppression;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps accepted findings out of the verdicts of one run, and remembers which of the suppressions
 * did anything. Safe for many threads.
 */
public final class AcceptedFindings {
  private final Suppressions suppressions;
  private final Set<Suppression> used = ConcurrentHashMap.newKeySet();

  public AcceptedFindings(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  ServerAssessment assess(Classifier classifier, ServerManifest manifest) {
    Classifier.Suppressed suppressed = classifier.assess(manifest, suppressions);
    used.addAll(suppressed.used());
    return suppressed.assessment();
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
