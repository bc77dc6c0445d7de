package io.mcpcatalogue.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.policy.PolicyDeriver;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.rule.SignalRule;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.model.RuleText;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what was collected into a verdict and a policy, by one set of rules, and tells what was
 * accepted of their findings. Safe for many threads.
 */
public final class Judge {
  private final RuleSet rules;
  private final Classifier classifier;
  private final PolicyDeriver policies;
  private final AcceptedFindings accepted;

  public Judge(RuleSet rules, PolicyDeriver policies) {
    this(rules, policies, new AcceptedFindings(Suppressions.NONE));
  }

  public Judge(RuleSet rules, PolicyDeriver policies, AcceptedFindings accepted) {
    this(rules, new Classifier(rules), policies, accepted);
  }

  private Judge(
      RuleSet rules, Classifier classifier, PolicyDeriver policies, AcceptedFindings accepted) {
    this.rules = rules;
    this.classifier = classifier;
    this.policies = policies;
    this.accepted = accepted;
  }

  /** The same judge, who accepts nothing. */
  public Judge strict() {
    return new Judge(rules, classifier, policies, new AcceptedFindings(Suppressions.NONE));
  }

  /** The digest of the rules. */
  public String rulesDigest() {
    return rules.digest();
  }

  /** What the rules for signals say of themselves. */
  public List<RuleText> ruleTexts() {
    List<RuleText> texts = new ArrayList<>();
    for (SignalRule rule : rules.signals()) {
      texts.add(new RuleText(rule.id(), rule.summary(), rule.why().strip(), rule.advice().strip()));
    }
    return texts;
  }

  /** The verdict on one server. */
  public ServerReport judge(ServerManifest manifest) {
    ServerAssessment assessment = classifier.assess(manifest);
    return new ServerReport(
        manifest,
        assessment,
        policies.derive(manifest.name(), assessment.tools()),
        accepted.of(assessment, manifest, classifier));
  }
}
