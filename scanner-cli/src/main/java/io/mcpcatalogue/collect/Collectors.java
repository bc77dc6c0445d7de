package io.mcpcatalogue.collect;

import java.util.List;

/** The collectors, in the order in which they are asked whether they accept a target. */
public final class Collectors {
  private Collectors() {}

  /** Those that recognise a file by its content stand before the one that takes every file. */
  public static List<ToolCollector> all() {
    return List.of(new ListingCollector());
  }
}
