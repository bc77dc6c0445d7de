package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.model.Gap;
import java.net.URI;

/** Reads and names the address of a remote server. */
final class RemoteAddress {
  private RemoteAddress() {}

  static URI parse(String text) throws CollectException {
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

  static String name(URI address) {
    String name = Origin.name(address);
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }
}
