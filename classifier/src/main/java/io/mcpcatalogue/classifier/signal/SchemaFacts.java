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

  static int count(SchemaFact fact, ToolFacts facts) {
    return switch (fact) {
      case PARAMETERS, REQUIRED, UNDESCRIBED, UNTYPED, UNBOUNDED_TEXT -> parameters(fact, facts);
      case OPEN -> parameters(fact, facts) + (isOpen(facts.tool().inputSchema()) ? 1 : 0);
      case DEPTH -> depth(facts);
      case CUT_SHORT -> facts.cutShort();
    };
  }

  private static int parameters(SchemaFact fact, ToolFacts facts) {
    int count = 0;
    for (Parameter parameter : facts.parameters()) {
      count += isCounted(fact, parameter) ? 1 : 0;
    }
    return count;
  }

  private static int depth(ToolFacts facts) {
    int deepest = 0;
    for (Parameter parameter : facts.parameters()) {
      deepest = Math.max(deepest, parameter.depth());
    }
    return deepest;
  }

  private static boolean isCounted(SchemaFact fact, Parameter parameter) {
    return switch (fact) {
      case PARAMETERS -> parameter.isTopLevel();
      case REQUIRED -> parameter.isTopLevel() && parameter.required();
      case UNDESCRIBED -> parameter.isTopLevel() && parameter.description().isBlank();
      case UNTYPED -> parameter.types().isEmpty() && parameter.values().isEmpty();
      case UNBOUNDED_TEXT -> isUnboundedText(parameter);
      case OPEN -> isOpen(parameter.schema());
      case DEPTH, CUT_SHORT -> false;
    };
  }

  /** Whether there is no schema although all that there is was seen. */
  static boolean isAbsent(ToolFacts facts) {
    return facts.tool().inputSchema().isEmpty()
        && facts.tool().schemaCoverage() == SchemaCoverage.COMPLETE;
  }

  /**
   * Whether a keyword stands in the schema of a parameter or directly in one of its branches;
   * {@code members} stands for declared members of its own or of its elements.
   */
  static boolean has(Parameter parameter, String keyword) {
    return switch (keyword) {
      case "enum", "const" -> !parameter.values().isEmpty();
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
      return true;
    }
    if (schema.members().get("anyOf") instanceof JsonArray branches) {
      for (JsonValue branch : branches.values()) {
        if (branch.asObject().members().containsKey(keyword)) {
          return true;
        }
      }
    }
    return false;
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
