package io.mcpcatalogue.bench.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least that any such program must do: parses every line of an index with Jackson and inserts
 * each server and each tool as a row of raw JSON, under the same pragmas as the catalogue.
 *
 * <p>{@code Floor INDEX.jsonl FILE.db}
 */
public final class Floor {
  /** As the batch commits. */
  private static final int TOOLS_A_TRANSACTION = 50_000;

  private Floor() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    if (arguments.length != 2) {
      System.err.println("usage: Floor INDEX.jsonl FILE.db");
      System.exit(2);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[1])) {
      System.out.println(fill(Path.of(arguments[0]), connection) + " tools");
    }
  }

  private static long fill(Path index, Connection connection) throws IOException, SQLException {
    for (String sql :
        new String[] {
          "PRAGMA page_size = 8192",
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = NORMAL",
          "PRAGMA cache_size = -65536",
          "CREATE TABLE server (id INTEGER PRIMARY KEY, raw TEXT)",
          "CREATE TABLE tool (id INTEGER PRIMARY KEY, server INTEGER, raw TEXT)"
        }) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
    connection.setAutoCommit(false);
    ObjectMapper mapper = new ObjectMapper();
    long servers = 0;
    long tools = 0;
    long committed = 0;
    try (BufferedReader lines = Files.newBufferedReader(index);
        PreparedStatement addServer =
            connection.prepareStatement("INSERT INTO server (id, raw) VALUES (?, ?)");
        PreparedStatement addTool =
            connection.prepareStatement("INSERT INTO tool (server, raw) VALUES (?, ?)")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ObjectNode server = (ObjectNode) mapper.readTree(line);
        JsonNode listed = server.remove("tools");
        addServer.setLong(1, ++servers);
        addServer.setString(2, mapper.writeValueAsString(server));
        addServer.executeUpdate();
        for (JsonNode tool : listed) {
          addTool.setLong(1, servers);
          addTool.setString(2, mapper.writeValueAsString(tool));
          addTool.executeUpdate();
          tools++;
        }
        if (tools - committed >= TOOLS_A_TRANSACTION) {
          connection.commit();
          committed = tools;
        }
      }
      connection.commit();
    }
    return tools;
  }
}
