package io.mcpcatalogue.bench.accuracy;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tool with what is known of its category: the categories that careful readers accept, or only
 * whether its vendor says that it reads. Immutable.
 *
 * @param accepted acceptable categories, the first reader's first; empty if not known
 * @param reads what the vendor says, empty if unknown
 */
record LabelledTool(
    String id,
    String server,
    ToolDefinition tool,
    List<Category> accepted,
    Optional<Boolean> reads) {

  private static final Set<Category> TRUSTED_SEEDS =
      EnumSet.of(Category.READ, Category.WRITE, Category.DESTRUCTIVE);

  /** Reads one line of a labelled set; empty if the line carries no label that is to be trusted. */
  static Optional<LabelledTool> of(JsonObject line, boolean hideHints) {
    JsonObjectBuilder tool = new JsonObjectBuilder();
    for (String member : List.of("name", "title", "description", "inputSchema")) {
      tool.putIfPresent(member, line.get(member));
    }
    if (!hideHints) {
      tool.putIfPresent("annotations", line.get("annotations"));
    }
    List<Category> accepted = accepted(line);
    Optional<Boolean> reads = reads(line);
    if (line.text("name").isEmpty() || accepted.isEmpty() && reads.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LabelledTool(
            line.text("id").orElse("-"),
            line.text("server").orElse(""),
            ToolDefinition.of(tool.build(), "labelled set"),
            accepted,
            reads));
  }

  private static List<Category> accepted(JsonObject line) {
    List<Category> accepted = new ArrayList<>();
    JsonObject gold = line.get("gold").orElse(JsonObject.EMPTY).asObject();
    for (JsonValue value : gold.get("accept").orElse(JsonObject.EMPTY).asArray().values()) {
      value.text().map(Category::valueOf).ifPresent(accepted::add);
    }
    String seed = line.text("category").orElse("");
    for (Category category : TRUSTED_SEEDS) {
      if (category.name().equals(seed)) {
        accepted.add(category);
      }
    }
    return accepted;
  }

  private static Optional<Boolean> reads(JsonObject line) {
    boolean suspect =
        line.get("vendor_label_suspect")
            .filter(value -> !JsonBoolean.FALSE.equals(value) && !"null".equals(value.toString()))
            .isPresent();
    return line.get("readOnlyHint")
        .filter(value -> !suspect && value instanceof JsonBoolean)
        .map(value -> ((JsonBoolean) value).value());
  }
}
