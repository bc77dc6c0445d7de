package io.mcpcatalogue.model;

import io.mcpcatalogue.model.JsonValue.JsonObject;

/**
 * One tool as its server publishes it. Immutable.
 *
 * @param name the name, never empty
 * @param title the title, empty when there is none
 * @param description the description, empty when there is none
 * @param inputSchema the JSON Schema of the arguments, empty when there is none
 * @param schemaCoverage how much of the schema is known
 * @param annotations the vendor's claims ({@code readOnlyHint} …), empty when there are none
 * @param raw every member that was sent, those above included
 * @param origin where the tool was found: {@code tools/list}, {@code src/tools.ts:42}, {@code
 *     README.md:7}
 */
public record ToolDefinition(
    String name,
    String title,
    String description,
    JsonObject inputSchema,
    SchemaCoverage schemaCoverage,
    JsonObject annotations,
    JsonObject raw,
    String origin) {

  public ToolDefinition {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a tool needs a name");
    }
  }

  /** Reads the members of a tool object; the caller has made sure that it has a name. */
  public static ToolDefinition of(JsonObject raw, String origin) {
    return of(raw, SchemaCoverage.COMPLETE, origin);
  }

  public static ToolDefinition of(JsonObject raw, SchemaCoverage coverage, String origin) {
    return understood(raw, raw, coverage, origin);
  }

  /**
   * A tool whose members were understood otherwise than they were sent.
   *
   * @param parsed the members as {@link #parsed()} gives them
   */
  public static ToolDefinition understood(
      JsonObject parsed, JsonObject raw, SchemaCoverage coverage, String origin) {
    return new ToolDefinition(
        parsed.text("name").orElse(""),
        parsed.text("title").orElse(""),
        parsed.text("description").orElse(""),
        parsed.object("inputSchema"),
        coverage,
        parsed.object("annotations"),
        raw,
        origin);
  }

  /** Whether its members are understood as they were sent. */
  public boolean isAsSent() {
    return name.equals(raw.text("name").orElse(""))
        && title.equals(raw.text("title").orElse(""))
        && description.equals(raw.text("description").orElse(""))
        && inputSchema.equals(raw.object("inputSchema"))
        && annotations.equals(raw.object("annotations"));
  }

  /** The members as they were understood, which may say more than what was sent. */
  public JsonObject parsed() {
    return new JsonObjectBuilder()
        .put("name", name)
        .put("title", title)
        .put("description", description)
        .put("inputSchema", inputSchema)
        .put("annotations", annotations)
        .build();
  }
}
