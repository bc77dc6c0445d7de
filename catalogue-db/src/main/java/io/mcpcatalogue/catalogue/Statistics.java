package io.mcpcatalogue.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is in the catalogue, counted over the scans that hold. Immutable; every distribution is
 * ordered.
 *
 * @param notScanned servers of which nothing was ever obtained
 * @param categories tools for each category
 * @param severities tools for each severity
 * @param signals tools for each signal, the most frequent first
 * @param sources servers for each source: npm, pypi, github …
 * @param grades servers for each grade
 * @param failures why the newest attempt obtained nothing of a server that was scanned before: gaps
 *     for each kind
 * @param gaps gaps of servers for each kind
 * @param indexGaps gaps of lines for each kind, of the newest run over each index
 */
public record Statistics(
    long servers,
    long notScanned,
    long tools,
    Map<String, Long> categories,
    Map<String, Long> severities,
    Map<String, Long> signals,
    Map<String, Long> sources,
    Map<String, Long> grades,
    Map<String, Long> failures,
    Map<String, Long> gaps,
    Map<String, Long> indexGaps) {

  public Statistics {
    categories = ordered(categories);
    severities = ordered(severities);
    signals = ordered(signals);
    sources = ordered(sources);
    grades = ordered(grades);
    failures = ordered(failures);
    gaps = ordered(gaps);
    indexGaps = ordered(indexGaps);
  }

  private static Map<String, Long> ordered(Map<String, Long> counts) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }
}
