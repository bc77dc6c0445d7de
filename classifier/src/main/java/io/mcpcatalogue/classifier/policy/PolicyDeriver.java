package io.mcpcatalogue.classifier.policy;

import io.mcpcatalogue.classifier.policy.PolicyProfile.SignalTreatment;
import io.mcpcatalogue.classifier.policy.PolicyProfile.Treatment;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives policies from assessments by one profile. Immutable, a pure function. */
public final class PolicyDeriver {
  private final PolicyProfile profile;

  public PolicyDeriver(PolicyProfile profile) {
    this.profile = profile;
  }

  /**
   * The policy for one server, in the order of its tools. A name that a server lists twice gets the
   * stricter of the two treatments, since a gateway knows tools by name only.
   */
  public Policy derive(String server, List<Assessment> assessments) {
    Map<String, ToolPolicy> byName = new LinkedHashMap<>();
    for (Assessment assessment : assessments) {
      byName.merge(assessment.tool(), derive(assessment), Strictness::stricter);
    }
    return new Policy(profile.name(), server, new ArrayList<>(byName.values()));
  }

  /** What to do with one tool: where a signal asks for no less, its reason is the one to tell. */
  public ToolPolicy derive(Assessment assessment) {
    ToolPolicy strictest =
        policy(assessment, profile.treatmentOf(assessment.category(), assessment.severity()));
    for (SignalTreatment bySignal : profile.signals()) {
      Optional<Treatment> treatment = bySignal.of(assessment.signals());
      if (treatment.isPresent()) {
        strictest = Strictness.stricter(policy(assessment, treatment.get()), strictest);
      }
    }
    return strictest;
  }

  private static ToolPolicy policy(Assessment assessment, Treatment treatment) {
    return new ToolPolicy(
        assessment.tool(), treatment.action(), treatment.limit(), treatment.reason());
  }
}
