package io.mcpcatalogue.collect;

import java.time.Duration;
import java.util.Optional;

/**
 * What the user allowed and limited. Immutable.
 *
 * @param name the server's name when the user gave one
 * @param timeout how long one server may take in all
 * @param offline touch no network
 * @param run whether what a target contains may be executed
 * @param limits what a server's answers may cost
 * @param live how servers are run or called
 */
public record CollectOptions(
    Optional<String> name,
    Duration timeout,
    boolean offline,
    boolean run,
    CollectLimits limits,
    LiveOptions live) {

  public static final CollectOptions DEFAULT =
      new CollectOptions(
          Optional.empty(),
          Duration.ofSeconds(60),
          false,
          false,
          CollectLimits.DEFAULT,
          LiveOptions.DEFAULT);

  public CollectOptions withName(Optional<String> given) {
    return new CollectOptions(given, timeout, offline, run, limits, live);
  }

  public CollectOptions withTimeout(Duration given) {
    return new CollectOptions(name, given, offline, run, limits, live);
  }

  public CollectOptions withOffline(boolean given) {
    return new CollectOptions(name, timeout, given, run, limits, live);
  }

  public CollectOptions withRun(boolean given) {
    return new CollectOptions(name, timeout, offline, given, limits, live);
  }

  public CollectOptions withLimits(CollectLimits given) {
    return new CollectOptions(name, timeout, offline, run, given, live);
  }

  public CollectOptions withLive(LiveOptions given) {
    return new CollectOptions(name, timeout, offline, run, limits, given);
  }
}
