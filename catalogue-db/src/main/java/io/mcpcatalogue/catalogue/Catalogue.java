package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.CatalogueException.Kind;
import io.mcpcatalogue.model.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;

/**
 * One catalogue file, open. For one thread; other threads and processes open their own, and one of
 * them writes at a time.
 */
public final class Catalogue implements AutoCloseable {
  /** How long a second writer waits before it gives up. */
  private static final int BUSY_TIMEOUT_MILLIS = 15_000;

  private static final int CACHE_KIB = 64 << 10;
  private static final int PAGE_SIZE = 8192;

  /** So much of a file that is only read is looked at in place: a search jumps to and fro in it. */
  private static final long MAPPED_BYTES = 1L << 30;

  private final Path file;
  private final Connection connection;
  private final Function<String, JsonValue> parser;

  private Catalogue(Path file, Connection connection, Function<String, JsonValue> parser) {
    this.file = file;
    this.connection = connection;
    this.parser = parser;
  }

  /**
   * Has Java load the larger part of what the first opening takes, on a thread of its own, while
   * the caller does something else.
   */
  public static void prepare() {
    Thread thread =
        new Thread("prepare-catalogue") {
          @Override
          public void run() {
            new SQLiteConfig();
          }
        };
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Opens a catalogue for reading and writing; it is made when there is none, and brought up to
   * date when an older program wrote it.
   *
   * @param parser reads back the JSON that {@link JsonValue#toString()} wrote
   */
  public static Catalogue open(Path file, Function<String, JsonValue> parser)
      throws CatalogueException {
    return open(file, parser, url(file, ""), configuration(file), Use.WRITE);
  }

  /** Opens a catalogue that must exist, for reading; also where nothing can be written. */
  public static Catalogue openToRead(Path file, Function<String, JsonValue> parser)
      throws CatalogueException {
    if (!Files.isRegularFile(file)) {
      throw new CatalogueException(Kind.NOT_FOUND, "there is no catalogue " + file);
    }
    if (Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent())) {
      return open(file, parser, url(file, ""), configuration(file), Use.UPDATE_AND_READ);
    }
    SQLiteConfig config = configuration(file);
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    // Where no lock can be taken, nobody else can write either, unless a writer left its log.
    boolean settled = !Files.exists(Path.of(file.toAbsolutePath() + "-wal"));
    return open(file, parser, url(file, settled ? "?immutable=1" : ""), config, Use.READ);
  }

  /** The library first, so that what is still being prepared need not be waited for. */
  private static SQLiteConfig configuration(Path file) throws CatalogueException {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw CatalogueException.of(
          file, new SQLException("the library of SQLite cannot be loaded: " + e, e));
    }
    return new SQLiteConfig();
  }

  /** What a connection is opened for. */
  private enum Use {
    WRITE,
    UPDATE_AND_READ,
    READ
  }

  private static Catalogue open(
      Path file, Function<String, JsonValue> parser, String url, SQLiteConfig config, Use use)
      throws CatalogueException {
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    // One thread uses a connection at a time: no locks are needed around every call.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    // Numbers are given here; the driver would ask for the last one after every insertion.
    config.setGetGeneratedKeys(false);
    Connection connection = null;
    try {
      connection = JDBC.createConnection(url, config.toProperties());
      leaveTransactionsToSql(connection);
      switch (use) {
        case WRITE -> prepareToWrite(connection, file, parser);
        case UPDATE_AND_READ -> prepareToUpdateAndRead(connection, file, parser);
        case READ -> prepareToRead(connection, file);
      }
      return new Catalogue(file, connection, parser);
    } catch (SQLException e) {
      closeAfter(e, connection);
      throw CatalogueException.of(file, e);
    } catch (CatalogueException e) {
      closeAfter(e, connection);
      throw e;
    }
  }

  /**
   * Makes the driver believe that a transaction is open: else it would try to begin one, in vain,
   * before every statement.
   */
  private static void leaveTransactionsToSql(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("COMMIT");
    }
  }

  private static void prepareToWrite(
      Connection connection, Path file, Function<String, JsonValue> parser)
      throws SQLException, CatalogueException {
    // Before anything else, so that a file that is no catalogue stays as it is.
    Migrations.check(connection, file);
    pragma(connection, "page_size = " + PAGE_SIZE);
    pragma(connection, "journal_mode = WAL");
    // A power cut may cost the last transactions, never the file.
    pragma(connection, "synchronous = NORMAL");
    pragma(connection, "cache_size = -" + CACHE_KIB);
    Migrations.run(connection, file, parser);
  }

  /** Most files are up to date, so that nothing has to be made ready for writing. */
  private static void prepareToUpdateAndRead(
      Connection connection, Path file, Function<String, JsonValue> parser)
      throws SQLException, CatalogueException {
    if (Migrations.check(connection, file) < Migrations.newest()) {
      prepareToWrite(connection, file, parser);
    }
    readFast(connection);
  }

  private static void prepareToRead(Connection connection, Path file)
      throws SQLException, CatalogueException {
    if (Migrations.check(connection, file) < Migrations.newest()) {
      throw new CatalogueException(
          Kind.READ_ONLY,
          file
              + " was written by an older program and must be writable once to be brought up to date");
    }
    readFast(connection);
  }

  private static void readFast(Connection connection) throws SQLException {
    pragma(connection, "cache_size = -" + CACHE_KIB);
    pragma(connection, "mmap_size = " + MAPPED_BYTES);
  }

  private static void pragma(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA " + pragma);
    }
  }

  /** The driver splits off what follows a question mark, so that such a name cannot be opened. */
  private static String url(Path file, String parameters) throws CatalogueException {
    Path absolute = file.toAbsolutePath();
    if (absolute.toString().indexOf('?') >= 0) {
      throw new CatalogueException(
          Kind.NOT_FOUND, file + " cannot be opened: no question mark may stand in the name");
    }
    return parameters.isEmpty()
        ? "jdbc:sqlite:" + absolute
        : "jdbc:sqlite:" + absolute.toUri() + parameters;
  }

  private static void closeAfter(Exception failure, Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** The one writer; it starts no transaction before the first save. */
  public CatalogueWriter writer() throws CatalogueException {
    try {
      return new CatalogueWriter(file, connection);
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  /** The writer of a batch over an index. */
  public IndexRunWriter indexRuns() throws CatalogueException {
    Catalogue own = open(file, parser);
    try {
      return new IndexRunWriter(
          file, connection, new Checkpoints(connection, own.connection, Checkpoints.LONGEST_LOG));
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  /** Looks up lines of an index, on a connection of its own so that another thread may use it. */
  public KnownLines knownLines(String rulesDigest) throws CatalogueException {
    Catalogue own = open(file, parser);
    try {
      return new KnownLines(file, own.connection, rulesDigest);
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  public CatalogueReader reader() {
    return new CatalogueReader(file, connection, parser);
  }

  /** For tests: as if the disk had room for so many pages only, but never fewer than are there. */
  void limitPages(long pages) throws SQLException {
    pragma(connection, "max_page_count = " + pages);
  }

  /** For tests: how long to wait for another writer. */
  void waitAtMost(int milliseconds) throws SQLException {
    pragma(connection, "busy_timeout = " + milliseconds);
  }

  @Override
  public void close() throws CatalogueException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }
}
