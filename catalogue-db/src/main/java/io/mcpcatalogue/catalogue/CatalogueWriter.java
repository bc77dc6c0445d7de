package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.PreparedScan.PreparedTool;
import io.mcpcatalogue.catalogue.WriterStatements.KnownServer;
import io.mcpcatalogue.catalogue.search.SearchIndex;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Saves scans: what was seen before is not stored again. A scan is saved whole or not at all. After
 * an exception it can only be closed. For one thread.
 */
public final class CatalogueWriter implements AutoCloseable {
  private final Path file;
  private final WriterStatements statements;
  private final Dictionary dictionary;
  private final SearchIndex search;

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
    this.dictionary = new Dictionary(connection);
    this.statements = new WriterStatements(connection, dictionary);
    this.search = new SearchIndex(connection);
  }

  /** Saves one scan in its own transaction. */
  public Outcome save(
      ServerReport report, String rulesDigest, Instant scannedAt, Collection<String> hosts)
      throws CatalogueException {
    return save(List.of(PreparedScan.of(report, rulesDigest, scannedAt, hosts))).get(0);
  }

  /** Saves one scan as {@link #save(List)} does, and where its server was scanned from. */
  public Outcome save(PreparedScan scan, String place) throws CatalogueException {
    begin();
    Outcome outcome = add(scan);
    run(() -> statements.setPlace(scan.serverId(), place));
    commit();
    return outcome;
  }

  /** Whose an id is; empty for one that is free. */
  public Optional<ServerOrigin> origin(String serverId) throws CatalogueException {
    return run(() -> statements.origin(serverId));
  }

  /** When a server was last seen as the catalogue holds it; empty if it never was. */
  public Optional<Instant> seen(String serverId) throws CatalogueException {
    return run(() -> statements.seen(serverId));
  }

  /** The ids of the servers that have this id, or were scanned from this place. */
  public List<String> known(Optional<String> serverId, String place) throws CatalogueException {
    return run(() -> statements.known(serverId.orElse(""), place));
  }

  /** Saves scans in one transaction, and says for each what that did. */
  public List<Outcome> save(List<PreparedScan> scans) throws CatalogueException {
    begin();
    List<Outcome> outcomes = new ArrayList<>();
    for (PreparedScan scan : scans) {
      outcomes.add(add(scan));
    }
    commit();
    return outcomes;
  }

  /**
   * Replaces the verdict on a stored scan by one of other rules; the earlier one is kept. Several
   * are saved in one transaction.
   *
   * @param scans scans that the catalogue holds, with their new verdicts
   */
  public void judgeAgain(List<StoredScan> scans) throws CatalogueException {
    begin();
    for (StoredScan scan : scans) {
      PreparedScan prepared =
          PreparedScan.ofPast(
              scan.report(), scan.rulesDigest(), scan.scannedAt(), scan.checkedAt(), scan.hosts());
      run(() -> putVerdicts(scan.number(), prepared));
    }
    commit();
  }

  private long putVerdicts(long scan, PreparedScan prepared) throws SQLException {
    List<Long> tools = statements.toolNumbers(scan);
    for (int i = 0; i < tools.size(); i++) {
      statements.updateAssessment(
          tools.get(i), prepared.rulesDigest(), prepared.tools().get(i).assessment());
    }
    statements.updateVerdict(scan, prepared);
    return scan;
  }

  /** Takes the write lock; waits for it when another process has it. */
  void begin() throws CatalogueException {
    run(
        () -> {
          statements.begin();
          return true;
        });
  }

  /** Adds a scan to the transaction; when that fails, the whole transaction is rolled back. */
  Outcome add(PreparedScan scan) throws CatalogueException {
    return run(() -> put(scan));
  }

  void commit() throws CatalogueException {
    run(
        () -> {
          search.write();
          statements.commit();
          return true;
        });
  }

  int rules(String digest) throws CatalogueException {
    return run(() -> statements.rules(digest));
  }

  /** A step of a transaction. */
  interface Step<T> {
    T run() throws SQLException;
  }

  /** Runs a step; when it fails, the whole transaction is rolled back. */
  <T> T run(Step<T> step) throws CatalogueException {
    try {
      return step.run();
    } catch (SQLException e) {
      throw rolledBack(CatalogueException.of(file, e));
    } catch (RuntimeException e) {
      throw rolledBack(e);
    }
  }

  private <E extends Exception> E rolledBack(E failure) {
    dictionary.forget();
    search.forget();
    try {
      statements.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private Outcome put(PreparedScan scan) throws SQLException {
    long added = statements.addServer(scan);
    if (added > 0) {
      addScan(added, scan, Map.of(), true);
      return Outcome.ADDED;
    }
    KnownServer known = statements.server(scan.serverId());
    return scan.scanned() ? putScanned(known, scan) : putFailed(known, scan);
  }

  private Outcome putScanned(KnownServer known, PreparedScan scan) throws SQLException {
    Map<ToolContent, Long> tools = statements.tools(known.id());
    if (Arrays.equals(known.digest(), scan.digest())) {
      for (PreparedTool tool : scan.tools()) {
        statements.updateAssessment(
            tools.get(tool.content()), scan.rulesDigest(), tool.assessment());
      }
      statements.updateVerdict(known.currentScan(), scan);
      statements.updateServer(known.id(), scan, known.currentScan());
      return Outcome.UNCHANGED;
    }
    statements.retireTools(known.currentScan());
    long id = addScan(known.id(), scan, tools, true);
    statements.updateServer(known.id(), scan, id);
    return Outcome.CHANGED;
  }

  /** What is known of a server outlives a failed attempt; the attempt is noted beside it. */
  private Outcome putFailed(KnownServer known, PreparedScan scan) throws SQLException {
    long before = known.currentScanned() ? known.failedScan() : known.currentScan();
    byte[] digestBefore = known.currentScanned() ? known.failedDigest() : known.digest();
    if (before > 0 && Arrays.equals(digestBefore, scan.digest())) {
      statements.updateVerdict(before, scan);
      return Outcome.FAILED;
    }
    long id = addScan(known.id(), scan, Map.of(), !known.currentScanned());
    if (known.currentScanned()) {
      statements.noteFailure(known.id(), id);
    } else {
      statements.updateServer(known.id(), scan, id);
    }
    return Outcome.FAILED;
  }

  private long addScan(
      long server, PreparedScan scan, Map<ToolContent, Long> knownTools, boolean current)
      throws SQLException {
    long id = statements.nextScan();
    search.begin(scan.words());
    if (current) {
      search.add(id, scan.ownText());
    }
    String tools = toolNumbers(server, scan, knownTools, current);
    statements.addScan(id, server, scan, tools);
    ServerManifest manifest = scan.manifest();
    for (int i = 0; i < manifest.offered().size(); i++) {
      statements.addOffered(id, i, manifest.offered().get(i));
    }
    for (int i = 0; i < manifest.facts().size(); i++) {
      statements.addFact(id, i, manifest.facts().get(i));
    }
    for (int i = 0; i < manifest.gaps().size(); i++) {
      statements.addGap(id, i, manifest.gaps().get(i));
    }
    return id;
  }

  /** The numbers of the tools, as JSON; tools that are new are added. */
  private String toolNumbers(
      long server, PreparedScan scan, Map<ToolContent, Long> knownTools, boolean current)
      throws SQLException {
    StringBuilder numbers = new StringBuilder("[");
    // Without a name that is there twice no tool is: what a tool says need not be compared.
    Map<ToolContent, Long> tools = scan.repeatsNames() ? new HashMap<>(knownTools) : knownTools;
    for (PreparedTool tool : scan.tools()) {
      Long number = tools.get(tool.content());
      if (number == null) {
        number = addTool(server, scan.rulesDigest(), tool, current);
        if (scan.repeatsNames()) {
          tools.put(tool.content(), number);
        }
      } else if (knownTools.containsKey(tool.content())) {
        statements.revive(number);
        statements.updateAssessment(number, scan.rulesDigest(), tool.assessment());
      }
      numbers.append(numbers.length() > 1 ? "," : "").append(number);
    }
    return numbers.append(']').toString();
  }

  private long addTool(long server, String rulesDigest, PreparedTool tool, boolean current)
      throws SQLException {
    long number = statements.addTool(server, current, rulesDigest, tool);
    search.add(number, tool.text());
    return number;
  }

  @Override
  public void close() throws CatalogueException {
    try {
      search.close();
      dictionary.close();
      statements.close();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }
}
