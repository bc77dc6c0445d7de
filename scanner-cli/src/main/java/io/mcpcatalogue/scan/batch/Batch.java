package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.IndexCounts;
import io.mcpcatalogue.catalogue.IndexCounts.Kind;
import io.mcpcatalogue.catalogue.IndexRun;
import io.mcpcatalogue.catalogue.IndexRunWriter;
import io.mcpcatalogue.catalogue.IndexRunWriter.LineResult;
import io.mcpcatalogue.catalogue.LineDigest;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.TargetReport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings the servers of an index into the catalogue. One thread reads lines, many work on them, and
 * this one writes, in the order of the index: what the catalogue holds in the end does not depend
 * on who was faster. For one run.
 */
public final class Batch {
  /** A transaction is closed after so many tools, or after so long: what a kill may cost. */
  private static final long TOOLS_A_TRANSACTION = 50_000;

  private static final long NANOS_A_TRANSACTION = Duration.ofSeconds(2).toNanos();

  /** While lines are being waited for, other processes get their turn to write. */
  private static final long NANOS_TO_WAIT = Duration.ofMillis(200).toNanos();

  private final BatchOptions options;
  private final String rulesDigest;
  private final Function<ServerManifest, ServerReport> judge;
  private final Function<ScanTarget, TargetReport> scanner;
  private final SeenIds seen = new SeenIds();
  private final long started = System.nanoTime();
  private double shareBefore;

  /**
   * A batch.
   *
   * @param rulesDigest digest of the rules by which {@code judge} judges
   * @param judge the verdict and the policy for a server
   * @param scanner collects and judges a target that a line names
   */
  public Batch(
      BatchOptions options,
      String rulesDigest,
      Function<ServerManifest, ServerReport> judge,
      Function<ScanTarget, TargetReport> scanner) {
    this.options = options;
    this.rulesDigest = rulesDigest;
    this.judge = judge;
    this.scanner = scanner;
  }

  /**
   * Runs to the end of the index, or to the limit; what was read before an exception is saved.
   *
   * @param now the time that the run is known by, unless it continues another
   * @return what became of the lines, those of the run that this one continues included
   */
  public IndexCounts run(
      Catalogue catalogue, IndexInput index, Instant now, Consumer<BatchProgress> watcher)
      throws CatalogueException, IOException, InterruptedException {
    try (IndexRunWriter writer = catalogue.indexRuns()) {
      if (options.retryFailed()) {
        return retry(catalogue, index, writer, now, watcher);
      }
      Optional<IndexRun> unfinished =
          index.canBeReadAgain()
              ? writer.unfinished(index.name(), options.selection(), rulesDigest)
              : Optional.empty();
      if (unfinished.isPresent()) {
        try (InputStream in = index.open()) {
          BoundedLines lines = new BoundedLines(in, options.maxLineBytes());
          if (skip(lines, worker(index, unfinished.get(), Set.of()), writer, unfinished.get())) {
            writer.resume(unfinished.get());
            return work(catalogue, index, lines, writer, Set.of(), watcher);
          }
        }
      }
      // Either nothing was begun, or the index is another one by now.
      try (InputStream in = index.open()) {
        writer.start(index.name(), options.selection(), rulesDigest, now);
        BoundedLines lines = new BoundedLines(in, options.maxLineBytes());
        return work(catalogue, index, lines, writer, Set.of(), watcher);
      }
    }
  }

  private IndexCounts retry(
      Catalogue catalogue,
      IndexInput index,
      IndexRunWriter writer,
      Instant now,
      Consumer<BatchProgress> watcher)
      throws CatalogueException, IOException, InterruptedException {
    if (!writer.retry(index.name(), rulesDigest, now)) {
      // Most likely the index has moved: that nothing was tried again must not look like success.
      throw new CatalogueException(
          CatalogueException.Kind.NOT_FOUND,
          "nothing to retry: the catalogue knows no run over " + index.name());
    }
    Set<LineDigest> wanted = writer.failedLines(writer.run());
    try (InputStream in = index.open()) {
      BoundedLines lines = new BoundedLines(in, options.maxLineBytes());
      return work(catalogue, index, lines, writer, wanted, watcher);
    }
  }

  /** Passes over the lines that an unfinished run dealt with; false when they are others. */
  private boolean skip(
      BoundedLines lines, LineWorker worker, IndexRunWriter writer, IndexRun unfinished)
      throws IOException, CatalogueException {
    Set<LineDigest> failed = writer.failedLines(unfinished);
    LineDigest chain = LineDigest.EMPTY;
    SeenIds before = new SeenIds();
    for (long i = 0; i < unfinished.lines(); i++) {
      Optional<BoundedLines.Line> line = lines.next();
      if (line.isEmpty()) {
        return false;
      }
      LineDigest digest = LineDigest.of(line.get().bytes());
      chain = chain.then(digest);
      worker.keyOf(line.get(), failed.contains(digest)).ifPresent(before::add);
    }
    if (!chain.equals(unfinished.chain())) {
      return false;
    }
    seen.addAll(before);
    return true;
  }

