package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.model.OfferedItem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server tells models beside its tools: its instructions, prompts and resources. A package
 * may make several servers, or one in several ways: each text is kept once. Immutable.
 */
public record Beside(List<String> instructions, List<OfferedItem> offered) {
  public static final Beside NOTHING = new Beside(List.of(), List.of());

  public Beside {
    Set<String> told = new LinkedHashSet<>(instructions);
    told.remove("");
    instructions = List.copyOf(told);
    Map<List<Object>, OfferedItem> items = new LinkedHashMap<>();
    for (OfferedItem item : offered) {
      items.merge(
          List.of(item.kind(), item.name()),
          item,
          (first, second) -> first.description().isEmpty() ? second : first);
    }
    offered = List.copyOf(items.values());
  }

  /** All that several parts of a server tell. */
  public static Beside of(List<Beside> parts) {
    return new Beside(
        parts.stream().flatMap(part -> part.instructions().stream()).toList(),
        parts.stream().flatMap(part -> part.offered().stream()).toList());
  }

  /** The instructions as one text. */
  public String instructed() {
    return String.join("\n\n", instructions);
  }
}
