package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Gap;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Collects the server that a {@code server.json} on disk describes. Immutable. */
public final class RecordFileCollector implements ToolCollector {
  /** Records are small; what is larger is a listing. */
  private static final int MAX_BYTES = 1 << 20;

  private final RecordPlaces places;

  /**
   * @param collector reads the places that a record names
   */
  public RecordFileCollector(ToolCollector collector) {
    this.places = new RecordPlaces(collector);
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.FILE && record(Path.of(target.text())).isPresent();
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    ServerRecord record =
        record(Path.of(target.text()))
            .orElseThrow(
                () ->
                    new CollectException(
                        Gap.Kind.MALFORMED, target.text() + ": holds no record of a server"));
    return places.collect(target, record, options, Set.of());
  }

  private static Optional<ServerRecord> record(Path file) {
    try {
      byte[] bytes = InputFile.read(file, MAX_BYTES);
      return ServerRecord.of(JsonReader.withDefaultLimits().parse(bytes).asObject());
    } catch (CollectException | MalformedJsonException e) {
      // The collector that takes every file tells what is wrong with this one.
      return Optional.empty();
    }
  }
}
