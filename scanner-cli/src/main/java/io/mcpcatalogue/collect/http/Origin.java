package io.mcpcatalogue.collect.http;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port of an address: what credentials belong to. Immutable. */
public record Origin(String scheme, String host, int port) {

  /** The origin of an absolute http or https address. */
  public static Origin of(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, host, address.getPort() < 0 ? usual : address.getPort());
  }

  /** Host and path of an address: its query may hold a credential, so it names nothing. */
  public static String name(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return of(address).hostAndPort() + path;
  }

  /** Whether others can read what is sent there: neither TLS nor this machine protects it. */
  public boolean isInTheOpen() {
    return !isSecure() && !isLoopback();
  }

  /** Whether it lies on this machine, by its very name. */
  private boolean isLoopback() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("[::1]");
  }

  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** Host, and port where it is not the usual one: the form in which contacts are reported. */
  public String hostAndPort() {
    boolean usual = port == (isSecure() ? 443 : 80);
    return usual ? host : host + ":" + port;
  }
}
