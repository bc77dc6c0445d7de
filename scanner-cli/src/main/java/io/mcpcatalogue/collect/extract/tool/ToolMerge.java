package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One tool out of two declarations of it: of each field the better-known is kept. */
public final class ToolMerge {

  private ToolMerge() {}

  public static ExtractedTool better(ExtractedTool first, ExtractedTool second) {
    boolean swap = second.confidence().compareTo(first.confidence()) > 0;
    ExtractedTool main = swap ? second : first;
    ExtractedTool other = swap ? first : second;
    boolean otherText = saysMore(other, main);
    boolean otherSchema = takesMore(other, main);
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

  /**
   * Whether the two may both be served, and each says something that the other does not: keeping
   * one would hide what the other says.
   */
  static boolean areRivals(ExtractedTool first, ExtractedTool second) {
    boolean differ = !isWithin(first, second) && !isWithin(second, first);
    return first.confidence() == second.confidence()
        && (differ
            || !first.place().equals(second.place()) && areRivalsInParameters(first, second));
  }

  /**
   * Whether the schema that is left out says something that the other does not. What is read twice
   * at one place is one schema, of which more was known the second time.
   */
  private static boolean areRivalsInParameters(ExtractedTool first, ExtractedTool second) {
    boolean takesSecond = takesMore(second, first);
    Set<String> kept = parameterTexts(takesSecond ? second : first);
    return !kept.containsAll(parameterTexts(takesSecond ? first : second));
  }

  /** What is said of the parameters, at any depth. */
  private static Set<String> parameterTexts(ExtractedTool tool) {
    Set<String> texts = new HashSet<>();
    Deque<JsonValue> open = new ArrayDeque<>(List.of(tool.inputSchema()));
    while (!open.isEmpty()) {
      JsonValue next = open.pop();
      if (next instanceof JsonObject object) {
        object.text("description").ifPresent(text -> texts.add(String.join(" ", words(text))));
        open.addAll(object.members().values());
      } else if (next instanceof JsonArray array) {
        open.addAll(array.values());
      }
    }
    return texts;
  }

  /** Whether the text of the one that is less sure to be served is the better to know. */
  private static boolean saysMore(ExtractedTool other, ExtractedTool main) {
    if (main.description().isEmpty() || other.description().isEmpty()) {
      return main.description().isEmpty() && !other.description().isEmpty();
    }
    boolean isSettled = main.descriptionExact() && main.confidence() != other.confidence();
    return !isSettled
        && isWithin(main, other)
        && (!isWithin(other, main) || other.descriptionExact() && !main.descriptionExact());
  }

  /** Whether all that the text of the part says stands in that of the whole. */
  private static boolean isWithin(ExtractedTool part, ExtractedTool whole) {
    List<String> words = words(part.description());
    List<String> others = words(whole.description());
    return part.descriptionExact()
        ? String.join(" ", others).contains(String.join(" ", words))
        : isThinnedOut(words, others);
  }

  /** Between the words that are known of a text there may be others. */
  private static boolean isThinnedOut(List<String> part, List<String> whole) {
    int next = 0;
    for (String word : whole) {
      if (next < part.size() && part.get(next).equals(word)) {
        next++;
      }
    }
    return next == part.size();
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /**
   * Whether of two variants of a tool the schema of this one is better known, or it can do more.
   */
  static boolean takesMore(ExtractedTool tool, ExtractedTool than) {
    int known = Integer.compare(schemaRank(tool), schemaRank(than));
    return known > 0 || known == 0 && propertyCount(tool) > propertyCount(than);
  }

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
