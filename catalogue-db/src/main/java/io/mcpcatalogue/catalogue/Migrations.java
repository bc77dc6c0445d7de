package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;

/** Brings the schema of a catalogue up to date, one numbered SQL file after the other. */
final class Migrations {
  /** In order; the number of files applied is the schema version. Files are never changed. */
  static final List<String> FILES =
      List.of(
          "001-core.sql",
          "002-index-runs.sql",
          "003-search.sql",
          "004-views.sql",
          "005-search-memory.sql",
          "006-search-merging.sql",
          "007-one-search-index.sql",
          "008-own-search-index.sql",
          "009-places-and-index-gaps.sql",
          "010-exact-texts-and-failures.sql");

  /** The version that brings the search index of today, which no SQL can fill. */
  static final int SEARCH = 8;

  private Migrations() {}

  /** The version this program writes. */
  static int newest() {
    return FILES.size();
  }

  /** Refuses what is no catalogue, or one that a newer program wrote. */
  static int check(Connection connection, Path file) throws SQLException, CatalogueException {
    int version = pragma(connection, "user_version");
    int application = pragma(connection, "application_id");
    if (version == 0 && application == 0 && isEmpty(connection)) {
      return 0;
    }
    if (application != CatalogueHeader.APPLICATION_ID) {
      throw new CatalogueException(
          CatalogueException.Kind.NOT_A_CATALOGUE, file + " is an SQLite file, but no catalogue");
    }
    if (version > newest()) {
      throw new CatalogueException(
          CatalogueException.Kind.NEWER,
          "%s was written by a newer mcp-catalogue (schema %d, this one knows %d); update this program"
              .formatted(file, version, newest()));
    }
    return version;
  }

  /** Applies the files that are missing, all in one transaction. */
  static void run(Connection connection, Path file, Function<String, JsonValue> parser)
      throws SQLException, CatalogueException {
    runUpTo(connection, file, parser, newest());
  }

  static void runUpTo(
      Connection connection, Path file, Function<String, JsonValue> parser, int wanted)
      throws SQLException, CatalogueException {
    if (check(connection, file) >= wanted) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      try {
        // Another process may have done it while this one waited.
        int version = check(connection, file);
        for (int next = version; next < wanted; next++) {
          statement.executeUpdate(text(FILES.get(next)));
          if (next + 1 == SEARCH) {
            SearchFilling.fill(connection, parser);
          }
        }
        if (version < wanted) {
          statement.executeUpdate("PRAGMA application_id = " + CatalogueHeader.APPLICATION_ID);
          statement.executeUpdate("PRAGMA user_version = " + wanted);
        }
        statement.executeUpdate("COMMIT");
      } catch (SQLException | CatalogueException | RuntimeException e) {
        rollBack(statement, e);
        throw e;
      }
    }
  }

  /** After a full disk SQLite has rolled back by itself; that must not hide what happened. */
  private static void rollBack(Statement statement, Exception failure) {
    try {
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    return number(connection, "PRAGMA " + name);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static String text(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("schema/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its schema file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
