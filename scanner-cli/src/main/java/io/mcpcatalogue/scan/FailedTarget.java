package io.mcpcatalogue.scan;

import io.mcpcatalogue.collect.Reference;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.live.remote.RemoteCollector;
import io.mcpcatalogue.collect.source.DownloadCollector;
import io.mcpcatalogue.model.ServerManifest;
import java.util.Optional;

/**
 * A target of which nothing was obtained. What was known of its server before stays, and the
 * failure stands beside it. Immutable.
 *
 * @param report why; it has one gap at least
 */
public record FailedTarget(ScanTarget target, TargetReport report) {

  /**
   * What the server of a target is called in the catalogue, where that can be told without having
   * obtained anything; empty for a mere name.
   */
  public static Optional<String> idOf(ScanTarget target) {
    return switch (target.kind()) {
      case URL -> Optional.of(RemoteCollector.idOf(target));
      case DOWNLOAD -> Optional.of(DownloadCollector.idOf(target));
      default -> target.reference().map(Reference::id);
    };
  }

  public Optional<String> id() {
    return idOf(target);
  }

  /** Where its server is at home, as it would be if it had been scanned. */
  public String place() {
    return switch (target.kind()) {
      case COMMAND -> OwnIds.command(where());
      case FILE, DIRECTORY, ARCHIVE -> OwnIds.absolute(target.text());
      default -> where();
    };
  }

  /** The server as it is seen this time: not at all. */
  public ServerManifest manifest(String id, String name) {
    return ServerManifest.unseen(id, name, where(), report.gaps());
  }

  /** The target without secrets. */
  private String where() {
    return report.gaps().get(0).where();
  }
}
