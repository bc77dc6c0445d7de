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
    Optional<URI> http = proxy(environment, "http_proxy");
    Optional<URI> https = proxy(environment, "https_proxy");
    String direct = variable(environment, "no_proxy");
    return new HttpSettings(
        http.isPresent() ? http : all,
        https.isPresent() ? https : all,
        hosts(direct.isEmpty() ? variable(environment, "NO_PROXY") : direct),
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
    return text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,]+"));
  }

  private static Optional<URI> proxy(Map<String, String> environment, String name) {
    String lower = variable(environment, name);
    String text = lower.isEmpty() ? variable(environment, name.toUpperCase(Locale.ROOT)) : lower;
    return text.isEmpty() ? Optional.empty() : proxyAddress(text);
  }

  private static Optional<Path> authorities(Map<String, String> environment) {
    for (String name : AUTHORITY_VARIABLES) {
      String file = variable(environment, name);
      if (!file.isEmpty()) {
        return Optional.of(Path.of(file));
      }
    }
    return Optional.empty();
  }

  /** The value of a variable, empty when it is not set. */
  private static String variable(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? "" : value;
  }
}
