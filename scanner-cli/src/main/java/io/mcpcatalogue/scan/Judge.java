package io.mcpcatalogue.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.policy.PolicyDeriver;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;

/**
 * Turns what was collected into a verdict and a policy, by one set of rules and with what was
 * accepted of their findings. Safe for many threads.
 */
public final class Judge {
  private final String rulesDigest;
  private final Classifier classifier;
  private final PolicyDeriver policies;
  private final AcceptedFindings accepted;

  public Judge(RuleSet rules, PolicyDeriver policies) {
    this(rules, policies, new AcceptedFindings(Suppressions.NONE));
  }

  public Judge(RuleSet rules, PolicyDeriver policies, AcceptedFindings accepted) {
    this(rules.digest(), new Classifier(rules), policies, accepted);
  }

  private Judge(
      String rulesDigest,
      Classifier classifier,
      PolicyDeriver policies,
      AcceptedFindings accepted) {
    this.rulesDigest = rulesDigest;
    this.classifier = classifier;
    this.policies = policies;
    this.accepted = accepted;
  }

  /** The same judge, who accepts nothing. */
  public Judge strict() {
    return new Judge(rulesDigest, classifier, policies, new AcceptedFindings(Suppressions.NONE));
  }

  /** The digest of the rules. */
  public String rulesDigest() {
    return rulesDigest;
  }

  /** The verdict on one server. */
  public ServerReport judge(ServerManifest manifest) {
    ServerAssessment assessment = accepted.assess(classifier, manifest);
    return new ServerReport(
        manifest, assessment, policies.derive(manifest.name(), assessment.tools()));
  }
}
