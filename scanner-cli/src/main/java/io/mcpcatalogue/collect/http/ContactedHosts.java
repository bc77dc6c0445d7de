package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Remembers which hosts were contacted for one target. Thread-safe. */
public final class ContactedHosts {
  private final Set<String> hosts = new ConcurrentSkipListSet<>();

  public void add(URI address) {
    hosts.add(Origin.of(address).hostAndPort());
  }

  /** Whether a request failed before it went anywhere, since its host has no address. */
  public static boolean isUnknownHost(Throwable failure) {
    return failure instanceof ConnectException
        && failure.getCause() instanceof UnresolvedAddressException;
  }

  /** A piece of work that contacts hosts. */
  public interface Work<T> {
    T run() throws CollectException;
  }

  /** Does a piece of work; should it fail, its failure tells the hosts. */
  public <T> T during(Work<T> work) throws CollectException {
    try {
      return work.run();
    } catch (CollectException e) {
      throw e.having(all());
    }
  }

  public Set<String> all() {
    return new TreeSet<>(hosts);
  }
}
