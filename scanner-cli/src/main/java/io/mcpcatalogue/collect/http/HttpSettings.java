package io.mcpcatalogue.collect.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How this machine reaches the network: proxies and additional certificate authorities, as the
 * environment names them. Immutable.
 *
 * @param httpProxy the proxy of plain http, if any
 * @param httpsProxy the proxy of https, if any
 * @param direct hosts that are reached without a proxy: names, {@code .domain} suffixes, {@code *}
 * @param authorities a file of certificates in PEM that are trusted besides those of the JDK
 */
public record HttpSettings(
    Optional<URI> httpProxy,
    Optional<URI> httpsProxy,
    List<String> direct,
    Optional<Path> authorities) {

  private static final List<String> AUTHORITY_VARIABLES =
      List.of("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

  public HttpSettings {
    direct = List.copyOf(direct);
  }

  /** Nothing special: no proxy, the authorities of the JDK. */
  public static final HttpSettings PLAIN =
      new HttpSettings(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /** Reads the usual variables; the lower-case spelling of a proxy goes before the upper-case. */
  public static HttpSettings fromEnvironment(Map<String, String> environment) {
    Optional<URI> all = proxy(environment, "all_proxy");
    String direct =
        variable(environment, "no_proxy").orElse(environment.getOrDefault("NO_PROXY", ""));
    return new HttpSettings(
        proxy(environment, "http_proxy").or(() -> all),
        proxy(environment, "https_proxy").or(() -> all),
        hosts(direct),
        authorities(environment));
  }

  /** The address of a proxy as users write it, with or without {@code http://}. */
  public static Optional<URI> proxyAddress(String text) {
    try {
      URI address = URI.create(text.contains("://") ? text : "http://" + text);
      return address.getHost() == null ? Optional.empty() : Optional.of(address);
    } catch (IllegalArgumentException e) {
      // curl and git ignore a proxy they cannot read, too; the failure to connect will show.
      return Optional.empty();
    }
  }

  /** Hosts in a list as users write it, with commas or spaces between them. */
  public static List<String> hosts(String text) {
    return List.of(text.strip().split("[\\s,]+"));
  }

  private static Optional<URI> proxy(Map<String, String> environment, String name) {
    return variable(environment, name)
        .or(() -> variable(environment, name.toUpperCase(Locale.ROOT)))
        .flatMap(HttpSettings::proxyAddress);
  }

  private static Optional<Path> authorities(Map<String, String> environment) {
    return AUTHORITY_VARIABLES.stream()
        .flatMap(name -> variable(environment, name).stream())
        .map(Path::of)
        .findFirst();
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
