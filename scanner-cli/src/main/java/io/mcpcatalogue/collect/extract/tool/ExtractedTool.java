package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.Optional;

/**
 * A tool as the sources declare it. Immutable.
 *
 * @param name the name, never empty
 * @param title empty when there is none
 * @param description empty when there is none
 * @param descriptionExact whether the description is known word for word
 * @param inputSchema a JSON Schema
 * @param coverage how much of the schema is known
 * @param outputSchema what it answers, as a JSON Schema; empty when that is not known
 * @param annotations the vendor's claims, empty when there are none
 * @param place where it is declared
 * @param condition the text of the condition it is registered under, empty when there is none
 * @param confidence how sure it is that the server serves it
 */
public record ExtractedTool(
    String name,
    String title,
    String description,
    boolean descriptionExact,
    JsonObject inputSchema,
    SchemaCoverage coverage,
    JsonObject outputSchema,
    JsonObject annotations,
    Place place,
    String condition,
    Confidence confidence) {

  /** A tool of which nothing says what it answers. */
  public ExtractedTool(
      String name,
      String title,
      String description,
      boolean descriptionExact,
      JsonObject inputSchema,
      SchemaCoverage coverage,
      JsonObject annotations,
      Place place,
      String condition,
      Confidence confidence) {
    this(
        name,
        title,
        description,
        descriptionExact,
        inputSchema,
        coverage,
        JsonObject.EMPTY,
        annotations,
        place,
        condition,
        confidence);
  }

  /** How sure it is that a declaration is a tool that is served; from least to most. */
  public enum Confidence {
    /** A document says so. */
    MENTIONED,
    /** It has the shape of a tool, but its registration was not seen. */
    SHAPED,
    /** Its registration was followed. */
    REGISTERED
  }

  public ExtractedTool {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a tool needs a name");
    }
  }

  /** The same tool under another name. */
  public ExtractedTool named(String other) {
    return new ExtractedTool(
        other,
        title,
        description,
        descriptionExact,
        inputSchema,
        coverage,
        outputSchema,
        annotations,
        place,
        condition,
        confidence);
  }

  /** The same tool, which answers what the schema says. */
  public ExtractedTool answering(JsonObject schema) {
    return new ExtractedTool(
        name,
        title,
        description,
        descriptionExact,
        inputSchema,
        coverage,
        schema,
        annotations,
        place,
        condition,
        confidence);
  }

  /** The same tool with this schema, all of which is known. */
  public ExtractedTool withSchema(JsonObject schema) {
    return with(schema, SchemaCoverage.COMPLETE);
  }

  /** The same tool with a schema that is not known. */
  public ExtractedTool withoutSchema() {
    return with(JsonObject.EMPTY, SchemaCoverage.UNKNOWN);
  }

  private ExtractedTool with(JsonObject schema, SchemaCoverage known) {
    return new ExtractedTool(
        name,
        title,
        description,
        descriptionExact,
        schema,
        known,
        outputSchema,
        annotations,
        place,
        condition,
        confidence);
  }

  /** The same tool with this description, and this title and these hints where it has none. */
  public ExtractedTool described(String text, String otherTitle, JsonObject otherAnnotations) {
    return new ExtractedTool(
        name,
        title.isEmpty() ? otherTitle : title,
        text,
        true,
        inputSchema,
        coverage,
        outputSchema,
        annotations.isEmpty() ? otherAnnotations : annotations,
        place,
        condition,
        confidence);
  }

  public ToolDefinition toDefinition() {
    JsonObject raw =
        new JsonObjectBuilder()
            .put("name", name)
            .putUnlessEmpty("title", title)
            .putUnlessEmpty("description", description)
            .put("inputSchema", inputSchema)
            .putIfPresent("outputSchema", unlessEmpty(outputSchema))
            .putIfPresent("annotations", unlessEmpty(annotations))
            .build();
    return ToolDefinition.of(raw, coverage, place.toString());
  }

  private static Optional<JsonObject> unlessEmpty(JsonObject object) {
    return object.isEmpty() ? Optional.empty() : Optional.of(object);
  }
}
