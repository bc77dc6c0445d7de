package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.search.SearchIndex;
import io.mcpcatalogue.catalogue.search.SearchWords;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.ToolDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

/** Indexes what a catalogue of an older program holds. */
final class SearchFilling {
  private SearchFilling() {}

  static void fill(Connection connection, Function<String, JsonValue> parser) throws SQLException {
    try (SearchIndex index = new SearchIndex(connection);
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT id, name, description, rest, raw, coverage, parsed FROM tool ORDER BY id")) {
        while (row.next()) {
          ToolDefinition tool = ToolContent.of(row, 2).definition(parser, "");
          SearchWords words = new SearchWords();
          int text = words.readTool(tool);
          index.begin(words.uses());
          index.add(row.getLong(1), text);
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT scan.id, key, name, description
              FROM server JOIN scan ON scan.id = current_scan ORDER BY scan.id""")) {
        while (row.next()) {
          SearchWords words = new SearchWords();
          int text = words.readServer(row.getString(2), row.getString(3), row.getString(4));
          index.begin(words.uses());
          index.add(row.getLong(1), text);
        }
      }
      index.write();
    }
  }
}
