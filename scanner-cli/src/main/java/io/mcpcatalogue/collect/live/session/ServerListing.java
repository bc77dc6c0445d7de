package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one running server said of itself. Immutable.
 *
 * @param serverInfo name, title and version as the server claims them
 * @param instructions what it tells every model, empty when there is nothing
 */
public record ServerListing(
    JsonObject serverInfo,
    String instructions,
    List<ToolDefinition> tools,
    List<OfferedItem> offered,
    List<Fact> facts,
    List<Gap> gaps) {
  private static final int MAX_VERSION = 200;

  /** Nothing was listed. */
  public static final ServerListing NOTHING =
      new ServerListing(JsonObject.EMPTY, "", List.of(), List.of(), List.of(), List.of());

  public ServerListing {
    tools = List.copyOf(tools);
    offered = List.copyOf(offered);
    facts = List.copyOf(facts);
    gaps = List.copyOf(gaps);
  }

  /** This listing, with more that is known about it. */
  public ServerListing with(List<Fact> moreFacts, List<Gap> moreGaps) {
    return new ServerListing(
        serverInfo,
        instructions,
        tools,
        offered,
        Stream.concat(facts.stream(), moreFacts.stream()).toList(),
        Stream.concat(gaps.stream(), moreGaps.stream()).toList());
  }

  /**
   * The manifest of a running server.
   *
   * @param source what was called or run, without secrets
   * @param redact takes secrets out of what the scan says about the server
   */
  public ServerManifest manifest(
      String id, String name, String source, UnaryOperator<String> redact) {
    return new ServerManifest(
        id,
        name,
        SafeText.line(serverInfo.text("version").orElse(""), MAX_VERSION),
        source,
        CollectionMethod.LISTED,
        "",
        instructions,
        tools,
        offered,
        facts.stream()
            .map(fact -> new Fact(fact.id(), redact.apply(fact.value()), fact.where()))
            .toList(),
        gaps.stream()
            .map(gap -> new Gap(gap.where(), gap.kind(), redact.apply(gap.reason())))
            .toList());
  }
}
