package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** The verdicts as the output contract spells them: {@code docs/schema/classify.schema.json}. */
public final class AssessmentJson {
  private static final int DECIMALS = 4;

  private AssessmentJson() {}

  /**
   * The line that answers one tool definition.
   *
   * @param id the caller's own id for it, given back as it came
   * @param server the server's name, empty when it is not known
   */
  public static JsonObject line(
      Optional<JsonValue> id, String server, Assessment assessment, ToolPolicy policy) {
    return members(id, server, assessment, policy).build();
  }

  static JsonObjectBuilder members(
      Optional<JsonValue> id, String server, Assessment assessment, ToolPolicy policy) {
    return new JsonObjectBuilder()
        .putIfPresent("id", id)
        .putUnlessEmpty("server", server)
        .put("name", assessment.tool())
        .put("category", assessment.category().name())
        .put("riskClass", assessment.riskClass().name())
        .put("severity", assessment.severity().name())
        .put("confidence", decimal(assessment.confidence()))
        .put("rationale", assessment.rationale())
        .put("evidence", assessment.evidence().stream().map(AssessmentJson::evidence).toList())
        .put("signals", assessment.signals().stream().map(AssessmentJson::signal).toList())
        .put(
            "parameters",
            new JsonObjectBuilder()
                .put("count", assessment.parameterCount())
                .put("required", assessment.requiredCount())
                .build())
        .put("policy", policy(policy))
        .put("rules", assessment.rulesDigest());
  }

  static JsonObject signal(Signal signal) {
    return new JsonObjectBuilder()
        .put("id", signal.id())
        .put("message", signal.message())
        .put("severity", signal.severity().name())
        .put("evidence", signal.evidence().stream().map(AssessmentJson::quote).toList())
        .put("references", signal.references().stream().map(JsonValue::of).toList())
        .build();
  }

  static JsonObject move(SeverityMove move) {
    return new JsonObjectBuilder()
        .put("rule", move.rule())
        .put("from", move.from().name())
        .put("to", move.to().name())
        .put("reason", move.reason())
        .build();
  }

  static JsonObject fact(Fact fact) {
    return new JsonObjectBuilder()
        .put("id", fact.id())
        .put("value", fact.value())
        .put("where", fact.where())
        .build();
  }

  public static JsonObject gap(Gap gap) {
    return new JsonObjectBuilder()
        .put("where", gap.where())
        .put("kind", gap.kind().name())
        .put("reason", gap.reason())
        .build();
  }

  private static JsonObject evidence(Evidence evidence) {
    return new JsonObjectBuilder()
        .put("rule", evidence.rule())
        .put("category", evidence.category().name())
        .put("weight", decimal(evidence.weight()))
        .put("at", evidence.at())
        .put("start", evidence.start())
        .put("end", evidence.end())
        .put("quote", evidence.quote())
        .build();
  }

  private static JsonObject quote(Quote quote) {
    return new JsonObjectBuilder().put("at", quote.at()).put("quote", quote.words()).build();
  }

  private static JsonObject policy(ToolPolicy policy) {
    JsonObjectBuilder members = new JsonObjectBuilder().put("action", policy.action().name());
    policy
        .limit()
        .ifPresent(
            limit ->
                members.put(
                    "limit",
                    new JsonObjectBuilder()
                        .put("max", limit.max())
                        .put("window", limit.window().name().toLowerCase(Locale.ROOT))
                        .build()));
    return members.put("reason", policy.reason()).build();
  }

  /** Rounded decimal spelling: Java versions differ in how they spell the same double. */
  private static JsonNumber decimal(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return new JsonNumber(
        rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }
}
