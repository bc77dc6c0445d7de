package io.mcpcatalogue.scan;

import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerReport;
import java.util.List;
import java.util.Set;

/**
 * What the scan of one target yielded. Immutable.
 *
 * @param servers the servers, judged
 * @param gaps what could not be read
 * @param hosts the hosts that were contacted
 * @param ran whether something was run
 */
public record TargetReport(
    List<ServerReport> servers, List<Gap> gaps, Set<String> hosts, boolean ran) {}
