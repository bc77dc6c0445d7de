package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.changes.Change;
import io.mcpcatalogue.catalogue.changes.ServerChanges;
import io.mcpcatalogue.catalogue.changes.ServerDiff;
import io.mcpcatalogue.catalogue.sql.Rows;
import io.mcpcatalogue.model.JsonValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads servers, scans and verdicts back. For one thread. */
public final class CatalogueReader {
  private final Path file;
  private final Connection connection;
  private final ScanReader scans;

  CatalogueReader(Path file, Connection connection, Function<String, JsonValue> parser) {
    this.file = file;
    this.connection = connection;
    this.scans = new ScanReader(connection, parser);
  }

  /** Whether there is no server. */
  public boolean isEmpty() throws CatalogueException {
    return ask(() -> Rows.number(connection, "SELECT count(*) FROM (SELECT 1 FROM server LIMIT 1)"))
        == 0;
  }

  /** The id of the server with this id, or else the ids of the servers with this name, in order. */
  public List<String> find(String idOrName) throws CatalogueException {
    return ask(
        () -> {
          List<String> byId = ids("key = ?", idOrName);
          return byId.isEmpty() ? byName(idOrName) : byId;
        });
  }

  /**
   * The scan that holds for a server: the newest that obtained something, or else the newest
   * attempt. Empty when there is no such server.
   */
  public Optional<StoredScan> latest(String serverId) throws CatalogueException {
    return ask(
        () -> {
          Optional<Long> scan =
              Rows.first(
                  connection,
                  row -> row.getLong(1),
                  "SELECT current_scan FROM server WHERE key = ?",
                  serverId);
          return scan.isPresent() ? Optional.of(scans.read(scan.get())) : Optional.empty();
        });
  }

  /** The scan of this number. */
  public Optional<StoredScan> scan(long number) throws CatalogueException {
    return ask(
        () ->
            Rows.number(connection, "SELECT count(*) FROM scan WHERE id = ?", number) == 0
                ? Optional.empty()
                : Optional.of(scans.read(number)));
  }

  /** All scans of a server, the oldest first. */
  public List<ScanSummary> history(String serverId) throws CatalogueException {
    return ask(
        () ->
            Rows.list(
                connection,
                row ->
                    new ScanSummary(
                        row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getBoolean(3)),
                """
                SELECT id, scanned_at, scanned FROM scan
                WHERE server_id = (SELECT id FROM server WHERE key = ?) ORDER BY id""",
                serverId));
  }

  /** Finds tools and servers by words. */
  public SearchResult search(SearchQuery query) throws CatalogueException {
    return ask(() -> Rows.atOneMoment(connection, () -> new Search(connection).find(query)));
  }

  /**
   * Hands over what changed since a moment, scan by scan in the order in which they were saved;
   * scans that obtained nothing are passed over.
   */
  public void forEachChange(Instant since, Consumer<ServerChanges> consumer)
      throws CatalogueException {
    record Pair(long before, long after) {}
    List<Pair> pairs =
        ask(
            () ->
                Rows.list(
                    connection,
                    row -> new Pair(row.getLong(1), row.getLong(2)),
                    """
                    SELECT (SELECT max(earlier.id) FROM scan AS earlier
                      WHERE earlier.server_id = scan.server_id AND earlier.id < scan.id AND earlier.scanned), scan.id
                    FROM scan WHERE scanned AND scanned_at >= ? ORDER BY scan.id""",
                    since.toEpochMilli()));
    for (Pair pair : pairs) {
      consumer.accept(ask(() -> changes(pair.before(), scans.read(pair.after()))));
    }
  }

  private ServerChanges changes(long before, StoredScan after) throws SQLException {
    List<Change> changes =
        before == 0 ? List.of() : ServerDiff.between(scans.read(before).report(), after.report());
    return new ServerChanges(
        after.report().manifest().id(), after.scannedAt(), before == 0, changes);
  }

  /**
   * Scans that hold and were judged by other rules than these, in the order of their numbers.
   *
   * @param behind only scans with a higher number
   */
  public List<StoredScan> judgedByOtherRules(String rulesDigest, long behind, int atMost)
      throws CatalogueException {
    return ask(
        () -> {
          List<StoredScan> found = new ArrayList<>();
          for (long number :
              Rows.list(
                  connection,
                  row -> row.getLong(1),
                  """
                  SELECT scan.id FROM scan JOIN server ON server.id = server_id AND current_scan = scan.id
                  WHERE scan.id > ? AND rules_id IS NOT (SELECT id FROM rules WHERE digest = ?)
                  ORDER BY scan.id LIMIT ?""",
                  behind,
                  rulesDigest,
                  atMost)) {
            found.add(scans.read(number));
          }
          return found;
        });
  }

