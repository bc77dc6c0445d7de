package io.mcpcatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.catalogue.sql.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final int PAGE_SIZE = 4096;
  private static final int LONGEST_LOG = 10;
  private static final int PAGES_A_TRANSACTION = 30;
  private static final int TRANSACTIONS = 40;

  @TempDir private Path directory;
  private Path file;
  private Path log;
  private Connection writer;

  @BeforeEach
  void open() throws SQLException {
    file = directory.resolve("c.db");
    log = directory.resolve("c.db-wal");
    writer = connect();
    Rows.first(writer, row -> row.getString(1), "PRAGMA journal_mode = WAL");
    Rows.update(writer, "CREATE TABLE written (bytes)");
  }

  @AfterEach
  void close() throws SQLException {
    writer.close();
  }

  @Test
  void theLogStaysShortHoweverMuchIsWritten() throws Exception {
    long longest = 0;
    try (Checkpoints checkpoints = new Checkpoints(writer, connect(), LONGEST_LOG)) {
      for (int i = 0; i < TRANSACTIONS; i++) {
        write();
        checkpoints.begin();
        longest = Math.max(longest, Files.size(log));
      }
    }

    assertTrue(longest < 5L * PAGES_A_TRANSACTION * PAGE_SIZE, longest + " bytes");
    assertEquals(TRANSACTIONS, Rows.number(writer, "SELECT count(*) FROM written"));
    writer.close();
    assertFalse(Files.exists(log));
    try (Connection again = connect()) {
      assertEquals(TRANSACTIONS, Rows.number(again, "SELECT count(*) FROM written"));
    }
  }

  @Test
  void whatFailedIsToldAtTheNextCommitAndNothingIsLost() throws Exception {
    Connection own = connect();
    Checkpoints checkpoints = new Checkpoints(writer, own, LONGEST_LOG);
    own.close();
    write();
    checkpoints.begin();

    assertThrows(SQLException.class, checkpoints::begin);
    checkpoints.close();
    assertEquals(1, Rows.number(writer, "SELECT count(*) FROM written"));
  }

  private void write() throws SQLException {
    Rows.update(
        writer, "INSERT INTO written VALUES (randomblob(?))", PAGES_A_TRANSACTION * PAGE_SIZE);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
