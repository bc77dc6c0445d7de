package io.mcpcatalogue.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import io.mcpcatalogue.collect.extract.Extraction;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.SourceScope;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tree.DirectoryTree;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Megabytes of source a second of processor time that the whole extraction reads, beside parsing
 * every file once and in full. The sources lie in memory, so that the disk is not measured.
 *
 * <p>Usage: {@code ExtractionSpeed SECONDS FILES DIRECTORY...}; the processor time to measure each
 * directory for, after a warm-up that lasts until the compiler rests, but at most eight times as
 * long; the directory is copied beside itself until the tree has this many files that are read, 0
 * for the directory as it is.
 */
public final class ExtractionSpeed {
  private static final int MAX_FILE_BYTES = 32 << 20;

  /** The clock of the processor ticks in hundredths of a second: what is timed takes many. */
  private static final double LEAST_SECONDS = 0.4;

  /** How much longer the warm-up may take than what is measured. */
  private static final int WARM_UP = 8;

  /** The compiler rests when it takes no more than this part of the processor time. */
  private static final double RESTING = 0.05;

  private ExtractionSpeed() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.out.println("usage: ExtractionSpeed SECONDS FILES DIRECTORY...");
      return;
    }
    double seconds = Double.parseDouble(arguments[0]);
    int files = Integer.parseInt(arguments[1]);
    for (String directory : List.of(arguments).subList(2, arguments.length)) {
      measure(Path.of(directory), seconds, files);
    }
  }

  private static void measure(Path directory, double budget, int files) throws IOException {
    SourceTree tree = inMemory(DirectoryTree.of(directory), files);
    List<SourceFile> sources = tree.files().stream().filter(ExtractionSpeed::isRead).toList();
    if (sources.isEmpty()) {
      System.out.printf(Locale.ROOT, "%s: no sources%n", directory.getFileName());
      return;
    }
    double megabytes = sources.stream().mapToLong(SourceFile::size).sum() / 1e6;
    warmUp(tree, sources, budget);
    double start = seconds();
    double parsing = Double.MAX_VALUE;
    double extraction = Double.MAX_VALUE;
    do {
      parsing = Math.min(parsing, time(() -> FullParse.of(tree, sources)));
      extraction = Math.min(extraction, time(() -> extract(tree)));
    } while (seconds() - start < budget);
    System.out.printf(
        Locale.ROOT,
        "%s: %d files, %.2f MB, %d tools; full parse %.1f MB/s, extraction %.1f MB/s: %.2f times"
            + " parsing%n",
        directory.getFileName(),
        sources.size(),
        megabytes,
        extract(tree),
        megabytes / parsing,
        megabytes / extraction,
        extraction / parsing);
  }

  private static void warmUp(SourceTree tree, List<SourceFile> sources, double budget)
      throws IOException {
    double start = seconds();
    double compiled;
    double round;
    do {
      compiled = -compilerSeconds();
      round = -seconds();
      while (round + seconds() < budget / 2) {
        time(() -> FullParse.of(tree, sources));
        time(() -> extract(tree));
      }
      compiled += compilerSeconds();
      round += seconds();
    } while (compiled > RESTING * round && seconds() - start < WARM_UP * budget);
  }

  private static double compilerSeconds() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3;
  }

  /** The files that the extraction looks at: sources that are no tests. */
  private static boolean isRead(SourceFile file) {
    return Language.of(file.path()).isPresent() && !SourceScope.isTest(file.path());
  }

  private static int extract(SourceTree tree) {
    return Extraction.extract(tree, SourceIdentity.ofDirectory("memory")).servers().stream()
        .mapToInt(server -> server.tools().size())
        .sum();
  }

  /** What is timed. */
  @FunctionalInterface
  private interface Work {
    int run() throws IOException;
  }

  /** The processor time of one run, out of as many as it takes to be told from none. */
  private static double time(Work work) throws IOException {
    double start = seconds();
    double spent;
    int runs = 0;
    do {
      work.run();
      runs++;
      spent = seconds() - start;
    } while (spent < LEAST_SECONDS);
    return spent / runs;
  }

  /** Of all threads, those of the compiler and the collector with them. */
  private static double seconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static SourceTree inMemory(SourceTree tree, int files) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    long sources = tree.files().stream().filter(ExtractionSpeed::isRead).count();
    long copies = sources == 0 ? 1 : Math.max(1, (files + sources - 1) / sources);
    for (SourceFile file : tree.files()) {
      byte[] bytes = tree.read(file, MAX_FILE_BYTES);
      for (long copy = 0; copy < copies; copy++) {
        contents.put(copies == 1 ? file.path() : "copy" + copy + "/" + file.path(), bytes);
      }
    }
    return new MemoryTree(tree.name(), contents, List.of());
  }
}
