package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.http.AddressGuard;
import io.mcpcatalogue.collect.http.ContactedHosts;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.HttpLimits;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks a server up in the registry and collects it from the first place of its record that yields
 * anything. Thread-safe.
 */
public final class RegistryCollector implements ToolCollector {
  /** Names another registry with the same API. */
  public static final String VARIABLE = "MCP_CATALOGUE_REGISTRY_URL";

  /** The official registry. */
  public static final String OFFICIAL = "https://registry.modelcontextprotocol.io";

  private final Network network;
  private final URI registry;
  private final List<ToolCollector> collectors;

  /**
   * @param registry with a slash at its end
   * @param collectors what reads the places that a record names
   */
  public RegistryCollector(Network network, URI registry, List<ToolCollector> collectors) {
    this.network = network;
    this.registry = registry;
    this.collectors = List.copyOf(collectors);
  }

  /** The registry that the environment names, else the official one. */
  public static URI registryOf(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return URI.create((named.isBlank() ? OFFICIAL : named.replaceFirst("/+$", "")) + "/");
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.REGISTRY;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    ContactedHosts hosts = new ContactedHosts();
    ServerRecord record = record(target, options, hosts);
    List<Gap> gaps = new ArrayList<>();
    // What a record names comes from strangers: it must not reach into the private network.
    CollectOptions strict =
        options.withLive(
            options.live().withRemote(options.live().remote().withPrivateAddresses(false)));
    for (ScanTarget place : record.targets()) {
      for (ToolCollector collector : collectors) {
        if (collector.accepts(place)) {
          try {
            return named(target, record, collector.collect(place, strict), gaps, hosts.all());
          } catch (CollectException e) {
            gaps.add(new Gap(place.text(), e.kind(), e.getMessage()));
          }
        }
      }
    }
    return new Collected(List.of(unknown(target, record, options, gaps)), List.of(), hosts.all());
  }

  private ServerRecord record(ScanTarget target, CollectOptions options, ContactedHosts hosts)
      throws CollectException {
    String text = target.text().substring("registry:".length());
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    String version = at < 0 ? "latest" : text.substring(at + 1);
    URI address = registry.resolve("v0/servers/" + encoded(name) + "/versions/" + encoded(version));
    HttpAnswer answer =
        network
            .fetcher(new AddressGuard(options.offline(), true), HttpLimits.DEFAULT, hosts)
            .get(address, Map.of("accept", "application/json"), Deadline.after(options.timeout()))
            .orFail(target.text());
    try {
      return ServerRecord.of(JsonReader.withDefaultLimits().parse(answer.body()).asObject())
          .orElseThrow(
              () ->
                  new CollectException(
                      Gap.Kind.MALFORMED, target.text() + ": the registry sent no record"));
    } catch (MalformedJsonException e) {
      throw new CollectException(
          Gap.Kind.MALFORMED, target.text() + ": the registry sent " + e.getMessage(), e);
    }
  }

  private static Collected named(
      ScanTarget target,
      ServerRecord record,
      Collected found,
      List<Gap> gaps,
      Set<String> contacted) {
    Set<String> hosts = new TreeSet<>(found.hosts());
    hosts.addAll(contacted);
    List<Gap> all = new ArrayList<>(gaps);
    all.addAll(found.gaps());
    List<ServerManifest> servers =
        found.servers().stream()
            .map(
                server ->
                    new ServerManifest(
                        server.id(),
                        server.name(),
                        server.version(),
                        target.text(),
                        server.method(),
                        server.description().isEmpty()
                            ? record.description()
                            : server.description(),
                        server.instructions(),
                        server.tools(),
                        server.offered(),
                        server.facts(),
                        server.gaps()))
            .toList();
    return new Collected(servers, all, hosts);
  }

  private static ServerManifest unknown(
      ScanTarget target, ServerRecord record, CollectOptions options, List<Gap> gaps) {
    List<Gap> all = new ArrayList<>(gaps);
    if (gaps.isEmpty()) {
      all.add(
          new Gap(
              target.text(), Gap.Kind.UNSUPPORTED, "its record names no place that can be read"));
    }
    return new ServerManifest(
        "registry:" + record.name(),
        options.name().orElse(record.title().isEmpty() ? record.name() : record.title()),
        record.version(),
        target.text(),
        CollectionMethod.DECLARED,
        record.description(),
        "",
        List.of(),
        List.of(),
        List.of(),
        all);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
