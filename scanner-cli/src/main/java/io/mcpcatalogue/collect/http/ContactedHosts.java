package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Remembers which hosts were contacted for one target. Thread-safe. */
public final class ContactedHosts {
  private final Set<String> hosts = new ConcurrentSkipListSet<>();

  public void add(URI address) {
    hosts.add(Origin.of(address).hostAndPort());
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
