package io.mcpcatalogue.model;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of one scan over any number of targets, ready to be written in any report format.
 * Immutable.
 *
 * @param rulesDigest digest of the rule set that judged
 * @param servers the servers, in the order of the targets
 * @param gaps what could not be read at all; gaps within a server stand in its manifest
 * @param hosts the hosts that were contacted, sorted; empty when the scan never left the machine
 * @param ran whether something was run, of which nobody knows what it contacted
 * @param rules the texts of the rules, where they are at hand
 * @param known what a former scan found, where one was named
 */
public record ScanReport(
    String rulesDigest,
    List<ServerReport> servers,
    List<Gap> gaps,
    List<String> hosts,
    boolean ran,
    List<RuleText> rules,
    Optional<KnownFindings> known) {

  /** Nothing was run; without the texts of the rules, and compared to no other scan. */
  public ScanReport(
      String rulesDigest, List<ServerReport> servers, List<Gap> gaps, List<String> hosts) {
    this(rulesDigest, servers, gaps, hosts, false, List.of(), Optional.empty());
  }

  public ScanReport {
    rules = List.copyOf(rules);
    servers = List.copyOf(servers);
    gaps = List.copyOf(gaps);
    hosts = hosts.stream().sorted().distinct().toList();
  }

  /** The same with the texts of the rules, and compared to a former scan if there is one. */
  public ScanReport with(List<RuleText> rules, Optional<KnownFindings> known) {
    return new ScanReport(rulesDigest, servers, gaps, hosts, ran, rules, known);
  }

  /** The same where something was run, or was not. */
  public ScanReport withRan(boolean ran) {
    return new ScanReport(rulesDigest, servers, gaps, hosts, ran, rules, known);
  }

  /** How many findings somebody has accepted. */
  public long acceptedFindings() {
    return servers.stream().mapToLong(server -> server.acceptance().count()).sum();
  }
}
