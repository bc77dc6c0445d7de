package io.mcpcatalogue.bench.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a batch ten times at random moments, lets it come to its end, and compares the catalogue
 * with that of an undisturbed batch, row by row.
 *
 * <p>{@code KillBenchmark INDEX.jsonl FOLDER [SEED]}
 */
public final class KillBenchmark {
  private static final int KILLS = 10;

  private KillBenchmark() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    if (arguments.length < 2) {
      System.err.println("usage: KillBenchmark INDEX.jsonl FOLDER [SEED]");
      System.exit(2);
    }
    String index = arguments[0];
    Path undisturbed = fresh(Path.of(arguments[1], "undisturbed.db"));
    Path killed = fresh(Path.of(arguments[1], "killed.db"));
    Random random = new Random(arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
    long begin = System.nanoTime();
    start(index, undisturbed).waitFor();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    boolean ended = false;
    // One that has ended is not started again: that would be another run, with a record of its own.
    for (int i = 1; i <= KILLS && !ended; i++) {
      Process process = start(index, killed);
      long moment = 200 + random.nextLong(Math.max(1, whole / 3));
      ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      System.out.println(
          "kill "
              + i
              + (ended ? " came too late" : " after " + moment + " ms")
              + ": "
              + check(killed));
    }
    if (!ended) {
      start(index, killed).waitFor();
    }
    String expected = digest(undisturbed);
    String found = digest(killed);
    System.out.println("at the end: " + check(killed));
    System.out.println(expected.equals(found) ? "identical" : "DIFFERENT");
    System.exit(expected.equals(found) ? 0 : 1);
  }

  private static Process start(String index, Path catalogue) throws IOException {
    return ChildProcess.start(
        "io.mcpcatalogue.cli.Main", "batch", index, "--db", catalogue.toString());
  }

  private static String check(Path file) throws SQLException {
    if (!Files.exists(file)) {
      return "no file yet";
    }
    return rows(file, "PRAGMA integrity_check").get(0)
        + ", "
        + (rows(file, "SELECT name FROM sqlite_schema WHERE name = 'tool'").isEmpty()
            ? "no table yet"
            : rows(file, "SELECT count(*) FROM tool").get(0) + " tools");
  }

  /**
   * A digest over every row of every table but for times, and for the search index, which is cut as
   * transactions are.
   */
  private static String digest(Path file) throws SQLException {
    MessageDigest sha256 = sha256();
    for (String table :
        rows(
            file,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                + " AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name")) {
      List<String> columns =
          rows(
              file,
              "SELECT 'quote(\"' || name || '\")' FROM pragma_table_info('"
                  + table
                  + "') WHERE name NOT LIKE '%\\_at' ESCAPE '\\'");
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT " + String.join(" || ',' || ", columns) + " FROM " + table)) {
        while (row.next()) {
          sha256.update((table + row.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static List<String> rows(Path file, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private static Path fresh(Path file) throws IOException {
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(Path.of(file + suffix));
    }
    return file;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
