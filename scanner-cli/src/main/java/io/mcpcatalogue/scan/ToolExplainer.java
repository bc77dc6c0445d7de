package io.mcpcatalogue.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.rule.SignalRule;
import io.mcpcatalogue.export.Explanation;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges tools by the present rules and keeps all that led to the verdict. Immutable. */
public final class ToolExplainer {
  private final Classifier classifier;
  private final Map<String, Explanation.Rule> rules;

  public ToolExplainer(RuleSet rules) {
    this.classifier = new Classifier(rules);
    this.rules =
        rules.signals().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SignalRule::id,
                    rule -> new Explanation.Rule(rule.summary(), rule.why(), rule.advice())));
  }

  /**
   * Explains the verdict on a tool.
   *
   * @param server the server's name, which may be empty
   * @param stored the verdict that the catalogue holds, where there is one
   */
  public Explanation explain(ToolDefinition tool, String server, Optional<Assessment> stored) {
    Classifier.Explained explained = classifier.explain(tool, server, Optional.empty());
    return new Explanation(
        server,
        explained.assessment(),
        stored,
        explained.capabilities(),
        rules,
        explained.nearMisses().stream()
            .map(miss -> new Explanation.NearMiss(miss.rule(), miss.match(), miss.exception()))
            .toList());
  }
}
