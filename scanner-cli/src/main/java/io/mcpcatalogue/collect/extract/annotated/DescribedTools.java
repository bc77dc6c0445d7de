package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes tools out of calls and literals that have all their parts. */
final class DescribedTools {
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
    Optional<Value> described =
        Stream.of("inputSchema", "input_schema", "2", "3")
            .filter(arguments::has)
            .map(arguments::get)
            .filter(part -> SchemaValues.schema(part).isPresent())
            .findFirst();
    Optional<JsonObject> schema = described.flatMap(SchemaValues::schema);
    boolean isDescribed =
        description instanceof Value.Text || schema.isPresent() || saysSchema(arguments);
    if (name.isEmpty() || !isDescribed) {
      return Optional.empty();
    }
    boolean isUnread = schema.isEmpty() && (saysSchema(arguments) || !arguments.has("name"));
    boolean isWhole = described.isEmpty() || SchemaValues.isWhole(described.get());
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
