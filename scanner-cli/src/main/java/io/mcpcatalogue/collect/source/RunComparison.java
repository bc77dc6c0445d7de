package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lists a package's server live and holds that against what its sources say. The live list counts;
 * where the two differ is a gap. Immutable.
 */
final class RunComparison {
  private static final int MAX_NAMES = 20;
  private static final int MAX_NAME = 80;

  private final ToolCollector runner;

  RunComparison(ToolCollector runner) {
    this.runner = runner;
  }

  /** What was read, replaced by what the running server shows if it can be run. */
  Collected withLive(Collected read, List<String> command, CollectOptions options) {
    ServerManifest source = read.servers().get(0);
    Collected live;
    try {
      live = runner.collect(ScanTarget.command(command), options);
    } catch (CollectException e) {
      List<Gap> gaps = new ArrayList<>(read.gaps());
      gaps.add(new Gap(source.id(), e.kind(), "not listed live: " + e.getMessage()));
      return new Collected(read.servers(), gaps, read.hosts());
    }
    Set<String> hosts = new TreeSet<>(read.hosts());
    hosts.addAll(live.hosts());
    List<Gap> gaps = new ArrayList<>(read.gaps());
    gaps.addAll(live.gaps());
    List<ServerManifest> servers = new ArrayList<>();
    for (ServerManifest listed : live.servers()) {
      servers.add(merged(read.servers(), listed));
    }
    return new Collected(servers, gaps, hosts);
  }

  private static ServerManifest merged(List<ServerManifest> read, ServerManifest listed) {
    ServerManifest source = read.get(0);
    List<Fact> facts = new ArrayList<>(source.facts());
    facts.addAll(listed.facts());
    List<Gap> gaps = new ArrayList<>(listed.gaps());
    gaps.addAll(differences(source.id(), toolsByName(read), toolsByName(List.of(listed))));
    return new ServerManifest(
        source.id(),
        source.name(),
        source.version(),
        source.target(),
        CollectionMethod.LISTED,
        source.description().isEmpty() ? listed.description() : source.description(),
        listed.instructions(),
        listed.tools(),
        listed.offered(),
        facts,
        gaps);
  }

  static List<Gap> differences(
      String where, Map<String, ToolDefinition> read, Map<String, ToolDefinition> listed) {
    Set<String> hidden = new TreeSet<>(read.keySet());
    hidden.removeAll(listed.keySet());
    Set<String> unread = new TreeSet<>(listed.keySet());
    unread.removeAll(read.keySet());
    List<Gap> gaps = new ArrayList<>();
    if (!hidden.isEmpty()) {
      gaps.add(
          new Gap(
              where,
              Gap.Kind.CONTRADICTION,
              "the sources hold tools that the running server does not show: " + names(hidden)));
    }
    if (!unread.isEmpty() && !read.isEmpty()) {
      gaps.add(
          new Gap(
              where,
              Gap.Kind.CONTRADICTION,
              "the running server shows tools that the sources do not declare: " + names(unread)));
    }
    return gaps;
  }

  private static Map<String, ToolDefinition> toolsByName(Collection<ServerManifest> servers) {
    Map<String, ToolDefinition> tools = new TreeMap<>();
    servers.forEach(server -> server.tools().forEach(tool -> tools.putIfAbsent(tool.name(), tool)));
    return tools;
  }

  private static String names(Set<String> names) {
    List<String> shown =
        names.stream().limit(MAX_NAMES).map(name -> SafeText.line(name, MAX_NAME)).toList();
    int more = names.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
