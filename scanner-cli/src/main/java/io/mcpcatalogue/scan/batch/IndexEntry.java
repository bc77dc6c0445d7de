package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.util.Optional;

/** What one line of an index stands for. Immutable. */
sealed interface IndexEntry {

  /** A server whose tools stand in the line. */
  record Listed(ServerManifest manifest) implements IndexEntry {}

  /**
   * A server whose tools must be collected.
   *
   * @param id the id that the index gives it
   */
  record Target(ScanTarget target, Optional<String> id) implements IndexEntry {

    /** What the server is called until more is known: the target without its version. */
    String key() {
      return id.orElseGet(this::withoutVersion);
    }

    private String withoutVersion() {
      String text = target.text();
      int name = Math.max(text.indexOf(':'), text.lastIndexOf('/')) + 1;
      int at = text.indexOf('@', name + 1);
      return at < 0 || target.kind() == ScanTarget.Kind.URL ? text : text.substring(0, at);
    }
  }

  /** A line that cannot be read. */
  record Unreadable(Gap gap) implements IndexEntry {}
}
