package io.mcpcatalogue.scan.batch;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;

/**
 * How a batch is run. Immutable.
 *
 * @param jobs so many lines are worked on at a time
 * @param limit only so many lines from the beginning of the index
 * @param only only servers whose id, or target, matches this pattern, in which {@code *} stands for
 *     any characters; empty for all
 * @param retryFailed only lines that could not be read in the run before
 * @param maxLineBytes longer lines are left out and reported
 */
public record BatchOptions(
    int jobs, OptionalLong limit, String only, boolean retryFailed, int maxLineBytes) {
  public static final int MAX_LINE_BYTES = 16 << 20;

  public static final BatchOptions DEFAULT =
      new BatchOptions(
          // One for each core: the pool leaves one to the thread that asks.
          ForkJoinPool.getCommonPoolParallelism() + 1,
          OptionalLong.empty(),
          "",
          false,
          MAX_LINE_BYTES);

  /** The options that choose lines, by which an unfinished run is found again. */
  String selection() {
    return only.isEmpty() ? "" : "only " + only;
  }

  /** Whether no server is left out by its id. */
  boolean takesAll() {
    return only.isEmpty();
  }

  /** Whether the pattern of {@code only} takes this id, case ignored. */
  boolean takes(String id) {
    if (takesAll()) {
      return true;
    }
    String text = id.toLowerCase(Locale.ROOT);
    List<String> parts = List.of(only.toLowerCase(Locale.ROOT).split("\\*", -1));
    String last = parts.get(parts.size() - 1);
    if (parts.size() == 1) {
      return text.equals(last);
    }
    int from = parts.get(0).length();
    if (!text.startsWith(parts.get(0)) || text.length() < from + last.length()) {
      return false;
    }
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, from);
      if (found < 0) {
        return false;
      }
      from = found + part.length();
    }
    return text.length() - last.length() >= from && text.endsWith(last);
  }
}
