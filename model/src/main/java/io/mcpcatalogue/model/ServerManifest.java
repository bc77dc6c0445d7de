package io.mcpcatalogue.model;

import java.util.List;

/**
 * All that was collected about one server. Immutable.
 *
 * @param id the server's id in the catalogue: {@code npm:NAME}, {@code file:STEM}, {@code
 *     stdio:NAME} …
 * @param name the name for people
 * @param version the exact version, empty when unknown
 * @param target what the user named
 * @param method how the tools became known
 * @param description the server's own description, empty when there is none
 * @param instructions what the server tells every model, empty when there is nothing
 */
public record ServerManifest(
    String id,
    String name,
    String version,
    String target,
    CollectionMethod method,
    String description,
    String instructions,
    List<ToolDefinition> tools,
    List<OfferedItem> offered,
    List<Fact> facts,
    List<Gap> gaps) {

  public ServerManifest {
    tools = List.copyOf(tools);
    offered = List.copyOf(offered);
    facts = List.copyOf(facts);
    gaps = List.copyOf(gaps);
  }

  /** A server of which nothing is known but this; the gaps say why. */
  public static ServerManifest unseen(String id, String name, String target, List<Gap> gaps) {
    return new ServerManifest(
        id,
        name,
        "",
        target,
        CollectionMethod.DECLARED,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        gaps);
  }

  public ServerManifest withId(String id) {
    return new ServerManifest(
        id, name, version, target, method, description, instructions, tools, offered, facts, gaps);
  }

  public ServerManifest withName(String name) {
    return new ServerManifest(
        id, name, version, target, method, description, instructions, tools, offered, facts, gaps);
  }

  public ServerManifest withTarget(String target) {
    return new ServerManifest(
        id, name, version, target, method, description, instructions, tools, offered, facts, gaps);
  }

  public ServerManifest withDescription(String description) {
    return new ServerManifest(
        id, name, version, target, method, description, instructions, tools, offered, facts, gaps);
  }

  public ServerManifest withTools(List<ToolDefinition> tools) {
    return new ServerManifest(
        id, name, version, target, method, description, instructions, tools, offered, facts, gaps);
  }

  public ServerManifest withFacts(List<Fact> facts) {
    return new ServerManifest(
        id, name, version, target, method, description, instructions, tools, offered, facts, gaps);
  }

  public ServerManifest withGaps(List<Gap> gaps) {
    return new ServerManifest(
        id, name, version, target, method, description, instructions, tools, offered, facts, gaps);
  }
}
