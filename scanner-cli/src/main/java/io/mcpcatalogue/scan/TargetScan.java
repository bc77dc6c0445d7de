package io.mcpcatalogue.scan;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
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
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The scan of one target; whatever goes wrong with it becomes a gap that names it. For one use. */
final class TargetScan implements Callable<TargetReport>, Consumer<ServerManifest> {
  private static final String TOO_LITTLE_MEMORY =
      "needs more memory than the program has; give it more, such as"
          + " MCP_CATALOGUE_OPTIONS=-Xmx2g";

  private static final int MAX_WHERE = 300;

  /** How it ends before anything is started. */
  private static final Set<Gap.Kind> NEVER_RAN = Set.of(Gap.Kind.NOT_FOUND, Gap.Kind.NOT_ALLOWED);

  private final ToolCollector collector;
  private final Supplier<Judge> judge;
  private final ScanTarget target;
  private final CollectOptions options;
  private final Map<ServerManifest, ServerReport> judged = new IdentityHashMap<>();

  TargetScan(
      ToolCollector collector, Supplier<Judge> judge, ScanTarget target, CollectOptions options) {
    this.collector = collector;
    this.judge = judge;
    this.target = target;
    this.options = options;
  }

  @Override
  public TargetReport call() {
    try {
      Collected collected = collector.collect(target, options, this);
      List<ServerReport> servers = new ArrayList<>();
      for (ServerManifest server : collected.servers()) {
        accept(server);
        servers.add(judged.get(server));
      }
      return new TargetReport(servers, collected.gaps(), collected.hosts(), mayRun());
    } catch (CollectException e) {
      return failed(e.kind(), e.getMessage(), e.hosts());
    } catch (OutOfMemoryError e) {
      // What one hostile target takes is free again here, and the others are scanned.
      return failed(Gap.Kind.LIMIT, TOO_LITTLE_MEMORY, Set.of());
    } catch (RuntimeException e) {
      // A fault of ours on one target must not lose the others; it is reported as what it is.
      return failed(Gap.Kind.FAULT, "fault of this program: " + e, Set.of());
    }
  }

  /** A server is judged while it ends, and again if its end made a difference. */
  @Override
  public void accept(ServerManifest server) {
    if (!judged.containsKey(server)) {
      judged.put(server, judge.get().judge(server));
    }
  }

  private TargetReport failed(Gap.Kind kind, String message, Set<String> hosts) {
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
    boolean ran = mayRun() && !NEVER_RAN.contains(kind);
    return new TargetReport(List.of(), List.of(new Gap(where, kind, reason)), hosts, ran);
  }

  /** Whether the user had the target run. */
  private boolean mayRun() {
    return switch (target.kind()) {
      case COMMAND -> true;
      case NPM, PYPI, REGISTRY, FILE, CLIENTS -> options.run();
      case DIRECTORY, ARCHIVE, DOWNLOAD, GITHUB, OCI, URL -> false;
    };
  }
}
