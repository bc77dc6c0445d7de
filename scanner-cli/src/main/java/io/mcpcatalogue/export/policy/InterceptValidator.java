package io.mcpcatalogue.export.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.mcpcatalogue.export.policy.InterceptRule.Condition;
import io.mcpcatalogue.export.policy.InterceptRule.State;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All checks that Intercept's own {@code validate} makes, V1 to V22 (V0 is a value of a kind that
 * it cannot read), and warnings W1 to W6 for what it accepts although it cannot be meant (see
 * {@code docs/policies.md}). For one document and one thread.
 */
final class InterceptValidator {
  private static final Set<String> DOCUMENT =
      Set.of("version", "description", "default", "hide", "tools");
  private static final Set<String> OPERATORS =
      Set.of("eq", "neq", "in", "not_in", "lt", "lte", "gt", "gte", "regex", "contains", "exists");
  private static final Set<String> NUMERIC_OPERATORS = Set.of("lt", "lte", "gt", "gte");
  private static final Set<String> LIST_OPERATORS = Set.of("in", "not_in");

  private final List<PolicyFault> faults = new ArrayList<>();
  private final Map<String, List<InterceptRule>> rulesByTool = new TreeMap<>();

  List<PolicyFault> faultsIn(JsonValue document) {
    if (!(document instanceof JsonObject policy)) {
      return List.of(PolicyFault.error("V0", "", "a policy must be a map"));
    }
    InterceptRule.warnOfUnknownKeys("", policy, DOCUMENT, faults);
    if (!InterceptRule.text("", policy, "version", faults).equals("1")) {
      error("V1", "version", "version must be \"1\"");
    }
    String byDefault = InterceptRule.text("", policy, "default", faults);
    if (!Set.of("", "allow", "deny").contains(byDefault)) {
      error("V2", "default", "default must be \"allow\" or \"deny\", got \"" + byDefault + "\"");
    }
    Set<String> hidden = hidden(policy);
    readTools(policy, hidden);
    rulesByTool.forEach(this::counters);
    rulesByTool.forEach((tool, rules) -> rules.forEach(this::rule));
    return List.copyOf(faults);
  }

  private Set<String> hidden(JsonObject policy) {
    Set<String> seen = new HashSet<>();
    List<JsonValue> names = InterceptRule.list("", policy, "hide", faults);
    for (int i = 0; i < names.size(); i++) {
      String name = InterceptRule.text("hide[" + i + "]", names.get(i), faults);
      if (name.isBlank()) {
        error("V3", "hide[" + i + "]", "entry must not be empty");
      } else if (!seen.add(name)) {
        error("V4", "hide[" + i + "]", "duplicate entry \"" + name + "\"");
      }
    }
    if (seen.contains("*")) {
      warning("W1", "hide", "\"*\" hides every tool of the server");
    }
    return seen;
  }

  private void readTools(JsonObject policy, Set<String> hidden) {
    Optional<JsonValue> tools = policy.get("tools");
    if (tools.isEmpty()) {
      warning("W2", "tools", "there is no list of tools, so only the default holds");
    }
    for (Map.Entry<String, JsonValue> tool :
        InterceptRule.map("tools", tools.orElse(JsonObject.EMPTY), faults).members().entrySet()) {
      String where = "tools." + tool.getKey();
      if (hidden.contains(tool.getKey())) {
        warning("W3", where, "the tool is hidden, so its rules say nothing");
      }
      JsonObject definition = InterceptRule.map(where, tool.getValue(), faults);
      InterceptRule.warnOfUnknownKeys(where, definition, Set.of("rules"), faults);
      List<InterceptRule> rules = new ArrayList<>();
      List<JsonValue> items = InterceptRule.list(where, definition, "rules", faults);
      for (int i = 0; i < items.size(); i++) {
        String place = where + ".rules[" + i + "]";
        rules.add(InterceptRule.read(place, tool.getKey(), items.get(i), faults));
      }
      rulesByTool.put(tool.getKey(), rules);
    }
  }

