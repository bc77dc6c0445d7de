package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

/** Writes the words of tools and servers into the full-text index. For the one writer. */
final class SearchIndex implements AutoCloseable {
  private final PreparedStatement addTool;
  private final PreparedStatement addServer;
  private final PreparedStatement replaceServer;

  SearchIndex(Connection connection) throws SQLException {
    this.addTool =
        connection.prepareStatement("INSERT INTO tool_words (rowid, name, text) VALUES (?, ?, ?)");
    this.addServer =
        connection.prepareStatement(
            "INSERT INTO server_words (rowid, name, text) VALUES (?, ?, ?)");
    this.replaceServer =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO server_words (rowid, name, text) VALUES (?, ?, ?)");
  }

  /** Indexes what a catalogue of an older program holds. */
  static void fill(Connection connection, Function<String, JsonValue> parser) throws SQLException {
    try (SearchIndex index = new SearchIndex(connection);
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("SELECT id, coverage, raw, parsed FROM tool ORDER BY id")) {
        while (row.next()) {
          ToolDefinition tool =
              Definitions.read(
                  parser, row.getString(3), row.getString(4), Codes.coverage(row.getInt(2)), "");
          index.addTool(row.getLong(1), nameWords(tool.name()), SearchWords.textOf(tool));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT server.id, key, name, description
              FROM server JOIN scan ON scan.id = current_scan ORDER BY server.id""")) {
        while (row.next()) {
          index.put(
              index.addServer,
              row.getLong(1),
              row.getString(2),
              row.getString(3),
              row.getString(4));
        }
      }
    }
  }

  static String nameWords(String name) {
    return new SearchWords().add(name).toString();
  }

  void addTool(long number, String nameWords, String textWords) throws SQLException {
    addTool.setLong(1, number);
    addTool.setString(2, nameWords);
    addTool.setString(3, textWords);
    addTool.executeUpdate();
  }

  void addServer(long number, ServerManifest manifest) throws SQLException {
    put(addServer, number, manifest.id(), manifest.name(), manifest.description());
  }

  void replaceServer(long number, ServerManifest manifest) throws SQLException {
    put(replaceServer, number, manifest.id(), manifest.name(), manifest.description());
  }

  private void put(
      PreparedStatement statement, long number, String id, String name, String description)
      throws SQLException {
    statement.setLong(1, number);
    statement.setString(2, new SearchWords().add(id).add(name).toString());
    statement.setString(3, new SearchWords().add(description).toString());
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    addTool.close();
    addServer.close();
    replaceServer.close();
  }
}
