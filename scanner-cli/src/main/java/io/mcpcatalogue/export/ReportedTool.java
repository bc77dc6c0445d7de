package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Acceptance;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One tool with everything that a report says about it. Immutable. */
record ReportedTool(
    ToolDefinition definition, Assessment assessment, ToolPolicy policy, Acceptance acceptance) {
  /** In the order in which the server lists them. */
  static List<ReportedTool> of(ServerReport server) {
    Map<String, ToolPolicy> policies = new HashMap<>();
    server.policy().tools().forEach(policy -> policies.putIfAbsent(policy.tool(), policy));
    List<ReportedTool> tools = new ArrayList<>();
    for (int i = 0; i < server.manifest().tools().size(); i++) {
      ToolDefinition definition = server.manifest().tools().get(i);
      tools.add(
          new ReportedTool(
              definition,
              server.assessment().tools().get(i),
              policies.getOrDefault(definition.name(), deniedByDefault(definition.name())),
              server.acceptance()));
    }
    return tools;
  }

  /** The gravest first. */
  static List<ReportedTool> sorted(ServerReport server) {
    List<ReportedTool> tools = of(server);
    tools.sort(ReportedTool::gravestFirst);
    return tools;
  }

  private static int gravestFirst(ReportedTool one, ReportedTool other) {
    int order = other.assessment.severity().compareTo(one.assessment.severity());
    order = order != 0 ? order : other.assessment.category().compareTo(one.assessment.category());
    return order != 0 ? order : one.definition.name().compareTo(other.definition.name());
  }

  /** The action in a few characters: {@code allow}, {@code 10/minute}. */
  String actionInShort() {
    return policy
        .limit()
        .map(ReportedTool::inShort)
        .orElse(policy.action().name().toLowerCase(Locale.ROOT));
  }

  /**
   * Why it is judged so, in one line that may be cut: first the signals that matter, since the
   * category stands beside it already, then what raised the severity, the rationale, and the other
   * signals.
   */
  String why() {
    List<String> reasons = new ArrayList<>();
    accepted(assessment.category().verdictId()).ifPresent(why -> reasons.add("accepted: " + why));
    List<String> lesser = new ArrayList<>();
    List<Signal> signals = new ArrayList<>(assessment.signals());
    signals.sort((one, other) -> other.severity().compareTo(one.severity()));
    for (Signal signal : signals) {
      boolean matters =
          signal.severity().isAtLeast(Severity.MEDIUM) && accepted(signal.id()).isEmpty();
      (matters ? reasons : lesser).add(message(signal));
    }
    List<SeverityMove> moves = assessment.severityMoves();
    if (!moves.isEmpty()) {
      reasons.add(moves.get(moves.size() - 1).reason());
    }
    if (!assessment.rationale().isEmpty()) {
      reasons.add(assessment.rationale());
    }
    reasons.addAll(lesser);
    return String.join(" · ", reasons);
  }

  /** A signal that is graver than the severity of its tool says so: a gate fails on it alone. */
  private String message(Signal signal) {
    String message = message(signal, accepted(signal.id()));
    return signal.severity().compareTo(assessment.severity()) > 0
        ? signal.severity() + ": " + message
        : message;
  }

  /** What a signal says, and why it is accepted. */
  static String message(Signal signal, Optional<String> accepted) {
    return accepted.isEmpty()
        ? signal.message()
        : signal.message() + " (accepted: " + accepted.get() + ")";
  }

  /** Why a finding about the tool is accepted, if it is. */
  Optional<String> accepted(String rule) {
    return acceptance.reason(definition.name(), rule);
  }

  private static String inShort(Limit limit) {
    return limit.max() + "/" + limit.window().name().toLowerCase(Locale.ROOT);
  }

  private static ToolPolicy deniedByDefault(String tool) {
    return new ToolPolicy(tool, Action.DENY, Optional.empty(), "Not listed in the policy.");
  }
}
