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
import java.util.function.Predicate;

/** Counts over the parameters of a tool. */
final class SchemaFacts {
  private SchemaFacts() {}

  static int count(SchemaFact fact, ToolFacts facts) {
    return switch (fact) {
      case PARAMETERS -> count(facts, Parameter::isTopLevel);
      case REQUIRED -> count(facts, parameter -> parameter.isTopLevel() && parameter.required());
      case DEPTH -> depth(facts);
      case UNDESCRIBED ->
          count(facts, parameter -> parameter.isTopLevel() && parameter.description().isBlank());
      case UNTYPED -> count(facts, SchemaFacts::isUntyped);
      case UNBOUNDED_TEXT -> count(facts, SchemaFacts::isUnboundedText);
      case OPEN -> open(facts);
      case CUT_SHORT -> facts.cutShort();
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

  private static boolean isUntyped(Parameter parameter) {
    return parameter.types().isEmpty() && parameter.values().isEmpty();
  }

  private static boolean isUnboundedText(Parameter parameter) {
    return parameter.isFreeText()
        && !parameter.types().isEmpty()
        && !has(parameter, "maxLength")
        && !has(parameter, "pattern")
        && !has(parameter, "format");
  }

  private static int open(ToolFacts facts) {
    int open = isOpen(facts.tool().inputSchema()) ? 1 : 0;
    return open + count(facts, parameter -> isOpen(parameter.schema()));
  }

  private static boolean isOpen(JsonObject schema) {
    JsonValue additional = schema.members().get("additionalProperties");
    return additional instanceof JsonBoolean bool && bool.value()
        || additional instanceof JsonObject object && object.isEmpty();
  }

  private static int depth(ToolFacts facts) {
    int deepest = 0;
    for (Parameter parameter : facts.parameters()) {
      deepest = Math.max(deepest, parameter.depth());
    }
    return deepest;
  }

  private static int count(ToolFacts facts, Predicate<Parameter> test) {
    int count = 0;
    for (Parameter parameter : facts.parameters()) {
      count += test.test(parameter) ? 1 : 0;
    }
    return count;
  }
}
