package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.OfferedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what is found of one package. For one thread. */
public final class ToolCollection {
  /** Why what is registered somewhere is no tool. */
  public static final String NO_NAME = "what is registered here has no name that a tool can bear";

  private final List<Found> found = new ArrayList<>();
  private final Map<Place, String> unknown = new LinkedHashMap<>();
  private final Map<Place, String> prefixes = new HashMap<>();

  private final Set<Gap> limits = new LinkedHashSet<>();
  private final List<String> instructions = new ArrayList<>();
  private final List<OfferedItem> offered = new ArrayList<>();

  private record Found(ExtractedTool tool, Optional<Place> server) {}

  /** Adds a tool of whatever server. */
  public void add(ExtractedTool tool) {
    add(tool, Optional.empty());
  }

  /**
   * Adds a tool.
   *
   * @param server where the server object is made that it is registered with, when that is known
   */
  public void add(ExtractedTool tool, Optional<Place> server) {
    if (ToolNames.isName(tool.name())) {
      found.add(new Found(tool, server));
    } else {
      unknown(tool.place(), NO_NAME);
    }
  }

  /** Notes that something is registered here that cannot be known. */
  public void unknown(Place place, String reason) {
    unknown.putIfAbsent(place, reason);
  }

  /** Adds what a server tells every model. */
  public void instructions(String text) {
    instructions.add(text);
  }

  /** Adds a prompt or a resource. */
  public void offer(OfferedItem item) {
    offered.add(item);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Whether something is registered that cannot be known. */
  public boolean isOpen() {
    return !unknown.isEmpty();
  }

  /** Notes that the sources are too intricate to be followed to their end. */
  public void incomplete(String where) {
    limits.add(
        new Gap(
            where, Gap.Kind.LIMIT, "the sources are too intricate to be followed to their end"));
  }

  /** The tools of the server made at this place have this before their names. */
  public void prefix(Place server, String prefix) {
    prefixes.put(server, prefix);
  }

  /** What was found; the first declaration of a name counts, the others complete it. */
  public Extracted extracted(boolean isServer) {
    DeclaredTools tools = new DeclaredTools();
    Set<Place> places = new HashSet<>();
    for (Found each : found) {
      String prefix = each.server().map(prefixes::get).orElse("");
      ExtractedTool tool =
          prefix.isEmpty() ? each.tool() : each.tool().named(prefix + each.tool().name());
      tools.add(tool);
      places.add(tool.place());
    }
    Set<Gap> gaps = new LinkedHashSet<>(limits);
    unknown.forEach(
        (place, reason) -> {
          if (!places.contains(place)) {
            gaps.add(new Gap(place.toString(), Gap.Kind.DYNAMIC, reason));
          }
        });
    return new Extracted(tools.all(), List.copyOf(gaps), isServer)
        .telling(new Beside(instructions, offered));
  }
}
