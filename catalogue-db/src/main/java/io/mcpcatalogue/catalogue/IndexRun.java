package io.mcpcatalogue.catalogue;

import java.time.Instant;

/**
 * A batch over an index as the catalogue knows it. Immutable.
 *
 * @param source the index as it was named
 * @param selection the options that choose lines, as text
 * @param startedAt when it was started first; what it saves carries this time
 * @param finished whether it came to the end of the index
 * @param lines so many lines are dealt with
 * @param chain the digest over these lines
 * @param counts what became of them
 */
public record IndexRun(
    int number,
    String source,
    String selection,
    String rulesDigest,
    Instant startedAt,
    boolean finished,
    long lines,
    LineDigest chain,
    IndexCounts counts) {}
