package io.mcpcatalogue.classifier;

import io.mcpcatalogue.classifier.category.CategoryEngine;
import io.mcpcatalogue.classifier.category.Verdict;
import io.mcpcatalogue.classifier.facts.FactsReader;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.grade.ServerGrade;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.signal.SignalEngine;
import io.mcpcatalogue.classifier.signal.ToolVerdict;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges tools and servers: a pure function of what they say and of the rule set. Immutable, and
 * safe for many threads.
 */
public final class Classifier {
  private final FactsReader facts;
  private final CategoryEngine categories;
  private final SignalEngine signals;
  private final String rulesDigest;

  public Classifier(RuleSet rules) {
    this.facts = new FactsReader(rules.vocabulary(), rules.headings());
    this.categories = new CategoryEngine(rules.categories());
    this.signals = new SignalEngine(rules);
    this.rulesDigest = rules.digest();
  }

  /** The verdict on one tool of a server, whose name may be empty. */
  public Assessment assess(ToolDefinition tool, String server) {
    return judge(tool, server).assessment();
  }

  /** The verdict on a server with all its tools. */
  public ServerAssessment assess(ServerManifest manifest) {
    List<ToolVerdict> verdicts = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    for (ToolDefinition tool : manifest.tools()) {
      Judged judged = judge(tool, manifest.name());
      verdicts.add(judged.verdict());
      assessments.add(judged.assessment());
    }
    List<Signal> server = signals.judge(manifest, verdicts);
    ServerGrade grade = ServerGrade.of(assessments, server);
    return new ServerAssessment(
        grade.letter(), grade.score(), grade.explanation(), server, assessments);
  }

  /** The rules that would have spoken about a tool but for an exception. */
  public List<SignalEngine.NearMiss> nearMisses(ToolDefinition tool, String server) {
    ToolFacts read = facts.read(tool, server);
    Verdict category = categories.decide(read);
    return signals.nearMisses(read, category.category(), category.confidence());
  }

  private record Judged(Assessment assessment, ToolVerdict verdict) {}

  private Judged judge(ToolDefinition tool, String server) {
    ToolFacts read = facts.read(tool, server);
    Verdict category = categories.decide(read);
    ToolVerdict verdict = signals.judge(read, category.category(), category.confidence());
    Assessment assessment =
        new Assessment(
            tool.name(),
            category.category(),
            verdict.severity(),
            verdict.moves(),
            category.confidence(),
            category.rationale(),
            category.evidence(),
            verdict.signals(),
            ParameterCounts.all(tool),
            ParameterCounts.required(tool),
            ToolDigest.of(tool),
            rulesDigest);
    return new Judged(assessment, verdict);
  }
}
