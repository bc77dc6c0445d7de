package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one target yielded. Immutable.
 *
 * @param servers one manifest a server; a repository may hold several
 * @param gaps what could not be read and belongs to no server
 * @param hosts the hosts that were contacted
 */
public record Collected(List<ServerManifest> servers, List<Gap> gaps, Set<String> hosts) {

  public Collected {
    servers = List.copyOf(servers);
    gaps = List.copyOf(gaps);
    hosts = Collections.unmodifiableSet(new TreeSet<>(hosts));
  }

  public static Collected of(ServerManifest server) {
    return new Collected(List.of(server), List.of(), Set.of());
  }
}
