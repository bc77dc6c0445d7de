package io.mcpcatalogue.collect.http;

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

  public Set<String> all() {
    return new TreeSet<>(hosts);
  }
}
