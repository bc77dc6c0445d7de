package io.mcpcatalogue.catalogue.changes;

import java.time.Instant;
import java.util.List;

/**
 * What changed on one server from one scan to the next. Immutable.
 *
 * @param isNew whether this is the first scan of the server; there are no changes then
 */
public record ServerChanges(String serverId, Instant at, boolean isNew, List<Change> changes) {

  public ServerChanges {
    changes = List.copyOf(changes);
  }

  /** Whether any change makes the server riskier. */
  public boolean risk() {
    return changes.stream().anyMatch(Change::risk);
  }
}
