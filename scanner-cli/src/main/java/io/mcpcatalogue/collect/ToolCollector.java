package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.ServerManifest;
import java.util.function.Consumer;

/** Finds the tools of one kind of target. */
public interface ToolCollector {

  boolean accepts(ScanTarget target);

  /**
   * Collects what can be had. What could not be read is a gap in the result.
   *
   * @throws CollectException when nothing at all could be obtained
   */
  Collected collect(ScanTarget target, CollectOptions options) throws CollectException;

  /**
   * Collects in the same way, and may show a server while what was run for it still ends. Only
   * servers that are returned as the very ones that were shown did not change until then.
   *
   * @param preview takes what is shown, before this returns and on the same thread
   */
  default Collected collect(
      ScanTarget target, CollectOptions options, Consumer<ServerManifest> preview)
      throws CollectException {
    return collect(target, options);
  }
}
