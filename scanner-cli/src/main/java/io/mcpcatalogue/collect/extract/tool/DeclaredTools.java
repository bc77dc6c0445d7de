package io.mcpcatalogue.collect.extract.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers declarations of tools. Those of one name complete each other; where their texts differ,
 * each is a tool of its own: which one is served hangs on what is known only when the server runs,
 * and a harmless text must not hide another. For one thread.
 */
public final class DeclaredTools {
  private final Map<String, List<ExtractedTool>> byName = new LinkedHashMap<>();

  public void add(ExtractedTool tool) {
    List<ExtractedTool> variants = byName.computeIfAbsent(tool.name(), name -> new ArrayList<>());
    for (int i = 0; i < variants.size(); i++) {
      if (!ToolMerge.areRivals(variants.get(i), tool)) {
        variants.set(i, ToolMerge.better(variants.get(i), tool));
        return;
      }
    }
    boolean canDoMore = !variants.isEmpty() && ToolMerge.takesMore(tool, variants.get(0));
    variants.add(canDoMore ? 0 : variants.size(), tool);
  }

  /** All tools, in the order of their names' first declarations; what can do more comes first. */
  public List<ExtractedTool> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }
}
