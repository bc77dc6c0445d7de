package io.mcpcatalogue.model;

import java.util.List;

/**
 * The outcome of one scan over any number of targets, ready to be written in any report format.
 * Immutable.
 *
 * @param rulesDigest digest of the rule set that judged
 * @param servers the servers, in the order of the targets
 * @param gaps what could not be read at all; gaps within a server stand in its manifest
 * @param hosts the hosts that were contacted, sorted; empty when the scan never left the machine
 */
public record ScanReport(
    String rulesDigest, List<ServerReport> servers, List<Gap> gaps, List<String> hosts) {

  public ScanReport {
    servers = List.copyOf(servers);
    gaps = List.copyOf(gaps);
    hosts = hosts.stream().sorted().distinct().toList();
  }
}
