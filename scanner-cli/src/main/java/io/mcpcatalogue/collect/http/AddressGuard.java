package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides which addresses may be contacted. Addresses that came from an index must not reach into
 * the private network of the machine that scans, and redirects into no network but their own.
 * Immutable.
 *
 * <p>The check resolves the name just before the connection does; the resolver of the JDK keeps its
 * answer for longer than lies between the two, so both see the same address.
 *
 * @param offline refuse everything
 * @param reach the kinds of network that may be contacted
 */
public record AddressGuard(boolean offline, Set<Reach> reach) {

  /** The kinds of network that an address can lie in, seen from this machine. */
  public enum Reach {
    PUBLIC,
    /** The networks of a house or a company. */
    PRIVATE,
    /** This machine itself. */
    MACHINE,
    /** Of this link alone, such as what tells a cloud's machines their secrets, or of no host. */
    SPECIAL
  }

  public AddressGuard {
    reach = Set.copyOf(reach);
  }

  /**
   * A guard that lets pass what is public.
   *
   * @param allowPrivate whether it lets pass everything else, too
   */
  public AddressGuard(boolean offline, boolean allowPrivate) {
    this(offline, allowPrivate ? EnumSet.allOf(Reach.class) : EnumSet.of(Reach.PUBLIC));
  }

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
      throw new CollectException(Gap.Kind.NOT_ALLOWED, "not contacted: --offline");
    }
    if (reach.size() < Reach.values().length && !reach.containsAll(reachOf(origin.host()))) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED,
          reach.equals(Set.of(Reach.PUBLIC))
              ? "a private address; it is contacted only with --allow-private"
              : "lies in another network than what leads there");
    }
  }

  /**
   * The guard for where an address redirects to, or what it names: it may lead to the public
   * network and within its own, and from this machine to the house it stands in. Else a public host
   * could have a look at a private network, and a private one at the secrets of this machine.
   */
  public AddressGuard leaving(URI address) {
    Set<Reach> next = EnumSet.of(Reach.PUBLIC);
    Set<Reach> from = reachOf(Origin.of(address).host());
    // A name that has addresses of several kinds says nothing about where its answer came from.
    if (from.size() == 1) {
      next.addAll(from);
      if (from.contains(Reach.MACHINE)) {
        next.add(Reach.PRIVATE);
      }
    }
    next.retainAll(reach);
    return new AddressGuard(offline, next);
  }

  /** The kinds of all addresses that the host has. */
  private static Set<Reach> reachOf(String host) {
    Set<Reach> kinds = EnumSet.noneOf(Reach.class);
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        kinds.add(reachOf(address));
      }
    } catch (UnknownHostException e) {
      // Behind a proxy that is usual, and the proxy resolves the name. Without one the connection
      // fails for the same reason: the resolver keeps its failures, too.
      return kinds;
    }
    return kinds;
  }

  static Reach reachOf(InetAddress address) {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return Reach.MACHINE;
    }
    byte[] bytes = address.getAddress();
    boolean six = address instanceof Inet6Address;
    if (address.isLinkLocalAddress() || address.isMulticastAddress() || isReserved(bytes, six)) {
      return Reach.SPECIAL;
    }
    boolean uniqueLocal = six && (bytes[0] & 0xfe) == 0xfc;
    if (address.isSiteLocalAddress() || uniqueLocal) {
      return Reach.PRIVATE;
    }
    return six ? embedded(bytes) : Reach.PUBLIC;
  }

  private static boolean isReserved(byte[] bytes, boolean six) {
    if (six) {
      return false;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean carrierNat = first == 100 && second >= 64 && second < 128;
    boolean benchmarking = first == 198 && (second == 18 || second == 19);
    boolean protocolAssignments = first == 192 && second == 0 && bytes[2] == 0;
    return first == 0 || first >= 240 || carrierNat || benchmarking || protocolAssignments;
  }

  /** NAT64 and 6to4 addresses lead to the IPv4 address that they carry. */
  private static Reach embedded(byte[] bytes) {
    boolean nat64 =
        (bytes[0] & 0xff) == 0x00 && (bytes[1] & 0xff) == 0x64 && (bytes[2] & 0xff) == 0xff;
    boolean sixToFour = (bytes[0] & 0xff) == 0x20 && (bytes[1] & 0xff) == 0x02;
    if (!nat64 && !sixToFour) {
      return Reach.PUBLIC;
    }
    int at = nat64 ? 12 : 2;
    byte[] four = {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]};
    try {
      return reachOf(InetAddress.getByAddress(four));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("four bytes are an address", e);
    }
  }
}
