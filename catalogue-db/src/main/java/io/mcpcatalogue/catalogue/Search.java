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
    String match = match(query.text());
    if (match.isEmpty()) {
      return new SearchResult(List.of(), List.of());
    }
    List<Candidate> best = new ArrayList<>(inNames(match, query));
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
    String match = match(text);
    return match.isEmpty()
        ? List.of()
        : Rows.list(
            connection,
            row -> row.getLong(1),
            "SELECT rowid FROM server_words WHERE server_words MATCH ?",
            match);
  }

  private List<Candidate> inNames(String match, SearchQuery query) throws SQLException {
    return candidates(
        "tool_name_words",
        match,
        query,
        "lower(name) <> lower(?), length(name), severity DESC, name, key",
        List.of(query.text().strip()),
        query.limit());
  }

  private List<Candidate> elsewhere(String match, SearchQuery query, List<Candidate> inNames)
      throws SQLException {
    Set<Long> known = new HashSet<>();
    inNames.forEach(hit -> known.add(hit.number()));
    return candidates(
            "tool_words",
            match,
            query,
            "severity DESC, name, key",
            List.of(),
            query.limit() + known.size())
        .stream()
        .filter(hit -> !known.contains(hit.number()))
        .toList();
  }

  /** The best of an index. SQL puts them in order, so that only these few are handed over. */
  private List<Candidate> candidates(
      String index,
      String match,
      SearchQuery query,
      String order,
      List<String> orderedBy,
      int limit)
      throws SQLException {
    List<Object> parameters = new ArrayList<>(List.of(match));
    StringBuilder sql = new StringBuilder();
    sql.append(
        """
        SELECT id, name, severity, key FROM (
        SELECT tool.id, tool.name, tool.severity, server.key
        FROM %1$s CROSS JOIN tool ON tool.id = %1$s.rowid CROSS JOIN server ON server.id = tool.server_id
        WHERE %1$s MATCH ? AND tool.current"""
            .formatted(index));
    query
        .category()
        .ifPresent(category -> add(sql, parameters, " AND tool.category = ?", Codes.of(category)));
    query
        .atLeast()
        .ifPresent(severity -> add(sql, parameters, " AND tool.severity >= ?", Codes.of(severity)));
    query
        .source()
        .ifPresent(
            source ->
                add(
                    sql,
                    parameters,
                    " AND substr(server.key, 1, instr(server.key, ':')) = ?",
                    source + ":"));
    query
        .signal()
        .ifPresent(
            signal ->
                add(
                    sql,
                    parameters,
                    " AND EXISTS (SELECT 1 FROM json_each(tool.signals) AS item"
                        + " JOIN signal ON signal.id = item.value ->> 0 WHERE signal.rule = ?)",
                    signal));
    sql.append(" LIMIT ").append(RANKED).append(") ORDER BY ").append(order).append(" LIMIT ?");
    parameters.addAll(orderedBy);
    parameters.add(limit);
    return Rows.list(connection, Candidate::of, sql.toString(), parameters.toArray());
  }

  private static void add(StringBuilder sql, List<Object> parameters, String part, Object value) {
    sql.append(part);
    parameters.add(value);
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
          SELECT key, server.name, current_scan
          FROM server_words CROSS JOIN server ON server.id = server_words.rowid
          WHERE server_words MATCH ?1
            AND (?2 = '' OR substr(key, 1, instr(key, ':')) = ?2)
          LIMIT ?4
        ) CROSS JOIN scan ON scan.id = current_scan
        ORDER BY length(name), name, key LIMIT ?3""",
        match,
        query.source().map(source -> source + ":").orElse(""),
        query.limit(),
        RANKED);
  }

  /** The words in the language of the index, each quoted so that none is an operator. */
  private static String match(String text) {
    StringBuilder match = new StringBuilder();
    for (String word : SearchWords.ofName(text).split("[^\\p{L}\\p{N}\\p{M}*]+")) {
      String bare = word.replace("*", "");
      if (!bare.isEmpty()) {
        match.append(match.isEmpty() ? "" : " ").append('"').append(bare).append('"');
        match.append(word.endsWith("*") ? "*" : "");
      }
    }
    return match.toString();
  }
}
