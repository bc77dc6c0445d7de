package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules that a SARIF run refers to, collected from its findings. For one thread. */
final class SarifRules {
  private final SortedMap<String, Rule> rules = new TreeMap<>();

  private record Rule(String summary, List<String> references, Severity worst) {}

  void add(Signal signal) {
    String words = signal.id().replace("/", ": ").replace('-', ' ');
    add(signal.id(), new Rule("Signal " + words, signal.references(), signal.severity()));
  }

  void add(Category category, Severity severity) {
    add(idOf(category), new Rule(summary(category), List.of(), severity));
  }

  private void add(String id, Rule rule) {
    rules.merge(
        id,
        rule,
        (one, other) ->
            new Rule(one.summary(), one.references(), Severity.worst(one.worst(), other.worst())));
  }

  static String idOf(Category category) {
    return "category/" + category.name().toLowerCase(Locale.ROOT);
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
    String help =
        rule.references().isEmpty()
            ? rule.summary()
            : rule.summary() + ". See " + String.join(", ", rule.references()) + ".";
    return new JsonObjectBuilder()
        .put("id", id)
        .put("shortDescription", text(rule.summary()))
        .put("help", text(help))
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
