package io.mcpcatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.mcpcatalogue.catalogue.CatalogueException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with the file: each case has a clear error and leaves the file as it was. */
class CatalogueFileTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("mcp-catalogue.db");
  }

  @Test
  void aCatalogueOfANewerProgramIsRefused() throws Exception {
    Catalogue.open(file, Json::parse).close();
    execute("PRAGMA user_version = 99");

    CatalogueException refused = refused();

    assertEquals(Kind.NEWER, refused.kind());
    assertTrue(refused.getMessage().contains("newer"), refused.getMessage());
  }

  @Test
  void anotherSqliteFileIsRefusedAndLeftAlone() throws Exception {
    execute("CREATE TABLE theirs (x)");
    byte[] before = Files.readAllBytes(file);

    assertEquals(Kind.NOT_A_CATALOGUE, refused().kind());
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aTextFileIsRefusedAndLeftAlone() throws IOException {
    byte[] text =
        "a shopping list, longer than the header of a database file "
            .repeat(20)
            .getBytes(StandardCharsets.UTF_8);
    Files.write(file, text);

    assertEquals(Kind.NOT_A_CATALOGUE, refused().kind());
    assertArrayEquals(text, Files.readAllBytes(file));
  }

  @Test
  void readingNeedsAFileThatExists() {
    CatalogueException missing =
        assertThrows(CatalogueException.class, () -> Catalogue.openToRead(file, Json::parse));

    assertEquals(Kind.NOT_FOUND, missing.kind());
    assertTrue(missing.getMessage().contains(file.toString()), missing.getMessage());
  }

  @Test
  void aReadOnlyCatalogueIsReadAndNotWritten() throws Exception {
    try (Catalogue catalogue = Catalogue.open(file, Json::parse);
        CatalogueWriter writer = catalogue.writer()) {
      writer.save(
          Samples.report("npm:pods", Samples.exec()), Samples.RULES, Samples.NOON, List.of());
    }
    assumeFalse(isWritableDespiteItsMode());
    try (Catalogue catalogue = Catalogue.openToRead(file, Json::parse)) {
      assertEquals(1, catalogue.reader().statistics().servers());
    }
    CatalogueException refused =
        assertThrows(CatalogueException.class, () -> Catalogue.open(file, Json::parse));
    assertEquals(Kind.READ_ONLY, refused.kind());
  }

  @Test
  void aFullDiskLosesNothingThatWasSaved() throws Exception {
    try (Catalogue catalogue = Catalogue.open(file, Json::parse);
        CatalogueWriter writer = catalogue.writer()) {
      writer.save(
          Samples.report("npm:pods", Samples.exec()), Samples.RULES, Samples.NOON, List.of());
      catalogue.limitPages(1);

      CatalogueException full =
          assertThrows(
              CatalogueException.class,
              () ->
                  writer.save(
                      Samples.report("npm:large", Samples.tool("large", "word ".repeat(100_000))),
                      Samples.RULES,
                      Samples.NOON,
                      List.of()));

      assertEquals(Kind.DISK_FULL, full.kind());
      assertEquals(1, catalogue.reader().statistics().servers());
      catalogue.limitPages(1_000_000);
      try (CatalogueWriter next = catalogue.writer()) {
        next.save(
            Samples.report("npm:large", Samples.tool("large", "word")),
            Samples.RULES,
            Samples.NOON,
            List.of());
      }
      assertEquals(2, catalogue.reader().statistics().servers());
    }
  }

  @Test
  void aDiskTooSmallForANewCatalogueIsNamedAsSuch() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = 3");

      SQLException full =
          assertThrows(SQLException.class, () -> Migrations.run(connection, file, Json::parse));

      assertEquals(Kind.DISK_FULL, CatalogueException.of(file, full).kind());
    }
  }

  @Test
  void aDiskWithoutRoomForWhatProcessesShareIsFullToo() {
    SQLException full = new SQLException("[SQLITE_IOERR_SHMSIZE]", "", 4874);
    SQLException broken = new SQLException("[SQLITE_IOERR_READ]", "", 266);

    assertEquals(Kind.DISK_FULL, CatalogueException.of(file, full).kind());
    assertEquals(Kind.DISK_FAILED, CatalogueException.of(file, broken).kind());
  }

  @Test
  void aSecondWriterWaitsAndThenSaysWhy() throws Exception {
    try (Catalogue catalogue = Catalogue.open(file, Json::parse);
        CatalogueWriter writer = catalogue.writer();
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      catalogue.waitAtMost(50);
      statement.executeUpdate("BEGIN IMMEDIATE");
      CatalogueException busy =
          assertThrows(
              CatalogueException.class,
              () ->
                  writer.save(
                      Samples.report("npm:pods", Samples.exec()),
                      Samples.RULES,
                      Samples.NOON,
                      List.of()));
      assertEquals(Kind.BUSY, busy.kind());
      assertEquals(0, catalogue.reader().statistics().servers());

      statement.executeUpdate("COMMIT");
      try (CatalogueWriter next = catalogue.writer()) {
        next.save(
            Samples.report("npm:pods", Samples.exec()), Samples.RULES, Samples.NOON, List.of());
      }
      assertEquals(1, catalogue.reader().statistics().servers());
    }
  }

  @Test
  void aNameWithAQuestionMarkIsRefused() {
    CatalogueException refused =
        assertThrows(
            CatalogueException.class,
            () -> Catalogue.open(directory.resolve("what?.db"), Json::parse));

    assertTrue(refused.getMessage().contains("question mark"), refused.getMessage());
  }

  @Test
  void everyMigrationIsListed() throws Exception {
    Path schema = Path.of(Migrations.class.getResource("schema").toURI());
    try (Stream<Path> files = Files.list(schema)) {
      assertEquals(
          Migrations.FILES,
          files.map(path -> path.getFileName().toString()).sorted().collect(Collectors.toList()));
    }
  }

  /** The superuser may write everything. */
  private boolean isWritableDespiteItsMode() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    return Files.isWritable(file);
  }

  private CatalogueException refused() {
    return assertThrows(CatalogueException.class, () -> Catalogue.open(file, Json::parse));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
