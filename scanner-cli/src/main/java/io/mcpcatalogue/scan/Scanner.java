package io.mcpcatalogue.scan;

import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.FirstAccepting;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Walks targets from collector to policy, several at a time; one failing target never stops the
 * others.
 */
public final class Scanner {
  /**
   * Live servers mostly wait, so more of them than there are cores; few enough for a small machine.
   */
  private static final int TARGETS_AT_A_TIME = 8;

  private final ToolCollector collector;
  private final Supplier<Judge> judge;

  public Scanner(List<ToolCollector> collectors, Judge judge) {
    this(collectors, () -> judge);
  }

  /**
   * A scanner whose servers may start before the rules are there.
   *
   * @param judge waits for the judge if need be; asked when there is something to judge
   */
  public Scanner(List<ToolCollector> collectors, Supplier<Judge> judge) {
    this.collector = new FirstAccepting(collectors);
    this.judge = judge;
  }

  /** Starts to scan all targets. */
  public RunningScan start(List<ScanTarget> targets, CollectOptions options) {
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.max(1, Math.min(TARGETS_AT_A_TIME, targets.size())));
    List<Future<TargetReport>> reports = new ArrayList<>();
    for (ScanTarget target : targets) {
      reports.add(workers.submit(new TargetScan(collector, judge, target, options)));
    }
    return new RunningScan(workers, reports);
  }

  /** Scans one target; whatever goes wrong with it becomes a gap that names it. */
  public TargetReport scan(ScanTarget target, CollectOptions options) {
    return new TargetScan(collector, judge, target, options).call();
  }
}
