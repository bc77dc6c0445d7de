package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.model.Gap;
import java.util.List;
import java.util.Set;

/**
 * What a crawl did. Immutable.
 *
 * @param written lines that were added or replaced
 * @param unchanged whether the source said that nothing changed since the last crawl
 * @param complete whether it reached the end; if not, the same crawl goes on where it ended
 */
public record Crawl(
    int written, boolean unchanged, boolean complete, List<Gap> gaps, Set<String> hosts) {
  public Crawl {
    gaps = List.copyOf(gaps);
  }
}
