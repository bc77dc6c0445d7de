package io.mcpcatalogue.scan;

import io.mcpcatalogue.collect.ListingCollector;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.SourceCollector;
import io.mcpcatalogue.collect.live.StdioCollector;
import java.util.List;

/**
 * The collectors, in the order in which they are asked whether they accept a target. The list
 * stands here and not among the collectors, because those know nothing of each other.
 */
public final class Collectors {
  private Collectors() {}

  /** Those that recognise a file by its content stand before the one that takes every file. */
  public static List<ToolCollector> all() {
    return List.of(new SourceCollector(), new ListingCollector(), new StdioCollector());
  }
}
