package io.mcpcatalogue.collect.live;

import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one running server said of itself. Immutable.
 *
 * @param serverInfo name, title and version as the server claims them
 * @param instructions what it tells every model, empty when there is nothing
 */
record ServerListing(
    JsonObject serverInfo,
    String instructions,
    List<ToolDefinition> tools,
    List<OfferedItem> offered,
    List<Fact> facts,
    List<Gap> gaps) {

  /** Nothing was listed. */
  static final ServerListing NOTHING =
      new ServerListing(JsonObject.EMPTY, "", List.of(), List.of(), List.of(), List.of());

  ServerListing {
    tools = List.copyOf(tools);
    offered = List.copyOf(offered);
    facts = List.copyOf(facts);
    gaps = List.copyOf(gaps);
  }

  /** This listing, with more that is known about it. */
  ServerListing with(List<Fact> moreFacts, List<Gap> moreGaps) {
    return new ServerListing(
        serverInfo,
        instructions,
        tools,
        offered,
        Stream.concat(facts.stream(), moreFacts.stream()).toList(),
        Stream.concat(gaps.stream(), moreGaps.stream()).toList());
  }
}
