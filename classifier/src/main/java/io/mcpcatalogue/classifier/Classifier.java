package io.mcpcatalogue.classifier;

import io.mcpcatalogue.classifier.category.CategoryEngine;
import io.mcpcatalogue.classifier.category.Verdict;
import io.mcpcatalogue.classifier.facts.FactsReader;
import io.mcpcatalogue.classifier.facts.ServerReader;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.grade.ServerGrade;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.rule.Suppression;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.classifier.signal.SignalEngine;
import io.mcpcatalogue.classifier.signal.ToolVerdict;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
    return assess(manifest, Suppressions.NONE).assessment();
  }

  /** The verdict on a server without the findings that somebody has accepted. */
  public Suppressed assess(ServerManifest manifest, Suppressions suppressions) {
    Set<Suppression> used = new LinkedHashSet<>();
    List<ToolVerdict> verdicts = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    ServerReader reader = facts.ofServer(manifest.name());
    for (ToolDefinition tool : manifest.tools()) {
      ToolFacts read = reader.read(tool);
      Judged judged =
          judge(
              tool,
              read,
              categories.decide(read),
              rule -> isAccepted(manifest, tool.name(), rule, suppressions, used));
      verdicts.add(judged.verdict());
      assessments.add(judged.assessment());
    }
    List<Signal> server =
        signals.judge(
            manifest,
            reader.texts(manifest),
            verdicts,
            rule -> isAccepted(manifest, "", rule, suppressions, used));
    ServerGrade grade = ServerGrade.of(assessments, server);
    return new Suppressed(
        new ServerAssessment(
            grade.letter(), grade.score(), grade.explanation(), server, assessments),
        List.copyOf(used));
  }

  /**
   * A verdict without accepted findings. Immutable.
   *
   * @param used the suppressions that kept something out of it
   */
  public record Suppressed(ServerAssessment assessment, List<Suppression> used) {
    public Suppressed {
      used = List.copyOf(used);
    }
  }

  private static boolean isAccepted(
      ServerManifest manifest,
      String tool,
      String rule,
      Suppressions suppressions,
      Set<Suppression> used) {
    if (suppressions.isEmpty()) {
      return false;
    }
    Optional<Suppression> covering =
        suppressions.covering(manifest.id(), manifest.name(), tool, rule);
    covering.ifPresent(used::add);
    return covering.isPresent();
  }

  /**
   * The verdict on one tool with all that led to it.
   *
   * @param given a category to take for granted, to see what would follow from it
   */
  public Explained explain(ToolDefinition tool, String server, Optional<Category> given) {
    ToolFacts read = facts.read(tool, server);
    Verdict category = categories.decide(read);
    Verdict taken = given.map(wanted -> assumed(wanted, tool)).orElse(category);
    Judged judged = judge(tool, read, taken, rule -> false);
    return new Explained(
        judged.assessment(),
        judged.verdict().capabilities(),
        signals.nearMisses(read, taken.category(), taken.confidence()));
  }

  private static Verdict assumed(Category category, ToolDefinition tool) {
    String name = tool.name();
    return new Verdict(
        category,
        1,
        List.of(new Evidence("assumed", category, 1, "/name", 0, name.length(), name)));
  }

  /**
   * A verdict with its background. Immutable.
   *
   * @param capabilities what the tool can be used for in a chain of calls
   * @param nearMisses the rules that would have spoken but for an exception
   */
  public record Explained(
      Assessment assessment, List<String> capabilities, List<SignalEngine.NearMiss> nearMisses) {

    public Explained {
      capabilities = List.copyOf(capabilities);
      nearMisses = List.copyOf(nearMisses);
    }
  }

  private record Judged(Assessment assessment, ToolVerdict verdict) {}

  private Judged judge(ToolDefinition tool, String server) {
    ToolFacts read = facts.read(tool, server);
    return judge(tool, read, categories.decide(read), rule -> false);
  }

  private Judged judge(
      ToolDefinition tool, ToolFacts read, Verdict category, Predicate<String> accepted) {
    ToolVerdict verdict = signals.judge(read, category.category(), category.confidence(), accepted);
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
            rulesDigest);
    return new Judged(assessment, verdict);
  }
}
