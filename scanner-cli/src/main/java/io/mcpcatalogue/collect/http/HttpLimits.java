package io.mcpcatalogue.collect.http;

import java.time.Duration;

/**
 * What requests may cost. Immutable.
 *
 * @param maxBytes size of one answer, before and after decompression
 * @param maxRedirects redirects of one request
 * @param maxAttempts attempts at one request, the first included
 * @param longestWait the longest pause that a server may ask for between two attempts
 */
public record HttpLimits(long maxBytes, int maxRedirects, int maxAttempts, Duration longestWait) {
  /** For files that are downloaded to disk. */
  public static final HttpLimits PACKAGE = new HttpLimits(512L << 20, 5, 4, Duration.ofSeconds(30));

  /** For answers that are held in memory. */
  public static final HttpLimits DEFAULT = new HttpLimits(64L << 20, 5, 4, Duration.ofSeconds(30));
}
