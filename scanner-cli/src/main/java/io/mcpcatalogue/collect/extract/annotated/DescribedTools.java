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
  private DescribedTools() {}

  /** The tool that an object describes to a function that may find its schema elsewhere. */
  static Optional<ExtractedTool> registered(ObjectValue members, Place place) {
    boolean saysSchema = members.has("inputSchema") || members.has("input_schema");
    return whole(members, place).map(tool -> saysSchema ? tool : tool.withoutSchema());
  }

  /** The tool that a call or literal with all parts is. */
  static Optional<ExtractedTool> whole(ObjectValue arguments, Place place) {
    Value name = arguments.has("name") ? arguments.get("name") : arguments.get("0");
    Value description =
        arguments.has("description") ? arguments.get("description") : arguments.get("1");
    if (name.exactText().filter(text -> !text.isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonObject> schema =
        List.of("inputSchema", "input_schema", "2", "3").stream()
            .filter(arguments::has)
            .map(arguments::get)
            .flatMap(value -> SchemaValues.schema(value).stream())
            .findFirst();
    boolean saysSchema = arguments.has("inputSchema") || arguments.has("input_schema");
    if (!(description instanceof Value.Text) && schema.isEmpty() && !saysSchema) {
      return Optional.empty();
    }
    Value hints =
        List.of("toolAnnotations", "annotations").stream()
            .filter(arguments::has)
            .map(arguments::get)
            .findFirst()
            .orElse(Value.Nothing.VALUE);
    return Optional.of(
        new ExtractedTool(
            name.exactText().get(),
            arguments.get("title").anyText().orElse(""),
            description.anyText().orElse(""),
            description.exact(),
            schema.orElse(ObjectSchema.EMPTY),
            schema.isPresent()
                ? SchemaCoverage.COMPLETE
                : saysSchema || !arguments.has("name")
                    ? SchemaCoverage.UNKNOWN
                    : SchemaCoverage.COMPLETE,
            SchemaValues.annotations(hints),
            place,
            "",
            Confidence.REGISTERED));
  }
}
