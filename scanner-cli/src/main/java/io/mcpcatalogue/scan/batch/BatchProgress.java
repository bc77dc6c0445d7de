package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.catalogue.IndexCounts;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a batch is. Immutable.
 *
 * @param lines lines dealt with, those of the run that this one continues included
 * @param toolsPerSecond tools judged a second since the start of this process
 * @param left the time that is left, where the size of the index is known
 */
public record BatchProgress(
    long lines, IndexCounts counts, double toolsPerSecond, Optional<Duration> left) {}
