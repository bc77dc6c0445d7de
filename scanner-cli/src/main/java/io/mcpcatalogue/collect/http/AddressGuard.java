package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Decides which addresses may be contacted. Addresses that came from an index or from a redirect
 * must not reach into the private network of the machine that scans. Immutable.
 *
 * <p>The check resolves the name just before the connection does; the resolver of the JDK keeps its
 * answer for longer than lies between the two, so both see the same address.
 *
 * @param offline refuse everything
 * @param allowPrivate whether loopback, private and link-local addresses may be contacted
 */
public record AddressGuard(boolean offline, boolean allowPrivate) {

  /**
   * Passes an address that may be contacted.
   *
   * @throws CollectException with {@code NOT_ALLOWED} when it may not
   */
  public void check(URI address) throws CollectException {
    Origin origin = Origin.of(address);
    if (!origin.scheme().equals("http") && !origin.scheme().equals("https")) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED, "only http and https are contacted, not " + origin.scheme() + ":");
    }
    if (origin.host().isEmpty()) {
      throw new CollectException(Gap.Kind.MALFORMED, "an address without a host");
    }
    if (offline) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED, origin.hostAndPort() + " not contacted: --offline");
    }
    if (!allowPrivate) {
      refusePrivate(origin);
    }
  }

  /**
   * The guard for where an address redirects to: a public host must not lead into the private
   * network, even if the user may name hosts there.
   */
  AddressGuard leaving(URI address) {
    return new AddressGuard(offline, allowPrivate && isPrivateHost(Origin.of(address).host()));
  }

  private static boolean isPrivateHost(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isPrivate(address)) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException e) {
      // Behind a proxy names may be unknown here; then nothing private is reached directly either.
      return false;
    }
  }

  private static void refusePrivate(Origin origin) throws CollectException {
    try {
      for (InetAddress address : InetAddress.getAllByName(origin.host())) {
        if (isPrivate(address)) {
          throw new CollectException(
              Gap.Kind.NOT_ALLOWED,
              origin.host() + " is a private address; it is contacted only with --allow-private");
        }
      }
    } catch (UnknownHostException e) {
      // Behind a proxy that is usual, and the proxy resolves the name. Without one the connection
      // fails for the same reason: the resolver keeps its failures, too.
      return;
    }
  }

  /** Whether the address is one of this machine, of its own network, or of no host at all. */
  static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isReserved(address.getAddress(), address instanceof Inet6Address);
  }

  private static boolean isReserved(byte[] bytes, boolean six) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (six) {
      boolean uniqueLocal = (first & 0xfe) == 0xfc;
      return uniqueLocal || embedsReserved(bytes);
    }
    boolean carrierNat = first == 100 && second >= 64 && second < 128;
    boolean benchmarking = first == 198 && (second == 18 || second == 19);
    boolean protocolAssignments = first == 192 && second == 0 && bytes[2] == 0;
    return first == 0 || first >= 240 || carrierNat || benchmarking || protocolAssignments;
  }

  /** NAT64 and 6to4 addresses lead to the IPv4 address that they carry. */
  private static boolean embedsReserved(byte[] bytes) {
    boolean nat64 =
        (bytes[0] & 0xff) == 0x00 && (bytes[1] & 0xff) == 0x64 && (bytes[2] & 0xff) == 0xff;
    boolean sixToFour = (bytes[0] & 0xff) == 0x20 && (bytes[1] & 0xff) == 0x02;
    if (!nat64 && !sixToFour) {
      return false;
    }
    int at = nat64 ? 12 : 2;
    byte[] four = {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]};
    try {
      return isPrivate(InetAddress.getByAddress(four));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("four bytes are an address", e);
    }
  }
}
