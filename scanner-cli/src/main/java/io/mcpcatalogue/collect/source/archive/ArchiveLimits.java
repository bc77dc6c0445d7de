package io.mcpcatalogue.collect.source.archive;

/**
 * What an archive may cost. Immutable.
 *
 * @param maxEntries entries that are looked at
 * @param maxEntryBytes unpacked size of one file that is kept
 * @param maxKeptBytes unpacked size of all files that are kept
 * @param maxUnpackedBytes unpacked size of the whole, what is not kept included
 */
public record ArchiveLimits(
    int maxEntries, int maxEntryBytes, long maxKeptBytes, long maxUnpackedBytes) {
  /** Room for every package and repository that was met, within a heap of 256 MB. */
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(200_000, 16 << 20, 96L << 20, 2L << 30);
}
