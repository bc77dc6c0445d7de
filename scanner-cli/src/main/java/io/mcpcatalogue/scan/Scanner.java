package io.mcpcatalogue.scan;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.FirstAccepting;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final String TOO_LITTLE_MEMORY =
      "needs more memory than the program has; give it more, such as"
          + " MCP_CATALOGUE_OPTIONS=-Xmx2g";

  private static final int MAX_WHERE = 300;

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
      reports.add(workers.submit(() -> scan(target, options)));
    }
    return new RunningScan(workers, reports);
  }

  /** Scans one target; whatever goes wrong with it becomes a gap that names it. */
  public TargetReport scan(ScanTarget target, CollectOptions options) {
    try {
      Map<ServerManifest, ServerReport> judged = new IdentityHashMap<>();
      // A server is judged while it ends, and again if its end made a difference.
      Collected collected =
          collector.collect(target, options, server -> judged.put(server, judged(server)));
      List<ServerReport> servers = new ArrayList<>();
      for (ServerManifest server : collected.servers()) {
        servers.add(judged.computeIfAbsent(server, this::judged));
      }
      return new TargetReport(servers, collected.gaps(), collected.hosts());
    } catch (CollectException e) {
      return failed(target, options, e.kind(), e.getMessage(), e.hosts());
    } catch (OutOfMemoryError e) {
      // What one hostile target takes is free again here, and the others are scanned.
      return failed(target, options, Gap.Kind.LIMIT, TOO_LITTLE_MEMORY, Set.of());
    } catch (RuntimeException e) {
      // A fault of ours on one target must not lose the others; it is reported as what it is.
      return failed(target, options, Gap.Kind.FAULT, "fault of this program: " + e, Set.of());
    }
  }

  private ServerReport judged(ServerManifest server) {
    return judge.get().judge(server);
  }

  private static TargetReport failed(
      ScanTarget target, CollectOptions options, Gap.Kind kind, String message, Set<String> hosts) {
    SecretRedactor redactor = SecretRedactor.knowing(options.live().environment().values());
    String where =
        SafeText.line(
            target.command().isEmpty()
                ? redactor.redact(target.text())
                : redactor.redactCommand(target.command()),
            MAX_WHERE);
    // Most messages name the target, as they must where they stand alone.
    String reason =
        message.startsWith(where + ": ") ? message.substring(where.length() + 2) : message;
    return new TargetReport(List.of(), List.of(new Gap(where, kind, reason)), hosts);
  }
}
