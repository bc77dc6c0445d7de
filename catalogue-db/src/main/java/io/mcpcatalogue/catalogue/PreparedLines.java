package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.search.SearchWords;
import io.mcpcatalogue.model.ServerReport;
import java.time.Instant;

/**
 * Prepares the scans of lines of an index that are worked on one after the other, and notes the
 * words that they share once. For one thread.
 */
public final class PreparedLines {
  private final String rulesDigest;
  private final Instant scannedAt;
  private final SearchWords words = new SearchWords();

  /**
   * Prepares scans of one time.
   *
   * @param rulesDigest digest of the rule set that judged
   */
  public PreparedLines(String rulesDigest, Instant scannedAt) {
    this.rulesDigest = rulesDigest;
    this.scannedAt = scannedAt;
  }

  /**
   * Prepares a scan of what stands in a line.
   *
   * @param line its digest, by which the line is known when it comes again
   */
  public PreparedScan prepare(ServerReport report, LineDigest line) {
    return PreparedScan.ofLine(report, rulesDigest, scannedAt, line, words);
  }
}