  /** Hands over the scans that hold, server by server in the order of their ids. */
  public void forEachLatest(Consumer<StoredScan> consumer) throws CatalogueException {
    List<Long> numbers =
        ask(
            () ->
                Rows.list(
                    connection,
                    row -> row.getLong(1),
                    "SELECT current_scan FROM server ORDER BY key"));
    for (long number : numbers) {
      consumer.accept(ask(() -> scans.read(number)));
    }
  }

  /** Counts over the scans that hold. */
  public Statistics statistics() throws CatalogueException {
    return ask(
        () -> {
          Map<String, Long> categories = new LinkedHashMap<>();
          Map<String, Long> severities = new LinkedHashMap<>();
          countVerdicts(categories, severities);
          return new Statistics(
              Rows.number(connection, "SELECT count(*) FROM server"),
              Rows.number(
                  connection,
                  "SELECT count(*) FROM server JOIN scan ON scan.id = current_scan WHERE NOT scanned"),
              severities.values().stream().mapToLong(Long::longValue).sum(),
              categories,
              severities,
              signals(),
              Rows.counts(
                  connection,
                  """
                  SELECT CASE instr(key, ':') WHEN 0 THEN '' ELSE substr(key, 1, instr(key, ':') - 1) END,
                    count(*) AS servers
                  FROM server GROUP BY 1 ORDER BY servers DESC, 1"""),
              Rows.counts(
                  connection,
                  """
                  SELECT grade, count(*) FROM server JOIN scan ON scan.id = current_scan
                  WHERE scanned GROUP BY grade ORDER BY grade"""),
              Rows.counts(
                  connection,
                  """
                  SELECT kind, count(*) AS gaps FROM server JOIN gap ON scan_id = failed_scan
                  GROUP BY kind ORDER BY gaps DESC, kind"""),
              Rows.counts(
                  connection,
                  """
                  SELECT kind, count(*) AS gaps FROM server JOIN gap ON scan_id = current_scan
                  GROUP BY kind ORDER BY gaps DESC, kind"""),
              Rows.counts(
                  connection,
                  """
                  SELECT kind, count(*) AS gaps FROM index_gaps
                  GROUP BY kind ORDER BY gaps DESC, kind"""));
        });
  }

  /** Tools for each category and each severity, by looking once at every tool. */
  private void countVerdicts(Map<String, Long> categories, Map<String, Long> severities)
      throws SQLException {
    Rows.list(
        connection,
        row -> (row.getBoolean(1) ? categories : severities).put(row.getString(2), row.getLong(3)),
        """
        WITH verdict AS MATERIALIZED (
          SELECT category, severity, count(*) AS tools FROM tool WHERE current GROUP BY category, severity
        )
        SELECT 1 AS is_category, name,
          (SELECT coalesce(sum(tools), 0) FROM verdict WHERE category = category.id), id
        FROM category
        UNION ALL
        SELECT 0, name, (SELECT coalesce(sum(tools), 0) FROM verdict WHERE severity = severity.id), id
        FROM severity
        ORDER BY is_category, id""");
  }

  private Map<String, Long> signals() throws SQLException {
    return Rows.counts(
        connection,
        """
        SELECT rule, sum(tools) AS tools FROM (
          SELECT item.value ->> 0 AS signal, count(DISTINCT tool.id) AS tools
          FROM tool JOIN json_each(tool.signals) AS item
          WHERE current GROUP BY 1) JOIN signal ON signal.id = signal
        GROUP BY rule ORDER BY tools DESC, rule""");
  }

  /** Names are found by their words; one without words by looking at all. */
  private List<String> byName(String name) throws SQLException {
    List<Long> numbers =
        Rows.atOneMoment(connection, () -> new Search(connection).serversNamed(name));
    if (numbers.isEmpty()) {
      return ids("name = ? ORDER BY key", name);
    }
    List<String> found = new ArrayList<>();
    for (long number : numbers) {
      found.addAll(ids("id = ?", number));
    }
    Collections.sort(found);
    return found;
  }

  private List<String> ids(String condition, Object... parameters) throws SQLException {
    return Rows.list(
        connection,
        row -> row.getString(1),
        "SELECT key FROM server WHERE " + condition,
        parameters);
  }

  private <T> T ask(Rows.Question<T> question) throws CatalogueException {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }
}
