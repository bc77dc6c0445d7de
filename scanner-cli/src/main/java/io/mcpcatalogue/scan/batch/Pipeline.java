package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.KnownLines;
import io.mcpcatalogue.json.BoundedLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One thread that reads lines, and workers that each take some of them; the results come out in the
 * order of the lines. Bounded everywhere, so that memory does not grow with the index.
 */
final class Pipeline implements AutoCloseable {
  private static final int LINES_A_PORTION = 128;
  private static final int BYTES_A_PORTION = 256 << 10;

  /**
   * So much is read ahead or waits to be written. An index has stretches that are slow to work on
   * and others that are slow to write: what waits must last through both.
   */
  private static final int BYTES_AHEAD = 4 << 20;

  /** What a line takes besides its own bytes. */
  private static final int BYTES_A_LINE = 512;

  private final LineWorker worker;
  private final BoundedLines lines;
  private final long linesLeft;
  private final ExecutorService workers;
  private final Semaphore ahead = new Semaphore(BYTES_AHEAD);
  private final BlockingQueue<Portion> portions = new LinkedBlockingQueue<>();
  private final BlockingQueue<Optional<KnownLines>> known;
  private final Thread reader;
  private Portion awaited;
  private boolean ended;
  private volatile boolean atEndOfIndex;

  /** Touched by the reader only. */
  private Optional<IOException> brokenOff = Optional.empty();

  /** Some lines that are worked on, and how much they take until they are handed over. */
  private record Portion(int bytes, Future<List<LineWorker.Worked>> worked) {}

  Pipeline(
      Catalogue catalogue,
      LineWorker worker,
      BoundedLines lines,
      BatchOptions options,
      long linesBefore,
      String rulesDigest)
      throws CatalogueException {
    this.worker = worker;
    this.lines = lines;
    this.linesLeft = options.limit().orElse(Long.MAX_VALUE) - linesBefore;
    this.workers = Executors.newFixedThreadPool(options.jobs(), Pipeline::thread);
    this.known = new ArrayBlockingQueue<>(options.jobs());
    boolean look = !options.retryFailed() && !catalogue.reader().isEmpty();
    for (int i = 0; i < options.jobs(); i++) {
      known.add(look ? Optional.of(catalogue.knownLines(rulesDigest)) : Optional.empty());
    }
    this.reader = thread(this::readAll);
    reader.start();
  }

  /** The next portion; empty behind the last one. */
  Optional<List<LineWorker.Worked>> next()
      throws IOException, CatalogueException, InterruptedException {
    return next(Long.MAX_VALUE).orElseThrow();
  }

  /** The next portion as {@link #next()} gives it, or nothing when it takes longer than that. */
  Optional<Optional<List<LineWorker.Worked>>> next(long nanos)
      throws IOException, CatalogueException, InterruptedException {
    if (ended) {
      return Optional.of(Optional.empty());
    }
    if (awaited == null) {
      awaited = portions.poll(nanos, TimeUnit.NANOSECONDS);
      if (awaited == null) {
        return Optional.empty();
      }
    }
    try {
      List<LineWorker.Worked> worked = awaited.worked().get(nanos, TimeUnit.NANOSECONDS);
      ahead.release(awaited.bytes());
      awaited = null;
      ended = worked.isEmpty();
      return Optional.of(Optional.of(worked).filter(portion -> !portion.isEmpty()));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** Whether the last line of the index was read, and not only the last of the limit. */
  boolean atEndOfIndex() {
    return atEndOfIndex;
  }

  private static RuntimeException unwrapped(ExecutionException e)
      throws IOException, CatalogueException {
    if (e.getCause() instanceof IOException io) {
      throw io;
    }
    if (e.getCause() instanceof CatalogueException catalogue) {
      throw catalogue;
    }
    return new IllegalStateException(e.getCause());
  }

  private void readAll() {
    try {
      long left = linesLeft;
      while (left > 0) {
        List<BoundedLines.Line> portion = readPortion(left);
        if (portion.isEmpty()) {
          atEndOfIndex = true;
          break;
        }
        left -= portion.size();
        int bytes = Math.min(BYTES_AHEAD, bytes(portion));
        ahead.acquire(bytes);
        portions.add(new Portion(bytes, workers.submit(() -> work(portion))));
      }
      portions.add(new Portion(0, CompletableFuture.completedFuture(List.of())));
    } catch (IOException e) {
      portions.add(new Portion(0, CompletableFuture.failedFuture(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int bytes(List<BoundedLines.Line> portion) {
    return portion.stream().mapToInt(line -> BYTES_A_LINE + line.bytes().length).sum();
  }

  /**
   * A line that may take long ends a portion: none waits behind it that another worker could take.
   * Lines that were read before the index broke off are worked on; only then it is a failure.
   */
  private List<BoundedLines.Line> readPortion(long most) throws IOException {
    if (brokenOff.isPresent()) {
      throw brokenOff.get();
    }
    List<BoundedLines.Line> portion = new ArrayList<>();
    int bytes = 0;
    while (portion.size() < Math.min(LINES_A_PORTION, most) && bytes < BYTES_A_PORTION) {
      Optional<BoundedLines.Line> line;
      try {
        line = lines.next();
      } catch (IOException e) {
        if (portion.isEmpty()) {
          throw e;
        }
        brokenOff = Optional.of(e);
        break;
      }
      if (line.isEmpty()) {
        break;
      }
      portion.add(line.get());
      bytes += line.get().bytes().length;
      if (worker.mayTakeLong(line.get())) {
        break;
      }
    }
    return portion;
  }

  private List<LineWorker.Worked> work(List<BoundedLines.Line> portion)
      throws CatalogueException, InterruptedException {
    Optional<KnownLines> mine = known.take();
    try {
      return worker.work(portion, mine);
    } finally {
      known.add(mine);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "batch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws CatalogueException {
    reader.interrupt();
    workers.shutdownNow();
    try {
      // The connections may be closed only when nobody looks anything up any more.
      reader.join();
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      // The process is about to end, and the connections with it.
      Thread.currentThread().interrupt();
      return;
    }
    for (Optional<KnownLines> lookup : known) {
      if (lookup.isPresent()) {
        lookup.get().close();
      }
    }
  }
}