  private IndexCounts work(
      Catalogue catalogue,
      IndexInput index,
      BoundedLines lines,
      IndexRunWriter writer,
      Set<LineDigest> wanted,
      Consumer<BatchProgress> watcher)
      throws CatalogueException, IOException, InterruptedException {
    IndexCounts before = writer.run().counts();
    shareBefore = share(index, writer.run());
    LineWorker worker = worker(index, writer.run(), wanted);
    Transaction transaction = new Transaction(writer);
    try (Pipeline pipeline =
        new Pipeline(catalogue, worker, lines, options, writer.run().lines(), rulesDigest)) {
      for (Optional<List<LineWorker.Worked>> next = next(pipeline, transaction);
          next.isPresent();
          next = next(pipeline, transaction)) {
        for (LineWorker.Worked worked : next.get()) {
          writer.add(onlyOnce(worked, index, writer.run().lines() + 1));
          transaction.closeWhenLarge();
        }
        watcher.accept(progress(index, writer.run(), before));
      }
      if (pipeline.atEndOfIndex()) {
        writer.finish();
      } else {
        writer.commit();
      }
    } catch (IOException e) {
      // An index that breaks off, such as a file cut short, does not take what was read with it.
      writer.commit();
      throw e;
    }
    watcher.accept(progress(index, writer.run(), before));
    return writer.run().counts();
  }

  private LineWorker worker(IndexInput index, IndexRun run, Set<LineDigest> wanted) {
    return new LineWorker(new IndexEntries(index.label()), options, judge, scanner, run, wanted);
  }

  private static Optional<List<LineWorker.Worked>> next(Pipeline pipeline, Transaction transaction)
      throws CatalogueException, IOException, InterruptedException {
    Optional<Optional<List<LineWorker.Worked>>> soon = pipeline.next(NANOS_TO_WAIT);
    if (soon.isEmpty()) {
      transaction.close();
    }
    return soon.isPresent() ? soon.get() : pipeline.next();
  }

  /** The first line with an id counts; in a retry as well, where most lines only say theirs. */
  private LineResult onlyOnce(LineWorker.Worked worked, IndexInput index, long line) {
    if (worked.key().isEmpty()
        || seen.add(worked.key().get())
        || worked.result() instanceof LineResult.LeftOut) {
      return worked.result();
    }
    if (options.retryFailed()) {
      return new LineResult.LeftOut(worked.result().digest());
    }
    return new LineResult.Read(
        worked.result().digest(),
        List.of(),
        List.of(
            new Gap(
                index.label() + ":" + line,
                Gap.Kind.DUPLICATE,
                "an earlier line has the id " + worked.key().get())));
  }

  private BatchProgress progress(IndexInput index, IndexRun run, IndexCounts before) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    double seconds = Math.max(elapsed.toMillis() / 1000.0, 0.001);
    double share = share(index, run);
    Optional<Duration> left =
        share > shareBefore
            ? Optional.of(
                Duration.ofMillis(
                    (long) (elapsed.toMillis() * (1 - share) / (share - shareBefore))))
            : Optional.empty();
    return new BatchProgress(
        run.lines(),
        run.counts(),
        (run.counts().of(Kind.TOOLS) - before.of(Kind.TOOLS)) / seconds,
        left);
  }

  /** How much of the work is done: of the index, or of the limit where that ends it sooner. */
  private double share(IndexInput index, IndexRun run) {
    double ofLimit =
        options.limit().isPresent() ? (double) run.lines() / options.limit().getAsLong() : 0;
    return Math.max(index.share(), Math.min(1, ofLimit));
  }

  /** Decides when what was added is made durable. */
  private static final class Transaction {
    private final IndexRunWriter writer;
    private long toolsBefore;
    private long since = System.nanoTime();

    Transaction(IndexRunWriter writer) {
      this.writer = writer;
      this.toolsBefore = writer.run().counts().of(Kind.TOOLS);
    }

    void closeWhenLarge() throws CatalogueException {
      if (writer.run().counts().of(Kind.TOOLS) - toolsBefore >= TOOLS_A_TRANSACTION
          || System.nanoTime() - since >= NANOS_A_TRANSACTION) {
        close();
      }
    }

    void close() throws CatalogueException {
      writer.commit();
      toolsBefore = writer.run().counts().of(Kind.TOOLS);
      since = System.nanoTime();
    }
  }
}
