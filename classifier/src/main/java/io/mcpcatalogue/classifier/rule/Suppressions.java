package io.mcpcatalogue.classifier.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The suppressions that hold on a day, and those that no longer do. Immutable. */
public final class Suppressions {
  public static final Suppressions NONE = new Suppressions(List.of(), List.of());

  private final List<Suppression> active;
  private final List<Suppression> expired;

  private Suppressions(List<Suppression> active, List<Suppression> expired) {
    this.active = List.copyOf(active);
    this.expired = List.copyOf(expired);
  }

  /** The suppressions as of a day, which is handed in: no verdict depends on a clock. */
  public static Suppressions asOf(LocalDate today, List<Suppression> all) {
    List<Suppression> active = new ArrayList<>();
    List<Suppression> expired = new ArrayList<>();
    for (Suppression suppression : all) {
      (suppression.holdsOn(today) ? active : expired).add(suppression);
    }
    return new Suppressions(active, expired);
  }

  /** Those that no longer hold, to be reported. */
  public List<Suppression> expired() {
    return expired;
  }

  /** Those that hold and matched nothing, to be reported. */
  public List<Suppression> unmatched(Collection<Suppression> used) {
    List<Suppression> unmatched = new ArrayList<>(active);
    unmatched.removeAll(used);
    return unmatched;
  }

  /** The first suppression that covers a finding; a finding about a server has no tool. */
  public Optional<Suppression> covering(
      String serverId, String serverName, String tool, String rule) {
    for (Suppression suppression : active) {
      if (suppression.covers(serverId, serverName, tool, rule)) {
        return Optional.of(suppression);
      }
    }
    return Optional.empty();
  }

  public boolean isEmpty() {
    return active.isEmpty();
  }
}
