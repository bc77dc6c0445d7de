package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects a server from the first place of its record that yields anything. Immutable. */
final class RecordPlaces {
  private final ToolCollector collector;

  RecordPlaces(ToolCollector collector) {
    this.collector = collector;
  }

  Collected collect(
      ScanTarget target, ServerRecord record, CollectOptions options, Set<String> contacted) {
    List<Gap> gaps = new ArrayList<>();
    Set<String> hosts = new TreeSet<>(contacted);
    // What a record names comes from strangers: it must not reach into the private network.
    CollectOptions strict =
        options.withLive(
            options.live().withRemote(options.live().remote().withPrivateAddresses(false)));
    for (ScanTarget place : record.targets()) {
      try {
        return named(target, record, collector.collect(place, strict), gaps, hosts);
      } catch (CollectException e) {
        gaps.add(e.gapAt(place.text()));
        hosts.addAll(e.hosts());
      }
    }
    ServerManifest unknown = record.withoutTools(target.text(), gaps);
    return new Collected(
        List.of(options.name().map(unknown::withName).orElse(unknown)), List.of(), hosts);
  }

  private static Collected named(
      ScanTarget target,
      ServerRecord record,
      Collected found,
      List<Gap> gaps,
      Set<String> contacted) {
    Set<String> hosts = new TreeSet<>(found.hosts());
    hosts.addAll(contacted);
    List<Gap> all = new ArrayList<>(gaps);
    all.addAll(found.gaps());
    List<ServerManifest> servers =
        found.servers().stream()
            .map(
                server ->
                    server
                        .withTarget(target.text())
                        .withDescription(
                            server.description().isEmpty()
                                ? record.description()
                                : server.description()))
            .toList();
    return new Collected(servers, all, hosts);
  }
}
