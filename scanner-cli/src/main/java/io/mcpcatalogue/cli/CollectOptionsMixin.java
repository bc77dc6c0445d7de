package io.mcpcatalogue.cli;

import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.CollectOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say what collectors may do, and within which limits. */
final class CollectOptionsMixin {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long one server may take in all, such as 30s or 2m; default 60s.")
  private Duration timeout = CollectOptions.DEFAULT.timeout();

  @Option(names = "--offline", description = "Touch no network; say what could not be seen.")
  private boolean offline;

  @ArgGroup(validate = false, order = 1, heading = "%nServers that are run or called:%n")
  private RunOptions run = new RunOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nServers on the network:%n")
  private RemoteServerOptions remote = new RemoteServerOptions();

  /** For targets that the user named: they may lie on private addresses. */
  CollectOptions options(Map<String, String> own, Optional<String> name) {
    return options(own, name, true);
  }

  /**
   * For targets that an index named: they must not reach into the private network unless allowed.
   */
  CollectOptions optionsForIndex(Map<String, String> own) {
    return options(own, Optional.empty(), remote.allowPrivate());
  }

  private CollectOptions options(
      Map<String, String> own, Optional<String> name, boolean privateAddresses) {
    return new CollectOptions(
        name,
        timeout,
        offline,
        run.run(),
        CollectLimits.DEFAULT,
        run.live(remote.remote(own, privateAddresses)));
  }
}
