package io.mcpcatalogue.collect.live;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.model.ServerManifest;
import java.util.function.Consumer;

/** Runs a command that is an MCP server and has it list its tools. Immutable. */
public final class StdioCollector implements ToolCollector {
  private final Consumer<String> notices;

  /**
   * @param notices takes the line that starts a container, before it is run
   */
  public StdioCollector(Consumer<String> notices) {
    this.notices = notices;
  }

  /**
   * Has Java load what the first start of a process takes, on a thread of its own: as long as it
   * takes to read a command line.
   */
  public static void prepare() {
    Thread thread =
        new Thread("prepare-start") {
          @Override
          public void run() {
            ProcessHandle.current();
          }
        };
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.COMMAND;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    return collect(target, options, server -> {});
  }

  @Override
  public Collected collect(
      ScanTarget target, CollectOptions options, Consumer<ServerManifest> preview)
      throws CollectException {
    return new CommandScan(notices, target, options, preview).scan();
  }
}
