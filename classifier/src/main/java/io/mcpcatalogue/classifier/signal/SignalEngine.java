package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Text;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.rule.CapabilityRule;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.rule.SeverityRule;
import io.mcpcatalogue.classifier.rule.SignalRule;
import io.mcpcatalogue.classifier.rule.SignalRule.About;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Runs all rules for signals, capabilities and severities. Immutable; its answers are a function of
 * the rule set and what is asked about.
 */
public final class SignalEngine {
  private final RuleBook<SignalRule> toolRules;
  private final RuleBook<CapabilityRule> capabilityRules;
  private final RuleBook<SeverityRule> severityRules;
  private final List<CompiledRule<SignalRule, ServerScan>> serverRules = new ArrayList<>();
  private final TextMatchers textMatchers;
  private final NameMatchers nameMatchers;

  public SignalEngine(RuleSet rules) {
    Vocabulary vocabulary = rules.vocabulary();
    Slots slots = new Slots();
    BookMaker books = new BookMaker(slots, vocabulary);
    ServerCheckCompiler servers = new ServerCheckCompiler(slots);
    List<SignalRule> aboutTools = new ArrayList<>();
    for (SignalRule rule : rules.signals()) {
      if (rule.about() != About.SERVER) {
        aboutTools.add(rule);
      }
      if (rule.about() != About.TOOL) {
        serverRules.add(servers.compile(rule, rule.match(), rule.unless()));
      }
    }
    List<SeverityRule> severities = new ArrayList<>(rules.severities());
    severities.sort(SignalEngine::leastRaisedFirst);
    toolRules = books.make(aboutTools, SignalRule::match, SignalRule::unless);
    capabilityRules =
        books.make(rules.capabilities(), CapabilityRule::match, CapabilityRule::unless);
    severityRules = books.make(severities, SeverityRule::match, SeverityRule::unless);
    textMatchers = TextMatchers.of(slots.allPhrases(), slots.allLiterals(), vocabulary);
    nameMatchers =
        new NameMatchers(PhraseMatcher.of(slots.allNames(), vocabulary), slots.allNames().size());
  }

  /**
   * What the rules say about a tool of this category.
   *
   * @param accepted the ids of rules whose findings on this tool were accepted; it is asked only
   *     about rules that speak
   */
  public ToolVerdict judge(
      ToolFacts facts, Category category, double confidence, Predicate<String> accepted) {
    ToolScan scan = scan(facts, category, confidence);
    String name = facts.tool().name();
    List<Signal> signals = new ArrayList<>();
    Finding finding = new Finding();
    BitSet awake = toolRules.awake(scan);
    for (int i = awake.nextSetBit(0); i >= 0; i = awake.nextSetBit(i + 1)) {
      CompiledRule<SignalRule, ToolScan> rule = toolRules.rule(i);
      if (rule.holds(scan, finding) && !accepted.test(rule.rule().id())) {
        signals.add(signal(rule.rule(), finding, name, category));
      }
      finding = finding.isEmpty() ? finding : new Finding();
    }
    signals.sort(Signal::gravestFirst);
    scan.give(signals);
    List<SeverityMove> moves = moves(scan, name, accepted);
    Severity severity = moves.isEmpty() ? category.riskClass() : moves.get(moves.size() - 1).to();
    return new ToolVerdict(signals, severity, moves, capabilities(scan));
  }

  /**
   * The signals of a server as a whole.
   *
   * @param texts what a model reads of the server beside its tools
   * @param tools the verdicts on its tools in their order
   */
  public List<Signal> judge(
      ServerManifest manifest,
      List<Text> texts,
      List<ToolVerdict> tools,
      Predicate<String> accepted) {
    ServerScan scan = new ServerScan(manifest, tools, texts, textMatchers);
    List<Signal> signals = new ArrayList<>();
    for (CompiledRule<SignalRule, ServerScan> rule : serverRules) {
      Finding finding = new Finding();
      if (rule.holds(scan, finding) && !accepted.test(rule.rule().id())) {
        signals.add(signal(rule.rule(), finding, manifest.name(), Category.UNKNOWN));
      }
    }
    signals.sort(Signal::gravestFirst);
    return signals;
  }

  /** The rules whose match holds for a tool and whose exceptions keep them silent. */
  public List<NearMiss> nearMisses(ToolFacts facts, Category category, double confidence) {
    ToolScan scan = scan(facts, category, confidence);
    List<NearMiss> misses = new ArrayList<>();
    for (CompiledRule<SignalRule, ToolScan> rule : toolRules.rules()) {
      Finding match = new Finding();
      Finding exception = new Finding();
      if (rule.unless().isPresent()
          && rule.match().holds(scan, match)
          && rule.unless().get().holds(scan, exception)) {
        misses.add(
            new NearMiss(rule.rule().id(), match.mostImportant(), exception.mostImportant()));
      }
    }
    return misses;
  }

  /**
   * A rule that would have spoken but for its exception. Immutable.
   *
   * @param exception what kept it silent
   */
  public record NearMiss(String rule, List<Quote> match, List<Quote> exception) {
    public NearMiss {
      match = List.copyOf(match);
      exception = List.copyOf(exception);
    }
  }

  private static int leastRaisedFirst(SeverityRule one, SeverityRule other) {
    int order = one.raiseTo().compareTo(other.raiseTo());
    return order != 0 ? order : one.id().compareTo(other.id());
  }

  private ToolScan scan(ToolFacts facts, Category category, double confidence) {
    return new ToolScan(facts, category, confidence, textMatchers, nameMatchers);
  }

  /** Each move starts where the one before it ended; a rule that raises nothing is no move. */
  private List<SeverityMove> moves(ToolScan scan, String name, Predicate<String> accepted) {
    List<SeverityMove> moves = new ArrayList<>();
    Severity severity = scan.category().riskClass();
    Finding finding = new Finding();
    BitSet awake = severityRules.awake(scan);
    for (int i = awake.nextSetBit(0); i >= 0; i = awake.nextSetBit(i + 1)) {
      CompiledRule<SeverityRule, ToolScan> rule = severityRules.rule(i);
      Severity raised = rule.rule().raiseTo();
      finding = finding.isEmpty() ? finding : new Finding();
      if (!severity.isAtLeast(raised)
          && rule.holds(scan, finding)
          && !accepted.test(rule.rule().id())) {
        String reason = Messages.fill(rule.rule().reason(), finding, name, scan.category());
        moves.add(new SeverityMove(rule.rule().id(), severity, raised, reason));
        severity = raised;
      }
    }
    return moves;
  }

  private List<String> capabilities(ToolScan scan) {
    List<String> capabilities = new ArrayList<>();
    Finding unused = new Finding();
    BitSet awake = capabilityRules.awake(scan);
    for (int i = awake.nextSetBit(0); i >= 0; i = awake.nextSetBit(i + 1)) {
      CompiledRule<CapabilityRule, ToolScan> rule = capabilityRules.rule(i);
      if (rule.holds(scan, unused)) {
        capabilities.add(rule.rule().id());
      }
    }
    return capabilities;
  }

  private static Signal signal(SignalRule rule, Finding finding, String name, Category category) {
    List<Quote> quotes = finding.mostImportant();
    return new Signal(
        rule.id(),
        Messages.fill(rule.message(), finding, name, category),
        rule.severity(),
        quotes.isEmpty() ? List.of(new Quote("/name", 0, name.length(), name)) : quotes,
        rule.references());
  }
}
