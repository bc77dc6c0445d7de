package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.scan.FailedTarget;
import java.util.List;
import java.util.Optional;

/** What one line of an index stands for. Immutable. */
sealed interface IndexEntry {

  /** A server whose tools stand in the line. */
  record Listed(ServerManifest manifest) implements IndexEntry {}

  /**
   * A server whose tools must be collected.
   *
   * @param places where they can be had from, the best first; the others are for when it fails
   * @param id the id that the index gives it
   */
  record Target(List<ScanTarget> places, Optional<String> id) implements IndexEntry {

    public Target {
      places = List.copyOf(places);
    }

    /** The place that the server is named by. */
    ScanTarget target() {
      return places.get(0);
    }

    /**
     * What the server is called where nothing is found: as it would be if something were, so that a
     * failure stands beside what is known of it.
     */
    String key() {
      return id.or(() -> FailedTarget.idOf(target())).orElseGet(this::withoutVersion);
    }

    /** What a record of the registry will lead to is not known yet. */
    private String withoutVersion() {
      String text = target().text();
      int at = text.indexOf('@');
      return at < 0 ? text : text.substring(0, at);
    }
  }

  /** A line that cannot be read. */
  record Unreadable(Gap gap) implements IndexEntry {}
}
