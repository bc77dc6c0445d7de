package io.mcpcatalogue.collect.registry;

import java.time.Duration;
import java.time.Instant;

/**
 * How a list is crawled. Immutable.
 *
 * @param delay the pause between two requests to one host
 * @param timeout how long one page may take
 * @param pageSize servers of one page of a registry
 * @param maxPages pages of one crawl
 * @param startedAt the time that the next crawl will ask for changes since
 */
public record CrawlOptions(
    boolean offline,
    Duration delay,
    Duration timeout,
    int pageSize,
    int maxPages,
    Instant startedAt) {

  public static CrawlOptions startingAt(Instant now) {
    return new CrawlOptions(
        false, Duration.ofMillis(250), Duration.ofSeconds(60), 100, 10_000, now);
  }

  public CrawlOptions withDelay(Duration given) {
    return new CrawlOptions(offline, given, timeout, pageSize, maxPages, startedAt);
  }

  public CrawlOptions withOffline(boolean given) {
    return new CrawlOptions(given, delay, timeout, pageSize, maxPages, startedAt);
  }

  public CrawlOptions withMaxPages(int given) {
    return new CrawlOptions(offline, delay, timeout, pageSize, given, startedAt);
  }
}
