package io.mcpcatalogue.scan.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
}
