package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.Gap;
import java.util.Set;
import java.util.TreeSet;

/** Nothing at all could be obtained from a target. */
public sealed class CollectException extends Exception permits InvalidTargetException {
  private static final long serialVersionUID = 1;

  private final Gap.Kind kind;
  private final transient Set<String> hosts;

  public CollectException(Gap.Kind kind, String message) {
    this(kind, message, null, Set.of());
  }

  public CollectException(Gap.Kind kind, String message, Throwable cause) {
    this(kind, message, cause, Set.of());
  }

  private CollectException(Gap.Kind kind, String message, Throwable cause, Set<String> hosts) {
    super(message, cause);
    this.kind = kind;
    this.hosts = hosts;
  }

  /** The same failure, after which it is known that these hosts were contacted. */
  public CollectException having(Set<String> contacted) {
    Set<String> all = new TreeSet<>(hosts);
    all.addAll(contacted);
    return new CollectException(kind, getMessage(), this, all);
  }

  /** The same failure in other words. */
  public CollectException told(String message) {
    return new CollectException(kind, message, getCause(), hosts);
  }

  /** The failure as a gap of something larger; the place that messages begin with is cut off. */
  public Gap gapAt(String place) {
    String message = getMessage();
    String prefix = place + ": ";
    return new Gap(
        place, kind, message.startsWith(prefix) ? message.substring(prefix.length()) : message);
  }

  public Gap.Kind kind() {
    return kind;
  }

  /** The hosts that were contacted before the failure. */
  public Set<String> hosts() {
    return Set.copyOf(hosts);
  }
}
