package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Severity;
import java.util.List;

/**
 * What a search found, the best first. Immutable.
 *
 * @param tools tools in whose name, description or parameters the words occur
 * @param servers servers in whose name or description they occur
 */
public record SearchResult(List<ToolHit> tools, List<ServerHit> servers) {

  public SearchResult {
    tools = List.copyOf(tools);
    servers = List.copyOf(servers);
  }

  /** A tool that was found. */
  public record ToolHit(
      String serverId, String tool, Category category, Severity severity, String description) {}

  /** A server that was found; the grade is empty when it was not scanned. */
  public record ServerHit(String serverId, String name, String grade, String description) {}
}
