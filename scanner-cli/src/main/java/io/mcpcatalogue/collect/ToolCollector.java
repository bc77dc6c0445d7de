package io.mcpcatalogue.collect;

/** Finds the tools of one kind of target. */
public interface ToolCollector {

  boolean accepts(ScanTarget target);

  /**
   * Collects what can be had. What could not be read is a gap in the result.
   *
   * @throws CollectException when nothing at all could be obtained
   */
  Collected collect(ScanTarget target, CollectOptions options) throws CollectException;
}
