package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.RuleText;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules that a SARIF run refers to, collected from its findings. For one thread. */
final class SarifRules {
  private final SortedMap<String, Rule> rules = new TreeMap<>();

  private final Map<String, RuleText> texts = new HashMap<>();

  private record Rule(
      String summary, String why, String advice, List<String> references, Severity worst) {}

  /** Rules that explain themselves by these texts. */
  SarifRules(List<RuleText> texts) {
    texts.forEach(text -> this.texts.put(text.id(), text));
  }

  void add(Signal signal) {
    RuleText text = texts.get(signal.id());
    if (text == null) {
      String words = signal.id().replace("/", ": ").replace('-', ' ');
      text = new RuleText(signal.id(), "Signal " + words, "", "");
    }
    add(
        signal.id(),
        new Rule(
            text.summary(), text.why(), text.advice(), signal.references(), signal.severity()));
  }

  void add(Category category, Severity severity) {
    add(category.verdictId(), new Rule(summary(category), "", "", List.of(), severity));
  }

  private void add(String id, Rule rule) {
    rules.merge(
        id,
        rule,
        (one, other) ->
            new Rule(
                one.summary(),
                one.why(),
                one.advice(),
                one.references(),
                Severity.worst(one.worst(), other.worst())));
  }

  static String levelOf(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  JsonValue toJson() {
    return new JsonValue.JsonArray(
        rules.entrySet().stream()
            .<JsonValue>map(entry -> toJson(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static JsonObject toJson(String id, Rule rule) {
    return new JsonObjectBuilder()
        .put("id", id)
        .put("shortDescription", text(rule.summary()))
        .put("fullDescription", text(rule.why().isEmpty() ? rule.summary() : rule.why()))
        .put("help", text(help(rule)))
        .put(
            "defaultConfiguration",
            new JsonObjectBuilder().put("level", levelOf(rule.worst())).build())
        .put(
            "properties",
            new JsonObjectBuilder()
                .put("tags", List.of(JsonValue.of("security"), JsonValue.of("mcp")))
                .put("security-severity", securitySeverity(rule.worst()))
                .build())
        .build();
  }

  /** Why it matters, what to do, and where to read on. */
  private static String help(Rule rule) {
    List<String> parts = new ArrayList<>(List.of(rule.why(), rule.advice()));
    parts.removeIf(String::isEmpty);
    if (parts.isEmpty()) {
      parts.add(rule.summary() + ".");
    }
    if (!rule.references().isEmpty()) {
      parts.add("See " + String.join(", ", rule.references()) + ".");
    }
    return String.join(" ", parts);
  }

  private static JsonObject text(String text) {
    return new JsonObjectBuilder().put("text", text).build();
  }

  /** Within the bands by which code scanning calls a finding low, medium, high or critical. */
  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
    };
  }

  private static String summary(Category category) {
    return switch (category) {
      case UNKNOWN -> "Nothing says what the tool does";
      case READ -> "Reads, but what is sensitive or far away";
      case WRITE -> "Changes data that can be put back";
      case EXECUTE -> "Runs something whose effect depends on the call";
      case DESTRUCTIVE -> "Loses data or access for good";
      case FINANCIAL -> "Moves money or value";
    };
  }
}
