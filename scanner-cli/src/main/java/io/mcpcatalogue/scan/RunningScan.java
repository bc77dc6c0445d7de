package io.mcpcatalogue.scan;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A scan under way: yields the reports in the order of the targets, each as soon as it is ready.
 * For one thread.
 */
public final class RunningScan implements AutoCloseable {
  private final ExecutorService workers;
  private final Iterator<Future<TargetReport>> pending;

  RunningScan(ExecutorService workers, Collection<Future<TargetReport>> reports) {
    this.workers = workers;
    this.pending = reports.iterator();
  }

  /** The report of the next target; there is one for each. */
  public TargetReport next() throws InterruptedException {
    try {
      return pending.next().get();
    } catch (ExecutionException e) {
      // Faults of a target are in its report; what comes here is an error of the machine.
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
