package io.mcpcatalogue.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.policy.PolicyDeriver;
import io.mcpcatalogue.export.AssessmentJson;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;

/**
 * Answers one line of JSON with one line of JSON: a tool definition with its assessment. Immutable.
 */
public final class LineClassifier {
  private final JsonReader reader = JsonReader.withDefaultLimits();
  private final Classifier classifier;
  private final PolicyDeriver policies;

  public LineClassifier(Classifier classifier, PolicyDeriver policies) {
    this.classifier = classifier;
    this.policies = policies;
  }

  /** What stands in the place of a line. */
  public record Answer(String text, boolean isError) {}

  public Answer answer(BoundedLines.Line line) {
    if (line.tooLong()) {
      return error("the line is too long", line.number());
    }
    JsonValue value;
    try {
      value = reader.parse(line.bytes());
    } catch (MalformedJsonException e) {
      return error(e.getMessage(), line.number());
    }
    if (!(value instanceof JsonObject object)) {
      return error("no JSON object", line.number());
    }
    if (object.text("name").orElse("").isEmpty()) {
      return error("no name", line.number());
    }
    return new Answer(assess(object).toString(), false);
  }

  private JsonObject assess(JsonObject object) {
    ToolDefinition tool = ToolDefinition.of(object, "line");
    String server = object.text("server").orElse("");
    Assessment assessment = classifier.assess(tool, server);
    return AssessmentJson.line(object.get("id"), server, assessment, policies.derive(assessment));
  }

  private static Answer error(String reason, long line) {
    return new Answer(
        new JsonObjectBuilder().put("error", reason).put("line", line).build().toString(), true);
  }
}
