package io.mcpcatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A catalogue of every earlier version becomes one of this version, and loses nothing. */
class MigrationsTest {
  @TempDir private Path directory;

  static Stream<Integer> versions() {
    return IntStream.range(1, Migrations.newest() + 1).boxed();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyEarlierVersionIsBroughtUpToDate(int version) throws Exception {
    Path file = directory.resolve("c.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Migrations.runUpTo(connection, file, Json::parse, version);
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("INSERT INTO rules VALUES (1, 'sha256:old')");
        statement.executeUpdate(
            "INSERT INTO phrase VALUES (1, 'Only {0} is said'), (2, 'recommended'), (3, 'tools/list')");
        statement.executeUpdate("INSERT INTO treatment VALUES (1, 'ALLOW', 0, '', 'Only reads.')");
        statement.executeUpdate("INSERT INTO reason VALUES (1, 'verbs/get', 1, 2.5)");
        statement.executeUpdate(
            "INSERT INTO server (id, key, name, current_scan) VALUES (1, 'npm:pods', 'pods', 1)");
        statement.executeUpdate(
            "INSERT INTO scan (id, server_id, digest, scanned_at, scanned, version, target, method, description,"
                + " instructions, tools, origin, rules_id, grade, score, explanation, profile, policy)"
                + " VALUES (1, 1, x'00', 0, 1, '1.0', 'npm:pods', 0, 'Pods', '', '[1]', 3, 1, 'A', 100, 1, 2, '[1]')");
        statement.executeUpdate(
            "INSERT INTO tool (id, server_id, current, name, coverage, rules_id, category, severity, confidence,"
                + " parameters, required, rationale, evidence, description)"
                + " VALUES (1, 1, 1, 'getPods', 0, 1, 1, 0, 0.9, 0, 0, 1, '[[1,0,0,3]]', 'Gets the pods')");
      }
    }

    try (Catalogue catalogue = Catalogue.open(file, Json::parse)) {
      StoredScan scan = catalogue.reader().latest("npm:pods").orElseThrow();
      assertEquals("Gets the pods", scan.report().manifest().tools().get(0).description());
      assertEquals("get", scan.report().assessment().tools().get(0).evidence().get(0).quote());
      List<SearchResult.ToolHit> found =
          catalogue.reader().search(SearchQuery.of("pods", 5)).tools();
      // Since the index of today its rows are written with the tool's.
      assertTrue(version >= Migrations.SEARCH || found.size() == 1, "found " + found);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      assertEquals(Migrations.newest(), row.getInt(1));
    }
  }
}
