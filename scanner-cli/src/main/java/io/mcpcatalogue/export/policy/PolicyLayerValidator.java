package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a PolicyLayer document against what its documentation shows. Checks are named P1 to P9
 * (see {@code docs/policies.md}). For one document and one thread.
 */
final class PolicyLayerValidator {
  private static final Set<String> DOCUMENT =
      Set.of("version", "default", "hide", "all_tools", "tools");
  private static final Set<String> TOOL = Set.of("require", "deny_if", "limits");
  private static final Set<String> LIMIT = Set.of("counter", "window", "max", "scope");
  private static final Set<String> DENIAL = Set.of("conditions", "on_deny");
  private static final Set<String> WINDOWS = Set.of("minute", "hour");

  private final List<PolicyFault> faults = new ArrayList<>();

  List<PolicyFault> faultsIn(JsonValue document) {
    if (!(document instanceof JsonObject policy)) {
      return List.of(PolicyFault.error("P1", "", "a policy must be an object"));
    }
    unknownMembers("", policy, DOCUMENT);
    if (!policy.text("version").equals(Optional.of("1"))) {
      error("P2", "version", "version must be \"1\"");
    }
    if (!policy.text("default").filter(Set.of("allow", "deny")::contains).isPresent()) {
      error("P3", "default", "default must be \"allow\" or \"deny\"");
    }
    Set<String> hidden = hidden(policy);
    policy
        .get("all_tools")
        .ifPresent(
            all -> {
              if (object("all_tools", all)) {
                unknownMembers("all_tools", all.asObject(), Set.of("limits"));
                limits("all_tools", all.asObject());
              }
            });
    JsonValue tools = policy.get("tools").orElse(JsonObject.EMPTY);
    if (object("tools", tools)) {
      tools.asObject().members().forEach((name, tool) -> tool(name, tool, hidden));
    }
    return List.copyOf(faults);
  }

  private Set<String> hidden(JsonObject policy) {
    Set<String> seen = new HashSet<>();
    List<JsonValue> names = array("", policy, "hide");
    for (int i = 0; i < names.size(); i++) {
      String where = "hide[" + i + "]";
      String name = names.get(i).text().orElse("");
      if (name.isBlank()) {
        error("P4", where, "an entry must be the name of a tool");
      } else if (!seen.add(name)) {
        error("P4", where, "duplicate entry \"" + name + "\"");
      }
    }
    return seen;
  }

  private void tool(String name, JsonValue value, Set<String> hidden) {
    String where = "tools." + name;
    if (hidden.contains(name)) {
      faults.add(PolicyFault.warning("P5", where, "the tool is hidden, so its rules say nothing"));
    }
    if (!object(where, value)) {
      return;
    }
    JsonObject tool = value.asObject();
    unknownMembers(where, tool, TOOL);
    limits(where, tool);
    array(where, tool, "require");
    List<JsonValue> denials = array(where, tool, "deny_if");
    for (int i = 0; i < denials.size(); i++) {
      denial(where + ".deny_if[" + i + "]", denials.get(i));
    }
  }

  private void denial(String where, JsonValue value) {
    if (!object(where, value)) {
      return;
    }
    JsonObject denial = value.asObject();
    unknownMembers(where, denial, DENIAL);
    if (!(denial.members().get("conditions") instanceof JsonArray)) {
      error("P6", where, "conditions must be a list; the empty list denies always");
    }
    if (denial.text("on_deny").filter(text -> !text.isBlank()).isEmpty()) {
      error("P6", where, "on_deny must say why, it is what the agent reads");
    }
  }

  private void limits(String where, JsonObject holder) {
    Set<String> counters = new HashSet<>();
    List<JsonValue> limits = array(where, holder, "limits");
    for (int i = 0; i < limits.size(); i++) {
      limit(where + ".limits[" + i + "]", limits.get(i), counters);
    }
  }

  private void limit(String where, JsonValue value, Set<String> counters) {
    if (!object(where, value)) {
      return;
    }
    JsonObject limit = value.asObject();
    unknownMembers(where, limit, LIMIT);
    String counter = limit.text("counter").orElse("");
    if (counter.isBlank()) {
      error("P7", where, "counter must not be empty");
    } else if (!counters.add(counter)) {
      error("P7", where, "duplicate counter \"" + counter + "\"");
    }
    if (limit.text("window").filter(WINDOWS::contains).isEmpty()) {
      error("P7", where, "window must be \"minute\" or \"hour\"");
    }
    if (!isPositiveInteger(limit.members().get("max"))) {
      error("P7", where, "max must be a positive integer");
    }
    if (!limit.text("scope").equals(Optional.of("grant"))) {
      error("P7", where, "scope must be \"grant\"");
    }
  }

  private static boolean isPositiveInteger(JsonValue value) {
    return value instanceof JsonNumber number && number.spelling().matches("[1-9][0-9]{0,8}");
  }

  private void unknownMembers(String where, JsonObject object, Set<String> known) {
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      if (!known.contains(member.getKey())) {
        faults.add(
            PolicyFault.warning(
                "P8", where, "unknown member \"" + member.getKey() + "\", which is ignored"));
      }
    }
  }

  private boolean object(String where, JsonValue value) {
    if (value instanceof JsonObject) {
      return true;
    }
    error("P9", where, "must be an object");
    return false;
  }

  private List<JsonValue> array(String where, JsonObject holder, String member) {
    JsonValue value = holder.get(member).orElse(JsonArray.EMPTY);
    if (!(value instanceof JsonArray)) {
      error("P9", where.isEmpty() ? member : where + "." + member, "must be a list");
    }
    return value.asArray().values();
  }

  private void error(String rule, String where, String message) {
    faults.add(PolicyFault.error(rule, where, message));
  }
}