  private void counters(String tool, List<InterceptRule> rules) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).state().isPresent()) {
        String counter = rules.get(i).state().get().counter();
        Integer before = seen.putIfAbsent(counter, i);
        if (before != null) {
          error(
              "V5",
              rules.get(i).where(),
              "duplicate state counter \"" + counter + "\" (also used by rules[" + before + "])");
        }
      }
    }
  }

  private void rule(InterceptRule rule) {
    if (!rule.rateLimit().isEmpty()) {
      unusableRateLimit(rule);
      return;
    }
    if (rule.name().isEmpty()) {
      error("V9", rule.where(), "rule must have a name");
    }
    boolean denies = rule.action().equals("deny");
    boolean evaluates = rule.action().equals("evaluate");
    if (!denies && !evaluates) {
      error(
          "V10",
          rule.where(),
          "action must be \"evaluate\" or \"deny\", got \"" + rule.action() + "\"");
    }
    if (denies && !rule.conditions().isEmpty()) {
      error("V11", rule.where(), "deny rules must not have conditions");
    }
    if (evaluates && rule.conditions().isEmpty()) {
      error("V12", rule.where(), "evaluate rules must have at least one condition");
    }
    if (denies && rule.state().isPresent()) {
      warning("W4", rule.where(), "a deny rule counts nothing, its state says nothing");
    }
    rule.conditions().forEach(this::condition);
    rule.state().ifPresent(state -> state(rule.where() + ".state", state));
    rule.conditions().forEach(this::counterOfCondition);
  }

  /** A shorthand that could not be spelled out; what else the rule says is then not looked at. */
  private void unusableRateLimit(InterceptRule rule) {
    if (InterceptRule.Rate.parse(rule.rateLimit()).isEmpty()) {
      error(
          "V6",
          rule.where(),
          "rate_limit must be a positive integer, a slash, and minute, hour or day, got \""
              + rule.rateLimit()
              + "\"");
    }
    if (!rule.conditions().isEmpty() || rule.state().isPresent()) {
      error("V7", rule.where(), "rate_limit cannot be combined with conditions or state");
    }
    if (rule.action().equals("deny")) {
      error("V8", rule.where(), "rate_limit cannot be used with action \"deny\"");
    }
  }

  private void condition(Condition condition) {
    String where = condition.where();
    String operator = condition.operator();
    if (!condition.path().startsWith("args.") && !condition.path().startsWith("state.")) {
      error("V13", where, "path must start with \"args.\" or \"state.\"");
    }
    if (!OPERATORS.contains(operator)) {
      error("V14", where, "unknown operator \"" + operator + "\"");
    }
    if (LIST_OPERATORS.contains(operator) && !(condition.value() instanceof JsonArray)) {
      error("V15", where, "operator \"" + operator + "\" requires a list value");
    }
    if (NUMERIC_OPERATORS.contains(operator) && !(condition.value() instanceof JsonNumber)) {
      error("V16", where, "operator \"" + operator + "\" requires a numeric value");
    }
    if (operator.equals("exists") && !(condition.value() instanceof JsonBoolean)) {
      error("V17", where, "operator \"exists\" requires a boolean value");
    }
    if (operator.equals("regex") && !isRegularExpression(condition.value())) {
      error("V18", where, "the value must be a string that is a valid RE2 regular expression");
    }
  }

  private static boolean isRegularExpression(JsonValue value) {
    if (!(value instanceof JsonString expression)) {
      return false;
    }
    try {
      Pattern.compile(expression.value());
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void state(String where, State state) {
    if (state.counter().isEmpty()) {
      error("V19", where, "counter must not be empty");
    }
    if (!InterceptRule.WINDOWS.contains(state.window())) {
      error("V20", where, "window must be \"minute\", \"hour\" or \"day\"");
    }
    if (!state.incrementFrom().isEmpty() && !state.incrementFrom().startsWith("args.")) {
      error("V21", where, "increment_from must start with \"args.\"");
    }
    if (state.increment() < 0) {
      warning("W5", where, "a negative increment lets calls through for ever");
    }
  }

  private void counterOfCondition(Condition condition) {
    if (!condition.path().startsWith("state.")) {
      return;
    }
    String[] parts = condition.path().split("\\.", 3);
    if (parts.length == 3 && !hasCounter(parts[1], parts[2])) {
      error(
          "V22",
          condition.where(),
          "condition references " + condition.path() + " but no matching state block found");
    }
  }

  private boolean hasCounter(String tool, String counter) {
    String key = !rulesByTool.containsKey(tool) && tool.equals("_global") ? "*" : tool;
    return rulesByTool.getOrDefault(key, List.of()).stream()
        .flatMap(rule -> rule.state().stream())
        .anyMatch(state -> state.counter().equals(counter));
  }

  private void error(String rule, String where, String message) {
    faults.add(PolicyFault.error(rule, where, message));
  }

  private void warning(String rule, String where, String message) {
    faults.add(PolicyFault.warning(rule, where, message));
  }
}
