package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.util.List;
import java.util.function.Consumer;

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
    return collect(target, options, server -> {});
  }

  @Override
  public Collected collect(
      ScanTarget target, CollectOptions options, Consumer<ServerManifest> preview)
      throws CollectException {
    for (ToolCollector collector : collectors) {
      if (collector.accepts(target)) {
        return collector.collect(target, options, preview);
      }
    }
    throw new CollectException(Gap.Kind.UNSUPPORTED, "no collector reads this kind of target");
  }
}
