package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.model.SchemaCoverage;

/** One tool out of two declarations of it: of each field the better-known is kept. */
public final class ToolMerge {

  private ToolMerge() {}

  public static ExtractedTool better(ExtractedTool first, ExtractedTool second) {
    boolean swap = second.confidence().compareTo(first.confidence()) > 0;
    ExtractedTool main = swap ? second : first;
    ExtractedTool other = swap ? first : second;
    boolean otherText = textRank(other) > textRank(main);
    boolean otherSchema =
        schemaRank(other) > schemaRank(main)
            || schemaRank(other) == schemaRank(main) && propertyCount(other) > propertyCount(main);
    return new ExtractedTool(
        main.name(),
        main.title().isEmpty() ? other.title() : main.title(),
        otherText ? other.description() : main.description(),
        otherText ? other.descriptionExact() : main.descriptionExact(),
        otherSchema ? other.inputSchema() : main.inputSchema(),
        otherSchema ? other.coverage() : main.coverage(),
        main.outputSchema().isEmpty() ? other.outputSchema() : main.outputSchema(),
        main.annotations().isEmpty() ? other.annotations() : main.annotations(),
        main.place(),
        main.condition(),
        main.confidence());
  }

  private static int textRank(ExtractedTool tool) {
    return tool.description().isEmpty() ? 0 : tool.descriptionExact() ? 2 : 1;
  }

  /** Of two variants of a tool, the one that can do more. */
  private static int propertyCount(ExtractedTool tool) {
    return tool.inputSchema()
        .get("properties")
        .map(properties -> properties.asObject().members().size())
        .orElse(0);
  }

  private static int schemaRank(ExtractedTool tool) {
    boolean known = tool.coverage() == SchemaCoverage.COMPLETE;
    boolean some = tool.coverage() == SchemaCoverage.PARTIAL;
    return tool.inputSchema().get("properties").isPresent()
        ? (known ? 3 : 2)
        : known || some ? 1 : 0;
  }
}
