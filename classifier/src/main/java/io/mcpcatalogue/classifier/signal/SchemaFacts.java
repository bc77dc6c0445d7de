package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.rule.SchemaFact;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.Set;

/** Counts over the parameters of a tool. */
final class SchemaFacts {
  private SchemaFacts() {}

  /** Whether a count takes a look at each schema, so that it is made only where it is asked for. */
  static boolean isCostly(SchemaFact fact) {
    return fact == SchemaFact.UNBOUNDED_TEXT || fact == SchemaFact.OPEN;
  }

  /** Makes all other counts. */
  static void measure(ToolFacts facts, ToolScan scan) {
    int top = 0;
    int required = 0;
    int undescribed = 0;
    int untyped = 0;
    int deepest = 0;
    for (Parameter parameter : facts.parameters()) {
      if (parameter.isTopLevel()) {
        top++;
        required += parameter.required() ? 1 : 0;
        undescribed += parameter.description().isBlank() ? 1 : 0;
      }
      untyped += parameter.types().isEmpty() && parameter.values().isEmpty() ? 1 : 0;
      deepest = Math.max(deepest, parameter.depth());
    }
    scan.measure(Measures.count(SchemaFact.PARAMETERS), top);
    scan.measure(Measures.count(SchemaFact.REQUIRED), required);
    scan.measure(Measures.count(SchemaFact.UNDESCRIBED), undescribed);
    scan.measure(Measures.count(SchemaFact.UNTYPED), untyped);
    scan.measure(Measures.count(SchemaFact.DEPTH), deepest);
    scan.measure(Measures.count(SchemaFact.CUT_SHORT), facts.cutShort());
  }

  /** One of the costly counts. */
  static int count(SchemaFact fact, ToolFacts facts) {
    boolean open = fact == SchemaFact.OPEN;
    int count = open && isOpen(facts.tool().inputSchema()) ? 1 : 0;
    for (Parameter parameter : facts.parameters()) {
      count += (open ? isOpen(parameter.schema()) : isUnboundedText(parameter)) ? 1 : 0;
    }
    return count;
  }

  /** Whether there is no schema although all that there is was seen. */
  static boolean isAbsent(ToolFacts facts) {
    return facts.tool().inputSchema().isEmpty()
        && facts.tool().schemaCoverage() == SchemaCoverage.COMPLETE;
  }

  /**
   * Whether a keyword stands in the schema of a parameter or directly in one of its branches;
   * {@code members} stands for declared members of its own or of its elements. Limits count only
   * where they keep something out.
   */
  static boolean has(Parameter parameter, String keyword) {
    return switch (keyword) {
      case "enum", "const" -> parameter.isChoice();
      case "members" -> hasMembers(parameter.schema());
      default -> has(parameter.schema(), keyword);
    };
  }

  private static boolean hasMembers(JsonObject schema) {
    JsonObject items = schema.object("items");
    return has(schema, "properties") || has(items, "properties") || has(items, "$ref");
  }

  private static boolean has(JsonObject schema, String keyword) {
    if (schema.members().containsKey(keyword)) {
      return !TextLimits.NAMES.contains(keyword) || TextLimits.limits(schema, keyword);
    }
    if (!(schema.members().get("anyOf") instanceof JsonArray branches)) {
      return false;
    }
    return TextLimits.NAMES.contains(keyword)
        ? branches.values().stream().allMatch(branch -> TextLimits.spares(branch, keyword))
        : branches.values().stream()
            .anyMatch(branch -> branch.asObject().members().containsKey(keyword));
  }

  /**
   * What the keyword "format" says in the schema of a parameter or directly in one of its branches.
   */
  static boolean hasFormat(Parameter parameter, Set<String> formats) {
    if (isFormat(parameter.schema(), formats)) {
      return true;
    }
    if (parameter.schema().members().get("anyOf") instanceof JsonArray branches) {
      for (JsonValue branch : branches.values()) {
        if (isFormat(branch.asObject(), formats)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFormat(JsonObject schema, Set<String> formats) {
    return schema.members().get("format") instanceof JsonString format
        && formats.contains(format.value());
  }

  private static boolean isUnboundedText(Parameter parameter) {
    return parameter.isFreeText()
        && !parameter.types().isEmpty()
        && !has(parameter, "maxLength")
        && !has(parameter, "pattern")
        && !has(parameter, "format");
  }

  private static boolean isOpen(JsonObject schema) {
    JsonValue additional = schema.members().get("additionalProperties");
    return additional instanceof JsonBoolean bool && bool.value()
        || additional instanceof JsonObject object && object.isEmpty();
  }
}
