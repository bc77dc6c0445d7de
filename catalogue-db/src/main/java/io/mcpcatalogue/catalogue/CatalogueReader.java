package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads servers, scans and verdicts back. For one thread. */
public final class CatalogueReader {
  private static final String SUMMARY =
      """
      SELECT key, server.name, version, target, method, scanned, grade, score,
        json_array_length(tools) AS tools, scanned_at,
        coalesce(checked_at, scanned_at) AS checked_at
      FROM server JOIN scan ON scan.id = current_scan
      """;

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

  /** All servers, by id. */
  public List<ServerSummary> servers() throws CatalogueException {
    return ask(() -> summaries(SUMMARY + "ORDER BY key"));
  }

  /** The server with this id, or else the servers with this name, by id. */
  public List<ServerSummary> find(String idOrName) throws CatalogueException {
    return ask(
        () -> {
          List<ServerSummary> byId = summaries(SUMMARY + "WHERE key = ?", idOrName);
          return byId.isEmpty()
              ? summaries(SUMMARY + "WHERE server.name = ? ORDER BY key", idOrName)
              : byId;
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
        () ->
            new Statistics(
                Rows.number(connection, "SELECT count(*) FROM server"),
                Rows.number(
                    connection,
                    "SELECT count(*) FROM server JOIN scan ON scan.id = current_scan WHERE NOT scanned"),
                Rows.number(connection, "SELECT count(*) FROM tool WHERE current"),
                tools("category"),
                tools("severity"),
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
                    SELECT kind, count(*) AS gaps FROM server JOIN gap ON scan_id = current_scan
                    GROUP BY kind ORDER BY gaps DESC, kind""")));
  }

  private Map<String, Long> tools(String column) throws SQLException {
    return Rows.counts(
        connection,
        """
        SELECT %1$s.name, count(tool.id)
        FROM %1$s LEFT JOIN tool ON tool.%1$s = %1$s.id AND current
        GROUP BY %1$s.id ORDER BY %1$s.id"""
            .formatted(column));
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

  private List<ServerSummary> summaries(String sql, Object... parameters) throws SQLException {
    return Rows.list(connection, CatalogueReader::summary, sql, parameters);
  }

  private static ServerSummary summary(ResultSet row) throws SQLException {
    return new ServerSummary(
        row.getString("key"),
        row.getString("name"),
        row.getString("version"),
        row.getString("target"),
        Codes.method(row.getInt("method")),
        row.getBoolean("scanned"),
        row.getString("grade"),
        row.getInt("score"),
        row.getInt("tools"),
        Instant.ofEpochMilli(row.getLong("scanned_at")),
        Instant.ofEpochMilli(row.getLong("checked_at")));
  }

  /** A question to the database. */
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T ask(Question<T> question) throws CatalogueException {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }
}
