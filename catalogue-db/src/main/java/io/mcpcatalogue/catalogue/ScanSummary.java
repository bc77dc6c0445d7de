package io.mcpcatalogue.catalogue;

import java.time.Instant;

/**
 * One line about a scan. Immutable.
 *
 * @param number the number of the scan, growing with time
 * @param scanned whether anything was obtained
 */
public record ScanSummary(long number, Instant scannedAt, boolean scanned) {}
