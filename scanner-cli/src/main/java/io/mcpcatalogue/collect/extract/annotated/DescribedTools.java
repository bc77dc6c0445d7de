package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Optional;

/** Makes tools out of calls and literals that have all their parts. */
final class DescribedTools {
  private static final List<String> SCHEMAS = List.of("inputSchema", "input_schema", "2", "3");

  private DescribedTools() {}

  /** The tool that an object describes to a function that may find its schema elsewhere. */
  static Optional<ExtractedTool> registered(ObjectValue members, Place place) {
    return whole(members, place).map(tool -> saysSchema(members) ? tool : tool.withoutSchema());
  }

  /** The tool that a call or literal with all parts is. */
  static Optional<ExtractedTool> whole(ObjectValue arguments, Place place) {
    Optional<String> name =
        arguments.argument("name", 0).exactText().filter(text -> !text.isEmpty());
    Value description = arguments.argument("description", 1);
    Value described = Value.Nothing.VALUE;
    Optional<JsonObject> schema = Optional.empty();
    for (String part : SCHEMAS) {
      if (schema.isEmpty() && arguments.has(part)) {
        described = arguments.get(part);
        schema = SchemaValues.schema(described);
      }
    }
    boolean isDescribed =
        description instanceof Value.Text || schema.isPresent() || saysSchema(arguments);
    if (name.isEmpty() || !isDescribed) {
      return Optional.empty();
    }
    boolean isUnread = schema.isEmpty() && (saysSchema(arguments) || !arguments.has("name"));
    boolean isWhole = schema.isEmpty() || SchemaValues.isWhole(described);
    Value hints =
        arguments.get(arguments.has("toolAnnotations") ? "toolAnnotations" : "annotations");
    return Optional.of(
        new ExtractedTool(
            name.get(),
            arguments.get("title").anyText().orElse(""),
            description.anyText().orElse(""),
            description.exact(),
            schema.orElse(ObjectSchema.EMPTY),
            isUnread
                ? SchemaCoverage.UNKNOWN
                : isWhole ? SchemaCoverage.COMPLETE : SchemaCoverage.PARTIAL,
            SchemaValues.annotations(hints),
            place,
            "",
            Confidence.REGISTERED));
  }

  private static boolean saysSchema(ObjectValue arguments) {
    return arguments.has("inputSchema") || arguments.has("input_schema");
  }
}
