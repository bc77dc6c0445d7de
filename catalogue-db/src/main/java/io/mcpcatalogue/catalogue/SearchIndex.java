package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
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
  private final PreparedStatement removeServer;

  SearchIndex(Connection connection) throws SQLException {
    this.addTool =
        connection.prepareStatement("INSERT INTO tool_words (rowid, words) VALUES (?, ?)");
    this.addServer =
        connection.prepareStatement("INSERT INTO server_words (rowid, words) VALUES (?, ?)");
    this.removeServer =
        connection.prepareStatement(
            "INSERT INTO server_words (server_words, rowid, words) VALUES ('delete', ?, ?)");
  }

  /** Indexes what a catalogue of an older program holds. */
  static void fill(Connection connection, Function<String, JsonValue> parser) throws SQLException {
    try (SearchIndex index = new SearchIndex(connection);
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT id, name, description, rest, raw, coverage, parsed FROM tool ORDER BY id")) {
        while (row.next()) {
          ToolDefinition tool =
              new ToolContent(
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      row.getInt(6),
                      row.getString(7))
                  .definition(parser, "");
          index.addTool(row.getLong(1), SearchWords.ofTool(tool));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT server.id, key, name, description
              FROM server JOIN scan ON scan.id = current_scan ORDER BY server.id""")) {
        while (row.next()) {
          String words = SearchWords.ofServer(row.getString(2), row.getString(3), row.getString(4));
          add(index.addServer, row.getLong(1), words);
        }
      }
    }
  }

  void addTool(long number, String words) throws SQLException {
    add(addTool, number, words);
  }

  void addServer(long number, String words) throws SQLException {
    add(addServer, number, words);
  }

  /**
   * Replaces the words of a server.
   *
   * @param before those that it has: the index does not know them itself
   */
  void replaceServer(long number, String before, String words) throws SQLException {
    if (!words.equals(before)) {
      add(removeServer, number, before);
      add(addServer, number, words);
    }
  }

  private static void add(PreparedStatement statement, long number, String words)
      throws SQLException {
    statement.setLong(1, number);
    statement.setString(2, words);
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    addTool.close();
    addServer.close();
    removeServer.close();
  }
}
