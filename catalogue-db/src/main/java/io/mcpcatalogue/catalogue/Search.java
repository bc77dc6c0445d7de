package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.SearchResult.ServerHit;
import io.mcpcatalogue.catalogue.SearchResult.ToolHit;
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
 * one thread.
 */
final class Search {
  /** So many hits are ranked: a word that is everywhere must not cost a look at everything. */
  private static final int RANKED = 2_000;

  /** The best of an index: put in order by SQL, so that only these few are handed over. */
  private static final String CANDIDATES =
      """
      SELECT id, name, severity, key FROM (
        SELECT tool.id, tool.name, tool.severity, server.key
        FROM tool_words CROSS JOIN tool ON tool.id = tool_words.rowid
          CROSS JOIN server ON server.id = tool.server_id
        WHERE tool_words MATCH ?1 AND tool.current
          AND (?2 IS NULL OR tool.category = ?2)
          AND (?3 IS NULL OR tool.severity >= ?3)
          AND (?4 IS NULL OR substr(server.key, 1, instr(server.key, ':')) = ?4)
          AND (?5 IS NULL OR EXISTS (SELECT 1 FROM json_each(tool.signals) AS item
            JOIN signal ON signal.id = item.value ->> 0 WHERE signal.rule = ?5))
        LIMIT ?6
      ) ORDER BY lower(name) <> lower(?7), $order LIMIT ?8""";

  private static final String IN_NAMES =
      CANDIDATES.replace("$order", "length(name), severity DESC, name, key");

  private static final String ANYWHERE = CANDIDATES.replace("$order", "severity DESC, name, key");

  private final Connection connection;

  Search(Connection connection) {
    this.connection = connection;
  }

  /** A tool that was found, before it is known whether it is among the best. */
  private record Candidate(long number, String name, int severity, String serverId) {

    static Candidate of(ResultSet row) throws SQLException {
      return new Candidate(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4));
    }
  }

  SearchResult find(SearchQuery query) throws SQLException {
    String match = match(query.text(), "");
    if (match.isEmpty()) {
      return new SearchResult(List.of(), List.of());
    }
    String matchOfName = match(query.text(), String.valueOf(SearchWords.OF_NAME));
    List<Candidate> best = candidates(IN_NAMES, matchOfName, query, query.limit());
    if (best.size() < query.limit()) {
      best.addAll(elsewhere(match, query, best));
    }
    List<ToolHit> tools = new ArrayList<>();
    for (Candidate hit : best.subList(0, Math.min(query.limit(), best.size()))) {
      tools.addAll(tool(hit));
    }
    boolean filtered =
        query.category().isPresent() || query.atLeast().isPresent() || query.signal().isPresent();
    return new SearchResult(tools, filtered ? List.of() : servers(match, query));
  }

  /** The numbers of the servers in whose id, name or description all words of the text occur. */
  List<Long> serverNumbers(String text) throws SQLException {
    String match = match(text, "");
    return match.isEmpty()
        ? List.of()
        : Rows.list(
            connection,
            row -> row.getLong(1),
            "SELECT rowid FROM server_words WHERE server_words MATCH ?",
            match);
  }

  private List<Candidate> elsewhere(String match, SearchQuery query, List<Candidate> inNames)
      throws SQLException {
    Set<Long> known = new HashSet<>();
    inNames.forEach(hit -> known.add(hit.number()));
    List<Candidate> found = candidates(ANYWHERE, match, query, query.limit() + known.size());
    found.removeIf(hit -> known.contains(hit.number()));
    return found;
  }

  private List<Candidate> candidates(String sql, String match, SearchQuery query, int limit)
      throws SQLException {
    return Rows.list(
        connection,
        Candidate::of,
        sql,
        match,
        query.category().map(Codes::of).orElse(null),
        query.atLeast().map(Codes::of).orElse(null),
        query.source().map(source -> source + ":").orElse(null),
        query.signal().orElse(null),
        RANKED,
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

  private List<ServerHit> servers(String match, SearchQuery query) throws SQLException {
    return Rows.list(
        connection,
        row ->
            new ServerHit(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        """
        SELECT key, name, grade, description FROM (
          SELECT key, name, current_scan FROM (
            SELECT key, server.name, current_scan
            FROM server_words CROSS JOIN server ON server.id = server_words.rowid
            WHERE server_words MATCH ?1
              AND (?2 IS NULL OR substr(key, 1, instr(key, ':')) = ?2)
            LIMIT ?3
          ) ORDER BY length(name), name, key LIMIT ?4
        ) CROSS JOIN scan ON scan.id = current_scan
        ORDER BY length(name), name, key""",
        match,
        query.source().map(source -> source + ":").orElse(null),
        RANKED,
        query.limit());
  }

  /**
   * The words in the language of the index, each with this mark, and quoted so that none is an
   * operator.
   */
  private static String match(String text, String mark) {
    StringBuilder match = new StringBuilder();
    for (String word : SearchWords.ofName(text).split("[^\\p{L}\\p{N}\\p{M}*]+")) {
      String bare = word.replace("*", "");
      if (!bare.isEmpty()) {
        match.append(match.isEmpty() ? "" : " ").append('"').append(mark).append(bare).append('"');
        match.append(word.endsWith("*") ? "*" : "");
      }
    }
    return match.toString();
  }
}
