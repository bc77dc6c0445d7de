package io.mcpcatalogue.collect.live.command;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.live.launch.LaunchPlan;
import io.mcpcatalogue.collect.live.launch.Surroundings;
import io.mcpcatalogue.model.ServerManifest;
import java.util.List;
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
            planAny();
          }
        };
    thread.setDaemon(true);
    thread.start();
  }

  private static void planAny() {
    try {
      LaunchPlan.of(List.of("sh"), CollectOptions.DEFAULT, Surroundings.usersOwn());
    } catch (CollectException e) {
      // There is no such command here; it was looked for all the same.
      return;
    }
  }

  /**
   * Lists a made-up server, so that Java loads what a conversation takes, while a real one starts.
   */
  public static ServerManifest rehearse() {
    try {
      return CommandScan.rehearse();
    } catch (CollectException e) {
      throw new IllegalStateException(e);
    }
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
