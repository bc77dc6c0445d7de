package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.sql.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Moves what was committed from the write-ahead log into the catalogue while its writer goes on,
 * who would wait for the disk at every commit otherwise. Has a connection and a thread of its own;
 * for one thread to ask.
 */
final class Checkpoints implements AutoCloseable {
  /** A quarter of a gigabyte. */
  static final long LONGEST_LOG = 1 << 15;

  private final Connection connection;
  private final long longestLog;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Checkpoints::daemon);
  private Future<Long> running = CompletableFuture.completedFuture(0L);

  /**
   * Takes over from a writer, who moves nothing any more.
   *
   * @param longestLog a log of so many pages is waited for: it begins anew only where all of it is
   *     moved when a transaction begins
   */
  Checkpoints(Connection writer, Connection own, long longestLog) throws SQLException {
    Rows.number(writer, "PRAGMA wal_autocheckpoint = 0");
    this.connection = own;
    this.longestLog = longestLog;
  }

  /** Begins to move what is in the log; to be called after a commit. */
  void begin() throws SQLException {
    long pages = await();
    running = thread.submit(this::move);
    if (pages > longestLog) {
      await();
    }
  }

  /** So many pages were in the log; -1 when another process was moving them. */
  private long move() throws SQLException {
    return Rows.first(connection, row -> row.getLong(2), "PRAGMA wal_checkpoint(PASSIVE)")
        .orElseThrow();
  }

  private long await() throws SQLException {
    try {
      return running.get();
    } catch (InterruptedException e) {
      // What is in the log is safe; whoever interrupts wants to end.
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() throws SQLException {
    // By the thread that uses it.
    running = thread.submit(this::disconnect);
    thread.shutdown();
    await();
  }

  private long disconnect() throws SQLException {
    connection.close();
    return 0;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "checkpoints");
    thread.setDaemon(true);
    return thread;
  }
}
