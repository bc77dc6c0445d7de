package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerReport;
import java.time.Instant;
import java.util.List;

/**
 * A scan as the catalogue keeps it. Immutable.
 *
 * @param number the number of the scan, growing with time
 * @param report what was collected, the verdict that holds, and its policy
 * @param rulesDigest digest of the rule set of the verdict
 * @param scannedAt when this state was first seen
 * @param checkedAt when it was last found unchanged
 * @param hosts the hosts that were contacted
 * @param laterFailure why a later attempt obtained nothing; empty when there was none
 */
public record StoredScan(
    long number,
    ServerReport report,
    String rulesDigest,
    Instant scannedAt,
    Instant checkedAt,
    List<String> hosts,
    List<Gap> laterFailure) {

  public StoredScan {
    hosts = List.copyOf(hosts);
    laterFailure = List.copyOf(laterFailure);
  }
}
