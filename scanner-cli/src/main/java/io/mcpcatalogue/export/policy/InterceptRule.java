package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as Intercept sees it after reading: a rate limit is spelled out as a condition with its
 * counter, unless something forbids that. Immutable.
 *
 * @param rateLimit the shorthand where it could not be spelled out, else empty
 */
record InterceptRule(
    String where,
    String name,
    String action,
    String rateLimit,
    List<Condition> conditions,
    Optional<State> state) {

  static final Set<String> WINDOWS = Set.of("minute", "hour", "day");

  private static final Set<String> RULE =
      Set.of("name", "action", "rate_limit", "conditions", "on_deny", "state");
  private static final Set<String> CONDITION = Set.of("path", "op", "value");
  private static final Set<String> STATE =
      Set.of("counter", "window", "increment", "increment_from");

  /** One comparison; all of a rule must hold. */
  record Condition(String where, String path, String operator, JsonValue value) {}

  /** What a rule counts. */
  record State(String counter, String window, long increment, String incrementFrom) {}

  /** The shorthand {@code 10/minute}. */
  record Rate(long count, String window) {

    static Optional<Rate> parse(String text) {
      int slash = text.indexOf('/');
      if (slash < 0 || !WINDOWS.contains(text.substring(slash + 1))) {
        return Optional.empty();
      }
      String count = text.substring(0, slash);
      if (!count.matches("\\+?[0-9]{1,18}") || Long.parseLong(count) == 0) {
        return Optional.empty();
      }
      return Optional.of(new Rate(Long.parseLong(count), text.substring(slash + 1)));
    }
  }

  static InterceptRule read(String where, String tool, JsonValue value, List<PolicyFault> faults) {
    JsonObject rule = map(where, value, faults);
    warnOfUnknownKeys(where, rule, RULE, faults);
    List<Condition> conditions = new ArrayList<>();
    List<JsonValue> items = list(where, rule, "conditions", faults);
    for (int i = 0; i < items.size(); i++) {
      conditions.add(condition(where + ".conditions[" + i + "]", items.get(i), faults));
    }
    Optional<State> state =
        rule.get("state")
            .filter(block -> !(block instanceof JsonNull))
            .map(block -> state(where + ".state", block, faults));
    String action = text(where, rule, "action", faults);
    InterceptRule read =
        new InterceptRule(
            where,
            text(where, rule, "name", faults),
            action.isEmpty() ? "evaluate" : action,
            text(where, rule, "rate_limit", faults),
            conditions,
            state);
    return read.withRateSpelledOut(tool);
  }

  private InterceptRule withRateSpelledOut(String tool) {
    Optional<Rate> rate = Rate.parse(rateLimit);
    if (rate.isEmpty() || !conditions.isEmpty() || state.isPresent() || action.equals("deny")) {
      return this;
    }
    String counter = "_rate_" + rate.get().window();
    String scope = tool.equals("*") ? "_global" : tool;
    Condition withinRate =
        new Condition(
            where + ".rate_limit",
            "state." + scope + "." + counter,
            "lte",
            JsonValue.of(rate.get().count()));
    State count = new State(counter, rate.get().window(), 1, "");
    return new InterceptRule(where, name, "evaluate", "", List.of(withinRate), Optional.of(count));
  }

  private static Condition condition(String where, JsonValue value, List<PolicyFault> faults) {
    JsonObject condition = map(where, value, faults);
    warnOfUnknownKeys(where, condition, CONDITION, faults);
    return new Condition(
        where,
        text(where, condition, "path", faults),
        text(where, condition, "op", faults),
        condition.get("value").orElse(JsonNull.NULL));
  }

  private static State state(String where, JsonValue value, List<PolicyFault> faults) {
    JsonObject state = map(where, value, faults);
    warnOfUnknownKeys(where, state, STATE, faults);
    String increment = text(where, state, "increment", faults);
    boolean whole = increment.matches("[+-]?[0-9]{1,18}");
    if (!whole && !increment.isEmpty()) {
      faults.add(PolicyFault.error("V0", where, "increment must be an integer"));
    }
    return new State(
        text(where, state, "counter", faults),
        text(where, state, "window", faults),
        whole ? Long.parseLong(increment) : 1,
        text(where, state, "increment_from", faults));
  }

  /** Unknown keys are not refused by Intercept, which makes a misspelled rule no rule at all. */
  static void warnOfUnknownKeys(
      String where, JsonObject map, Set<String> known, List<PolicyFault> faults) {
    for (String key : map.members().keySet()) {
      if (!known.contains(key)) {
        faults.add(
            PolicyFault.warning("W6", where, "unknown key \"" + key + "\", which is ignored"));
      }
    }
  }

  static JsonObject map(String where, JsonValue value, List<PolicyFault> faults) {
    if (!(value instanceof JsonObject) && !(value instanceof JsonNull)) {
      faults.add(PolicyFault.error("V0", where, "must be a map"));
    }
    return value.asObject();
  }

  static List<JsonValue> list(String where, JsonObject map, String key, List<PolicyFault> faults) {
    JsonValue value = map.get(key).orElse(JsonArray.EMPTY);
    if (!(value instanceof JsonArray) && !(value instanceof JsonNull)) {
      faults.add(
          PolicyFault.error("V0", where.isEmpty() ? key : where + "." + key, "must be a list"));
    }
    return value.asArray().values();
  }

  static String text(String where, JsonObject map, String key, List<PolicyFault> faults) {
    String place = where.isEmpty() ? key : where + "." + key;
    return text(place, map.get(key).orElse(JsonNull.NULL), faults);
  }

  /** The text of a scalar, whatever YAML takes it for: where Intercept wants text, any will do. */
  static String text(String where, JsonValue value, List<PolicyFault> faults) {
    if (value instanceof JsonObject || value instanceof JsonArray) {
      faults.add(PolicyFault.error("V0", where, "must be text"));
    }
    if (value instanceof JsonNumber || value instanceof JsonBoolean) {
      return value.toString();
    }
    return value instanceof JsonString string ? string.value() : "";
  }
}
