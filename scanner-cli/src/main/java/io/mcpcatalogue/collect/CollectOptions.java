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
 */
public record CollectOptions(
    Optional<String> name, Duration timeout, boolean offline, boolean run, CollectLimits limits) {

  public static final CollectOptions DEFAULT =
      new CollectOptions(
          Optional.empty(), Duration.ofSeconds(60), false, false, CollectLimits.DEFAULT);
}
