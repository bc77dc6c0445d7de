package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.catalogue.IndexCounts.Kind;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.scan.batch.BatchProgress;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells on standard error how far a batch is: one line that is written over on a terminal, else a
 * line now and then. For one thread.
 */
final class BatchWatcher implements AutoCloseable {
  private static final long TERMINAL_NANOS = Duration.ofMillis(200).toNanos();
  private static final long PLAIN_NANOS = Duration.ofSeconds(30).toNanos();

  private final Console console;
  private long last = System.nanoTime();
  private int width;

  BatchWatcher(Console console) {
    this.console = console;
  }

  void watch(BatchProgress progress) {
    boolean terminal = console.progressTerminal();
    if (System.nanoTime() - last < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
      return;
    }
    last = System.nanoTime();
    String line = line(progress);
    if (terminal) {
      console.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    } else {
      console.err().println(line);
    }
    console.err().flush();
  }

  private static String line(BatchProgress progress) {
    return String.format(
            Locale.ROOT,
            "%s, %s, %.0f tools/s, %d not scanned",
            Counted.of(progress.lines(), "line"),
            Counted.of(progress.counts().of(Kind.TOOLS), "tool"),
            progress.toolsPerSecond(),
            progress.counts().of(Kind.FAILED) + progress.counts().of(Kind.BAD))
        + progress.left().map(left -> ", " + duration(left) + " left").orElse("");
  }

  private static String duration(Duration duration) {
    long seconds = duration.toSeconds() + 1;
    return seconds < 100
        ? seconds + " s"
        : seconds / 60 < 100
            ? seconds / 60 + " min"
            : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }

  /** Leaves the terminal with a clean line. */
  @Override
  public void close() {
    if (width > 0) {
      console.err().print("\r" + " ".repeat(width) + "\r");
      console.err().flush();
    }
  }
}
