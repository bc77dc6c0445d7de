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
import java.util.List;
import java.util.function.Predicate;

/**
 * Runs all rules for signals, capabilities and severities. Immutable; its answers are a function of
 * the rule set and what is asked about.
 */
public final class SignalEngine {
  private final RuleBook<SignalRule, ToolScan> toolRules;
  private final RuleBook<CapabilityRule, ToolScan> capabilityRules;
  private final RuleBook<SeverityRule, ToolScan> severityRules;
  private final RuleBook<SignalRule, ServerScan> serverRules;
  private final Matchers matchers;
  private final Waking wakingTools;
  private final Waking wakingServers;

  /** For each rule about tools the slots that its signal is found in. */
  private final int[][] givenSlots;

  public SignalEngine(RuleSet rules) {
    Vocabulary vocabulary = rules.vocabulary();
    Slots slots = new Slots();
    BookMaker<ToolScan> tools = new BookMaker<>(slots, new ToolCheckCompiler(slots, vocabulary));
    BookMaker<ServerScan> servers =
        new BookMaker<>(slots, new ServerCheckCompiler(slots, vocabulary));
    List<SignalRule> aboutTools = exceptAbout(About.SERVER, rules);
    List<SignalRule> aboutServers = exceptAbout(About.TOOL, rules);
    List<SeverityRule> severities = new ArrayList<>(rules.severities());
    severities.sort(SignalEngine::leastRaisedFirst);
    toolRules = tools.make(aboutTools);
    serverRules = servers.make(aboutServers);
    capabilityRules = tools.make(rules.capabilities());
    severityRules = tools.make(severities);
    wakingTools = tools.waking();
    wakingServers = servers.waking();
    matchers = Matchers.of(slots, vocabulary, List.of(wakingTools, wakingServers));
    givenSlots = new int[aboutTools.size()][];
    for (int i = 0; i < givenSlots.length; i++) {
      givenSlots[i] = slots.ofSignal(aboutTools.get(i).id());
    }
  }

  private static List<SignalRule> exceptAbout(About about, RuleSet rules) {
    List<SignalRule> others = new ArrayList<>();
    for (SignalRule rule : rules.signals()) {
      if (rule.about() != about) {
        others.add(rule);
      }
    }
    return others;
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
    int rules = toolRules.rules().size();
    for (int i = toolRules.nextAwake(scan, 0); i < rules; i = toolRules.nextAwake(scan, i + 1)) {
      CompiledRule<SignalRule, ToolScan> rule = toolRules.rules().get(i);
      if (rule.holds(scan, finding) && !accepted.test(rule.rule().id())) {
        signals.add(signal(rule, finding, name, category));
        scan.markGiven(givenSlots[i]);
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
    ServerScan scan = new ServerScan(manifest, tools, texts, matchers, wakingServers);
    List<Signal> signals = new ArrayList<>();
    int rules = serverRules.rules().size();
    for (int i = serverRules.nextAwake(scan, 0);
        i < rules;
        i = serverRules.nextAwake(scan, i + 1)) {
      CompiledRule<SignalRule, ServerScan> rule = serverRules.rules().get(i);
      Finding finding = new Finding();
      if (rule.holds(scan, finding) && !accepted.test(rule.rule().id())) {
        signals.add(signal(rule, finding, manifest.name(), Category.UNKNOWN));
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
    return new ToolScan(facts, category, confidence, matchers, wakingTools);
  }

  /** Each move starts where the one before it ended; a rule that raises nothing is no move. */
  private List<SeverityMove> moves(ToolScan scan, String name, Predicate<String> accepted) {
    List<SeverityMove> moves = new ArrayList<>();
    Severity severity = scan.category().riskClass();
    Finding finding = new Finding();
    int rules = severityRules.rules().size();
    for (int i = severityRules.nextAwake(scan, 0);
        i < rules;
        i = severityRules.nextAwake(scan, i + 1)) {
      CompiledRule<SeverityRule, ToolScan> rule = severityRules.rules().get(i);
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
    int rules = capabilityRules.rules().size();
    for (int i = capabilityRules.nextAwake(scan, 0);
        i < rules;
        i = capabilityRules.nextAwake(scan, i + 1)) {
      CompiledRule<CapabilityRule, ToolScan> rule = capabilityRules.rules().get(i);
      if (rule.holds(scan, unused)) {
        capabilities.add(rule.rule().id());
      }
    }
    return capabilities;
  }

  /** What is only quoted is no more than worth a look. */
  private static Severity severity(CompiledRule<SignalRule, ?> compiled, Finding finding) {
    Severity severity = compiled.rule().severity();
    return severity.isAtLeast(Severity.HIGH) && compiled.onlyQuotes(finding)
        ? Severity.MEDIUM
        : severity;
  }

  private static Signal signal(
      CompiledRule<SignalRule, ?> compiled, Finding finding, String name, Category category) {
    SignalRule rule = compiled.rule();
    List<Quote> quotes = finding.mostImportant();
    return new Signal(
        rule.id(),
        Messages.fill(rule.message(), finding, name, category),
        severity(compiled, finding),
        quotes.isEmpty() ? List.of(new Quote("/name", 0, name.length(), name)) : quotes,
        rule.references());
  }
}
