package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.SearchResult.ServerHit;
import io.mcpcatalogue.catalogue.SearchResult.ToolHit;
import io.mcpcatalogue.catalogue.search.SearchHits;
import io.mcpcatalogue.catalogue.search.SearchWords;
import io.mcpcatalogue.catalogue.sql.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Full-text search. Tools in whose name all words occur stand before those where they occur
 * elsewhere; among the first the name that says least besides, then the graver tool, decides. For
 * one thread, within one transaction.
 */
final class Search {
  /** So many hits are ranked: a word that is everywhere must not cost a look at everything. */
  private static final int RANKED = 2_000;

  /** So many numbers are handed to a filter at a time. */
  private static final int FILTERED = 4_000;

  /** The servers whose present scans have these numbers. */
  private static final String SERVERS =
      """
      SELECT server.id
      FROM json_each(?1) AS hit CROSS JOIN server ON server.current_scan = hit.value
      WHERE (?3 IS NULL OR substr(server.key, 1, instr(server.key, ':')) = ?3 COLLATE NOCASE)
        AND (?4 IS NULL OR server.name = ?4)
      LIMIT ?2""";

  /**
   * The best of those tools among some numbers that are asked for, each with how many these are.
   * Chosen and put in order by SQL, so that only the best are handed over.
   */
  private static final String BEST =
      """
      SELECT id, name, severity, key, count(*) OVER () FROM (
        SELECT tool.id, tool.name, tool.severity, server.key
        FROM json_each(?1) AS hit CROSS JOIN tool ON tool.id = hit.value
          CROSS JOIN server ON server.id = tool.server_id
        WHERE tool.current
          AND (?3 IS NULL OR tool.category = ?3)
          AND (?4 IS NULL OR tool.severity >= ?4)
          AND (?5 IS NULL OR substr(server.key, 1, instr(server.key, ':')) = ?5 COLLATE NOCASE)
          AND (?6 IS NULL OR EXISTS (SELECT 1 FROM json_each(tool.signals) AS item
            JOIN signal ON signal.id = item.value ->> 0 WHERE signal.rule = ?6))
        LIMIT ?2)
      ORDER BY lower(name) <> lower(?7), $order LIMIT ?8""";

  private static final String BEST_IN_NAMES =
      BEST.replace("$order", "length(name), severity DESC, name, key");

  private static final String BEST_ANYWHERE = BEST.replace("$order", "severity DESC, name, key");

  private final Connection connection;

  Search(Connection connection) {
    this.connection = connection;
  }

  /**
   * A tool that was found, before it is known whether it is among the best.
   *
   * @param among how many tools it was chosen from
   */
  private record Candidate(long number, String name, int severity, String serverId, int among) {

    static Candidate of(ResultSet row) throws SQLException {
      return new Candidate(
          row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getInt(5));
    }
  }

  SearchResult find(SearchQuery query) throws SQLException {
    List<Candidate> best =
        candidates(BEST_IN_NAMES, SearchWords.OF_TOOL_NAME, query, query.limit());
    if (best.size() < query.limit()) {
      best.addAll(elsewhere(query, best));
    }
    List<ToolHit> tools = new ArrayList<>();
    for (Candidate hit : best.subList(0, Math.min(query.limit(), best.size()))) {
      tools.addAll(tool(hit));
    }
    boolean filtered =
        query.category().isPresent() || query.atLeast().isPresent() || query.signal().isPresent();
    return new SearchResult(tools, filtered ? List.of() : servers(query));
  }

  /** The numbers of the servers of this name, which has words. */
  List<Long> serversNamed(String name) throws SQLException {
    return serverNumbers(name, Integer.MAX_VALUE, null, name);
  }

  private List<Candidate> elsewhere(SearchQuery query, List<Candidate> inNames)
      throws SQLException {
    Set<Long> known = new HashSet<>();
    inNames.forEach(hit -> known.add(hit.number()));
    List<Candidate> found =
        candidates(BEST_ANYWHERE, SearchWords.OF_TOOL, query, query.limit() + known.size());
    found.removeIf(hit -> known.contains(hit.number()));
    return found;
  }

  /** The best of all that were looked at, chosen anew with each further portion of them. */
  private List<Candidate> candidates(String choice, char mark, SearchQuery query, int limit)
      throws SQLException {
    List<Candidate> best = List.of();
    int ranked = 0;
    try (SearchHits found = new SearchHits(connection, query.text(), mark)) {
      List<Long> next = found.next(FILTERED);
      while (!next.isEmpty() && ranked < RANKED) {
        List<Long> numbers = new ArrayList<>();
        best.forEach(hit -> numbers.add(hit.number()));
        numbers.addAll(next);
        int before = best.size();
        best = best(choice, numbers, before + RANKED - ranked, query, limit);
        ranked += best.isEmpty() ? 0 : best.get(0).among() - before;
        next = found.next(FILTERED);
      }
    }
    return new ArrayList<>(best);
  }

  private List<Candidate> best(
      String choice, List<Long> numbers, int most, SearchQuery query, int limit)
      throws SQLException {
    return Rows.list(
        connection,
        Candidate::of,
        choice,
        numbers.toString(),
        most,
        query.category().map(Codes::of).orElse(null),
        query.atLeast().map(Codes::of).orElse(null),
        source(query),
        query.signal().orElse(null),
        query.text().strip(),
        limit);
  }

  private List<ToolHit> tool(Candidate hit) throws SQLException {
    return Rows.list(
        connection,
        row ->
            new ToolHit(
                hit.serverId(),
                hit.name(),
                Codes.category(row.getInt(1)),
                Codes.severity(hit.severity()),
                row.getString(2)),
        """
        SELECT category,
          coalesce(parsed ->> 'description', description, rest ->> 'description', raw ->> 'description', '')
        FROM tool WHERE id = ?""",
        hit.number());
  }

  private List<ServerHit> servers(SearchQuery query) throws SQLException {
    List<Long> hits = serverNumbers(query.text(), RANKED, source(query), null);
    return Rows.list(
        connection,
        row ->
            new ServerHit(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        """
        SELECT key, name, grade, description FROM (
          SELECT server.key, name, current_scan
          FROM json_each(?) AS hit CROSS JOIN server ON server.id = hit.value
          ORDER BY length(name), name, server.key LIMIT ?
        ) CROSS JOIN scan ON scan.id = current_scan
        ORDER BY length(name), name, key""",
        hits.toString(),
        query.limit());
  }

  private static String source(SearchQuery query) {
    return query.source().map(source -> source + ":").orElse(null);
  }

  /**
   * The first of the servers that have all words, of a source and with a name where these are
   * given.
   */
  private List<Long> serverNumbers(String text, int most, String source, String name)
      throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (SearchHits found = new SearchHits(connection, text, SearchWords.OF_SERVER)) {
      List<Long> next = found.next(FILTERED);
      while (!next.isEmpty() && numbers.size() < most) {
        int wanted = most - numbers.size();
        numbers.addAll(
            Rows.list(
                connection, row -> row.getLong(1), SERVERS, next.toString(), wanted, source, name));
        next = found.next(FILTERED);
      }
    }
    return numbers;
  }
}
