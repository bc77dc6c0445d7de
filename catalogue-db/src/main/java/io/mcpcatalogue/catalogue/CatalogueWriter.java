package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.PreparedScan.PreparedTool;
import io.mcpcatalogue.catalogue.PreparedScan.PreparedVerdict;
import io.mcpcatalogue.catalogue.PreparedScan.ToolContent;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Saves scans: what was seen before is not stored again. A scan is saved whole or not at all. For
 * one thread.
 */
public final class CatalogueWriter implements AutoCloseable {
  private final Path file;
  private final WriterStatements statements;
  private final Dictionary dictionary;

  /** What saving a scan did. */
  public enum Outcome {
    /** The server is new to the catalogue. */
    ADDED,
    /** It differs from the last scan. */
    CHANGED,
    /** It is as it was; at most the verdict is new. */
    UNCHANGED,
    /** Nothing could be obtained this time; what is known from before stays. */
    FAILED
  }

  CatalogueWriter(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.statements = new WriterStatements(connection);
    this.dictionary = new Dictionary(connection);
  }

  /** Saves one scan in its own transaction. */
  public Outcome save(
      ServerReport report, String rulesDigest, Instant scannedAt, Collection<String> hosts)
      throws CatalogueException {
    return save(List.of(PreparedScan.of(report, rulesDigest, scannedAt, hosts))).get(0);
  }

  /** Saves scans in one transaction, and says for each what that did. */
  public List<Outcome> save(List<PreparedScan> scans) throws CatalogueException {
    try {
      statements.begin();
      Outcome[] outcomes = new Outcome[scans.size()];
      for (int i = 0; i < outcomes.length; i++) {
        outcomes[i] = put(scans.get(i));
      }
      statements.commit();
      return List.of(outcomes);
    } catch (SQLException e) {
      throw rolledBack(CatalogueException.of(file, e));
    } catch (RuntimeException e) {
      throw rolledBack(e);
    }
  }

  private <E extends Exception> E rolledBack(E failure) {
    dictionary.forget();
    try {
      statements.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private Outcome put(PreparedScan scan) throws SQLException {
    Optional<WriterStatements.KnownServer> known = statements.server(scan.serverId());
    int rules = statements.rules(scan.rulesDigest());
    if (known.isEmpty()) {
      long server = statements.nextServer();
      long id = addScan(server, scan, rules, Map.of());
      statements.addServer(server, scan.serverId(), scan.manifest().name(), id);
      return Outcome.ADDED;
    }
    return scan.scanned()
        ? putScanned(known.get(), scan, rules)
        : putFailed(known.get(), scan, rules);
  }

  private Outcome putScanned(WriterStatements.KnownServer known, PreparedScan scan, int rules)
      throws SQLException {
    boolean same = Arrays.equals(known.digest(), scan.digest());
    Map<ToolContent, Long> tools = statements.tools(known.id());
    if (same) {
      for (PreparedTool tool : scan.tools()) {
        putAssessment(rules, tools.get(tool.content()), tool.assessment());
      }
      putVerdict(known.currentScan(), rules, scan.verdict());
      statements.touch(known.currentScan(), scan.scannedAt(), rules);
    }
    long id = same ? known.currentScan() : addScan(known.id(), scan, rules, tools);
    statements.updateServer(known.id(), scan.manifest().name(), id);
    return same ? Outcome.UNCHANGED : Outcome.CHANGED;
  }

  /** What is known of a server outlives a failed attempt; the attempt is noted beside it. */
  private Outcome putFailed(WriterStatements.KnownServer known, PreparedScan scan, int rules)
      throws SQLException {
    long before = known.currentScanned() ? known.failedScan() : known.currentScan();
    byte[] digestBefore = known.currentScanned() ? known.failedDigest() : known.digest();
    boolean same = before > 0 && Arrays.equals(digestBefore, scan.digest());
    if (same) {
      statements.touch(before, scan.scannedAt(), rules);
      putVerdict(before, rules, scan.verdict());
      return Outcome.FAILED;
    }
    long id = addScan(known.id(), scan, rules, Map.of());
    if (known.currentScanned()) {
      statements.noteFailure(known.id(), id);
    } else {
      statements.updateServer(known.id(), scan.manifest().name(), id);
    }
    return Outcome.FAILED;
  }

  private long addScan(long server, PreparedScan scan, int rules, Map<ToolContent, Long> knownTools)
      throws SQLException {
    long id = statements.nextScan();
    ServerManifest manifest = scan.manifest();
    statements.addScan(id, server, scan, rules);
    Map<ToolContent, Long> tools = new HashMap<>(knownTools);
    for (int i = 0; i < scan.tools().size(); i++) {
      PreparedTool tool = scan.tools().get(i);
      Long toolId = tools.get(tool.content());
      if (toolId == null) {
        toolId = statements.addTool(server, digest(tool.assessment().assessment()), tool);
        tools.put(tool.content(), toolId);
      }
      boolean ordinary = tool.origin().equals(scan.origin());
      statements.addScanTool(id, i, toolId, ordinary ? null : tool.origin());
      putAssessment(rules, toolId, tool.assessment());
    }
    putVerdict(id, rules, scan.verdict());
    for (int i = 0; i < manifest.offered().size(); i++) {
      OfferedItem item = manifest.offered().get(i);
      statements.addOffered(id, i, item);
    }
    for (int i = 0; i < manifest.facts().size(); i++) {
      Fact fact = manifest.facts().get(i);
      statements.addFact(id, i, fact);
    }
    for (int i = 0; i < manifest.gaps().size(); i++) {
      Gap gap = manifest.gaps().get(i);
      statements.addGap(id, i, gap);
    }
    return id;
  }

  private void putAssessment(int rules, long tool, AssessmentDraft draft) throws SQLException {
    statements.putAssessment(
        rules,
        tool,
        draft.assessment(),
        dictionary.number(draft.rationale()),
        draft.evidence().fill(dictionary),
        draft.signals() == null ? null : draft.signals().fill(dictionary),
        draft.moves() == null ? null : draft.moves().fill(dictionary));
  }

  private void putVerdict(long scan, int rules, PreparedVerdict verdict) throws SQLException {
    statements.putVerdict(
        scan,
        rules,
        verdict,
        dictionary.number(verdict.explanation()),
        verdict.signals() == null ? null : verdict.signals().fill(dictionary),
        verdict.policy().fill(dictionary));
  }

  /** Digests are stored in half the space of their hexadecimal form. */
  private static Object digest(Assessment assessment) {
    String digest = assessment.toolDigest();
    return digest.matches("sha256:[0-9a-f]{64}")
        ? HexFormat.of().parseHex(digest, 7, digest.length())
        : digest;
  }

  @Override
  public void close() throws CatalogueException {
    try {
      dictionary.close();
      statements.close();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }
}
