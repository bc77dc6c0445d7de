package io.mcpcatalogue.scan.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.catalogue.Catalogue;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @Test
  void noTimeIsLeftWhenTheLimitIsReached(@TempDir Path folder) throws Exception {
    String unreadable = "{\"note\":\"" + "x".repeat(1000) + "\"}\n";
    Path index = Files.writeString(folder.resolve("index.jsonl"), unreadable.repeat(2000));
    List<BatchProgress> progress = new ArrayList<>();
    Batch batch =
        new Batch(
            new BatchOptions(1, OptionalLong.of(100), "", false, BatchOptions.MAX_LINE_BYTES),
            "sha256:rules",
            manifest -> {
              throw new IllegalStateException("there is nothing to judge");
            },
            target -> {
              throw new IllegalStateException("there is nothing to scan");
            });

    try (Catalogue catalogue = Catalogue.open(folder.resolve("c.db"), text -> JsonObject.EMPTY)) {
      batch.run(catalogue, IndexInput.of(index), Instant.EPOCH, progress::add);
    }

    BatchProgress last = progress.get(progress.size() - 1);
    assertEquals(100, last.lines());
    assertEquals(Optional.of(Duration.ZERO), last.left());
  }

  @Test
  void anIndexThatIsRemovedWhileItIsReadIsReadToItsEnd(@TempDir Path folder) throws Exception {
    String unreadable = "{\"note\":\"none\"}\n";
    Path index = Files.writeString(folder.resolve("index.jsonl"), unreadable.repeat(1000));
    Batch batch =
        new Batch(
            new BatchOptions(1, OptionalLong.empty(), "", false, BatchOptions.MAX_LINE_BYTES),
            "sha256:rules",
            manifest -> {
              throw new IllegalStateException("there is nothing to judge");
            },
            target -> {
              throw new IllegalStateException("there is nothing to scan");
            });

    try (Catalogue catalogue = Catalogue.open(folder.resolve("c.db"), text -> JsonObject.EMPTY)) {
      assertEquals(
          1000,
          batch.run(catalogue, IndexInput.of(index), Instant.EPOCH, now -> delete(index)).bad());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void targetsAreCollectedSideBySide(@TempDir Path folder) throws Exception {
    Path index =
        Files.writeString(
            folder.resolve("index.jsonl"),
            """
            {"id":"listed","tools":[]}
            {"target":"npm:one"}
            {"target":"npm:other"}
            """);
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger met = new AtomicInteger();
    Batch batch =
        new Batch(
            new BatchOptions(2, OptionalLong.empty(), "", false, BatchOptions.MAX_LINE_BYTES),
            "sha256:rules",
            manifest -> {
              throw new IllegalStateException("there is nothing to judge");
            },
            target -> {
              await(both);
              met.incrementAndGet();
              return new TargetReport(List.of(), List.of(), Set.of());
            });

    try (Catalogue catalogue = Catalogue.open(folder.resolve("c.db"), text -> JsonObject.EMPTY)) {
      batch.run(catalogue, IndexInput.of(index), Instant.EPOCH, progress -> {});
    }

    assertEquals(2, met.get());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("nobody else came", e);
    }
  }
}
