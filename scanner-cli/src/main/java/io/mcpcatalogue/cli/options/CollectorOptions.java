package io.mcpcatalogue.cli.options;

import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.cli.words.Values;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.CollectOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The options that say what collectors may do, and within which limits. */
public final class CollectorOptions implements Syntax.Part {
  private final Option<Duration> timeout =
      Option.of(
          "--timeout",
          "DURATION",
          "How long one server may take in all, such as 30s or 2m; default 60s.",
          Values.DURATION);
  private final Option<String> offline =
      Option.flag("--offline", "Touch no network; say what could not be seen.");
  private final RunOptions run = new RunOptions();
  private final RemoteServerOptions remote = new RemoteServerOptions();

  @Override
  public void addTo(Syntax syntax) {
    syntax
        .with(timeout, offline)
        .section("Servers that are run or called:", run)
        .section("Servers on the network:", remote);
  }

  /** For targets that the user named: they may lie on private addresses. */
  public CollectOptions options(Map<String, String> own, Optional<String> name) {
    return options(own, name, true);
  }

  /**
   * For targets that an index named: they must not reach into the private network unless allowed.
   */
  public CollectOptions optionsForIndex(Map<String, String> own) {
    return options(own, Optional.empty(), remote.allowPrivate());
  }

  private CollectOptions options(
      Map<String, String> own, Optional<String> name, boolean privateAddresses) {
    return new CollectOptions(
        name,
        timeout.value(CollectOptions.DEFAULT.timeout()),
        offline.isGiven(),
        run.run(),
        CollectLimits.DEFAULT,
        run.live(remote.remote(own, privateAddresses)));
  }
}
