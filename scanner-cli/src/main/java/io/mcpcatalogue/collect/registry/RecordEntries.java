package io.mcpcatalogue.collect.registry;

import java.util.List;

/** Registry records as lines of an index. */
final class RecordEntries {
  private RecordEntries() {}

  static IndexEntry entry(ServerRecord record) {
    return new IndexEntry(
        record.name(),
        record.version(),
        record.description(),
        record.targets().stream().findFirst(),
        List.of());
  }
}
