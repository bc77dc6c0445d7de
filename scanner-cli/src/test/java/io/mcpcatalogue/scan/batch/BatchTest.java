package io.mcpcatalogue.scan.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.IndexCounts;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.scan.TargetReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @TempDir private Path folder;

  @Test
  void noTimeIsLeftWhenTheLimitIsReached() throws Exception {
    Path index = index(("{\"note\":\"" + "x".repeat(1000) + "\"}\n").repeat(2000));
    List<BatchProgress> progress = new ArrayList<>();

    run(batch(1, OptionalLong.of(100), BatchTest::nothingToScan), index, progress::add);

    BatchProgress last = progress.get(progress.size() - 1);
    assertEquals(100, last.lines());
    assertEquals(Optional.of(Duration.ZERO), last.left());
  }

  @Test
  void anIndexThatIsRemovedWhileItIsReadIsReadToItsEnd() throws Exception {
    Path index = index("{\"note\":\"none\"}\n".repeat(1000));
    Batch batch = batch(1, OptionalLong.empty(), BatchTest::nothingToScan);

    assertEquals(1000, run(batch, index, progress -> delete(index)).of(IndexCounts.Kind.BAD));
  }

  @Test
  void targetsAreCollectedSideBySide() throws Exception {
    Path index =
        index(
            """
            {"id":"listed","tools":[]}
            {"target":"npm:one"}
            {"target":"npm:other"}
            """);
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger met = new AtomicInteger();
    Batch batch =
        batch(
            2,
            OptionalLong.empty(),
            target -> {
              await(both);
              met.incrementAndGet();
              return new TargetReport(List.of(), List.of(), Set.of(), false);
            });

    run(batch, index, progress -> {});

    assertEquals(2, met.get());
  }

  private Path index(String lines) throws IOException {
    return Files.writeString(folder.resolve("index.jsonl"), lines);
  }

  /** A batch that judges nothing. */
  private static Batch batch(
      int jobs, OptionalLong limit, Function<ScanTarget, TargetReport> scanner) {
    return new Batch(
        new BatchOptions(jobs, limit, "", false, BatchOptions.MAX_LINE_BYTES),
        "sha256:rules",
        manifest -> {
          throw new IllegalStateException("there is nothing to judge");
        },
        scanner);
  }

  private static TargetReport nothingToScan(ScanTarget target) {
    throw new IllegalStateException("there is nothing to scan");
  }

  private IndexCounts run(Batch batch, Path index, Consumer<BatchProgress> watcher)
      throws Exception {
    try (Catalogue catalogue = Catalogue.open(folder.resolve("c.db"), text -> JsonObject.EMPTY)) {
      return batch.run(catalogue, IndexInput.of(index), Instant.EPOCH, watcher);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("nobody else came", e);
    }
  }
}
