package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.CollectionMethod;
import java.time.Instant;

/**
 * One line about a server in the catalogue. Immutable.
 *
 * @param id the server's id: {@code npm:NAME}, {@code file:STEM} …
 * @param scanned whether anything was ever obtained: what was not scanned is never clean
 * @param grade A to F, empty when it was not scanned
 * @param toolCount number of tools in the scan that holds
 * @param scannedAt when the state that holds was first seen
 * @param checkedAt when it was last found unchanged
 */
public record ServerSummary(
    String id,
    String name,
    String version,
    String target,
    CollectionMethod method,
    boolean scanned,
    String grade,
    int score,
    int toolCount,
    Instant scannedAt,
    Instant checkedAt) {}
