package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.http.AddressGuard;
import io.mcpcatalogue.collect.http.BaseAddress;
import io.mcpcatalogue.collect.http.ContactedHosts;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.HttpLimits;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.model.Gap;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

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
  private final RecordPlaces places;

  /**
   * @param registry with a slash at its end
   * @param collector reads the places that a record names
   */
  public RegistryCollector(Network network, URI registry, ToolCollector collector) {
    this.network = network;
    this.registry = registry;
    this.places = new RecordPlaces(collector);
  }

  /** The registry that the environment names, else the official one. */
  public static URI registryOf(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return BaseAddress.of(named.isBlank() ? OFFICIAL : named);
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.REGISTRY;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    ContactedHosts hosts = new ContactedHosts();
    ServerRecord record = hosts.during(() -> record(target, options, hosts));
    return places.collect(target, record, options, hosts.all());
  }

  private ServerRecord record(ScanTarget target, CollectOptions options, ContactedHosts hosts)
      throws CollectException {
    String text = target.withoutKind();
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    String version = at < 0 ? "latest" : text.substring(at + 1);
    URI address = registry.resolve("v0/servers/" + encoded(name) + "/versions/" + encoded(version));
    HttpAnswer answer =
        network
            .fetcher(new AddressGuard(options.offline(), true), HttpLimits.DEFAULT, hosts)
            .get(address, Map.of("accept", "application/json"), Deadline.after(options.timeout()))
            .orFail(target.text());
    return ServerRecord.of(answer.json(target.text()))
        .orElseThrow(
            () ->
                new CollectException(
                    Gap.Kind.MALFORMED, target.text() + ": the registry sent no record"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
