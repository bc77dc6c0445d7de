package io.mcpcatalogue.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.SearchQuery;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch that is killed at any moment and started again leaves the catalogue of an undisturbed
 * one.
 */
class BatchKilledTest {
  private static final int SERVERS = 3_000;
  private static final int KILLS = 3;

  @TempDir private Path folder;

  @Test
  void aKilledBatchGoesOnWhereItWas() throws Exception {
    Path index = index();
    Path undisturbed = folder.resolve("undisturbed.db");
    assertEquals(0, start(index, undisturbed).waitFor());

    Path killed = folder.resolve("killed.db");
    Random random = new Random(7);
    boolean finished = false;
    for (int i = 0; i < KILLS && !finished; i++) {
      Process process = start(index, killed);
      // On a quick machine it may be done before it is killed; another start would be another run.
      finished = process.waitFor(400 + random.nextInt(1_200), TimeUnit.MILLISECONDS);
      if (!finished) {
        process.destroyForcibly().waitFor();
      }
      if (Files.exists(killed)) {
        assertEquals(List.of("ok"), rows(killed, "PRAGMA integrity_check"));
      }
    }
    if (!finished) {
      assertEquals(0, start(index, killed).waitFor());
    }

    assertEquals(List.of("ok"), rows(killed, "PRAGMA integrity_check"));
    List<String> expected = dump(undisturbed);
    assertTrue(expected.size() > SERVERS, "only " + expected.size() + " rows");
    assertEquals(withoutLaterRuns(expected), withoutLaterRuns(dump(killed)));
  }

  /** A run that was killed when all was done is followed by one that finds nothing to do. */
  private static List<String> withoutLaterRuns(List<String> rows) {
    return rows.stream().filter(row -> !row.matches("(?s)index_run\\|[2-9].*")).toList();
  }

  private Path index() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SERVERS; i++) {
      lines.append(
          """
          {"id":"npm:server-%1$d","name":"Server %1$d","description":"The %1$dth.",\
          "tools":[{"name":"get_thing_%1$d","description":"Gets thing %1$d."},\
          {"name":"delete_thing","description":"Deletes thing %1$d for good.",\
          "inputSchema":{"type":"object","properties":{"path":{"type":"string"}}}}]}
          """
              .formatted(i));
    }
    return Files.writeString(folder.resolve("index.jsonl"), lines);
  }

  private Process start(Path index, Path catalogue) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "io.mcpcatalogue.cli.Main",
            "batch",
            index.toString(),
            "--db",
            catalogue.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Every row of every table but for times; the index of words by what it finds. */
  private static List<String> dump(Path file) throws SQLException, CatalogueException {
    List<String> dump = new ArrayList<>();
    for (String table :
        rows(
            file,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                + " AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name")) {
      String columns =
          String.join(
              ", ",
              rows(
                  file,
                  "SELECT '\"' || name || '\"' FROM pragma_table_info('"
                      + table
                      + "')"
                      + " WHERE name NOT LIKE '%\\_at' ESCAPE '\\'"));
      dump.addAll(
          rows(file, "SELECT '" + table + "', " + columns + " FROM " + table + " ORDER BY 2, 3"));
    }
    for (String word : List.of("thing", "delete", "17", "path")) {
      dump.add(found(file, word));
    }
    return dump;
  }

  private static String found(Path file, String word) throws CatalogueException {
    try (Catalogue catalogue = Catalogue.openToRead(file, BatchKilledTest::parsed)) {
      return catalogue.reader().search(SearchQuery.of(word, SERVERS)).toString();
    }
  }

  private static JsonValue parsed(String text) {
    try {
      return JsonReader.withDefaultLimits().parse(text);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> rows(Path file, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          byte[] bytes = row.getBytes(i);
          text.append(i > 1 ? "|" : "")
              .append(bytes == null ? "null" : new String(bytes, StandardCharsets.ISO_8859_1));
        }
        rows.add(text.toString());
      }
    }
    return rows;
  }
}
