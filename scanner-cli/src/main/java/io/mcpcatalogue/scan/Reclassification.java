package io.mcpcatalogue.scan;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueWriter;
import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.catalogue.changes.Change;
import io.mcpcatalogue.catalogue.changes.ServerDiff;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Judges all that the catalogue holds by other rules, without its sources. It can be ended at any
 * moment and started again: what was judged is passed over. For one run.
 */
public final class Reclassification {
  private static final int SERVERS_AT_A_TIME = 256;

  private final String rulesDigest;
  private final Function<ServerManifest, ServerReport> judge;

  public Reclassification(String rulesDigest, Function<ServerManifest, ServerReport> judge) {
    this.rulesDigest = rulesDigest;
    this.judge = judge;
  }

  /**
   * Judges again.
   *
   * @param watcher is told of every server whose verdict changed, with the changes
   * @return the number of servers that were judged
   */
  public long run(Catalogue catalogue, BiConsumer<String, List<Change>> watcher)
      throws CatalogueException {
    long judged = 0;
    long behind = 0;
    try (CatalogueWriter writer = catalogue.writer()) {
      List<StoredScan> scans = next(catalogue, behind);
      while (!scans.isEmpty()) {
        List<StoredScan> again = scans.parallelStream().map(this::judgedAgain).toList();
        writer.judgeAgain(again);
        for (int i = 0; i < scans.size(); i++) {
          tell(scans.get(i), again.get(i), watcher);
        }
        judged += scans.size();
        behind = scans.get(scans.size() - 1).number();
        scans = next(catalogue, behind);
      }
    }
    return judged;
  }

  private List<StoredScan> next(Catalogue catalogue, long behind) throws CatalogueException {
    return new ArrayList<>(
        catalogue.reader().judgedByOtherRules(rulesDigest, behind, SERVERS_AT_A_TIME));
  }

  private StoredScan judgedAgain(StoredScan scan) {
    return new StoredScan(
        scan.number(),
        judge.apply(scan.report().manifest()),
        rulesDigest,
        scan.scannedAt(),
        scan.checkedAt(),
        scan.hosts(),
        scan.laterFailure());
  }

  private static void tell(
      StoredScan before, StoredScan after, BiConsumer<String, List<Change>> watcher) {
    List<Change> changes = ServerDiff.between(before.report(), after.report());
    if (!changes.isEmpty()) {
      watcher.accept(after.report().manifest().id(), changes);
    }
  }
}
