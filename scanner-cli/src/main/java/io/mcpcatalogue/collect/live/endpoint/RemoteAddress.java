package io.mcpcatalogue.collect.live.endpoint;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.model.Gap;
import java.net.URI;
import java.util.Locale;

/** Reads and names the address of a remote server. */
public final class RemoteAddress {
  private RemoteAddress() {}

  public static URI parse(String text) throws CollectException {
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new CollectException(Gap.Kind.MALFORMED, "no valid address", e);
    }
    if (address.getHost() == null) {
      throw new CollectException(Gap.Kind.MALFORMED, "an address without a host");
    }
    if (address.getUserInfo() != null) {
      throw new CollectException(
          Gap.Kind.MALFORMED, "credentials in the address; give them with --header or --bearer");
    }
    return address;
  }

  /** Host and path: the query may hold a key, so it names nothing. */
  public static String name(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Origin.of(address).hostAndPort() + bare;
  }

  /** Whether it lies on this machine, by its very name. */
  public static boolean isLoopback(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("[::1]");
  }
}
