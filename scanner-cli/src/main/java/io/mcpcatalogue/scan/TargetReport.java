package io.mcpcatalogue.scan;

import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerReport;
import java.util.List;
import java.util.Set;

/** What the scan of one target yielded: judged servers, and what could not be read. Immutable. */
public record TargetReport(List<ServerReport> servers, List<Gap> gaps, Set<String> hosts) {}
