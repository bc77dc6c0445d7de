package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.Gap;
import java.util.List;

/** Hands each target to the first of its collectors that accepts it. Immutable. */
public final class FirstAccepting implements ToolCollector {
  private final List<ToolCollector> collectors;

  public FirstAccepting(List<ToolCollector> collectors) {
    this.collectors = List.copyOf(collectors);
  }

  @Override
  public boolean accepts(ScanTarget target) {
    for (ToolCollector collector : collectors) {
      if (collector.accepts(target)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    for (ToolCollector collector : collectors) {
      if (collector.accepts(target)) {
        return collector.collect(target, options);
      }
    }
    throw new CollectException(Gap.Kind.UNSUPPORTED, "no collector reads this kind of target");
  }
}
