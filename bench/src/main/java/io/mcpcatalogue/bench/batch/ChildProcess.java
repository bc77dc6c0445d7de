package io.mcpcatalogue.bench.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of this class path in a process of its own and measures it. */
final class ChildProcess {
  /** The memory that is allowed. */
  static final String MEMORY = "-Xmx512m";

  /**
   * Those of the launcher for long work, for what has no launcher; without large pages, with which
   * the floor is slower.
   */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          MEMORY,
          "-XX:+UseParallelGC",
          "-XX:NewRatio=1",
          "-XX:SurvivorRatio=4",
          "-XX:-UseAdaptiveSizePolicy",
          "-XX:InitialRAMPercentage=25",
          "-XX:MaxInlineLevel=3",
          "-XX:FreqInlineSize=60",
          "-XX:InlineSmallCode=500",
          "-XX:CICompilerCount=4");

  private ChildProcess() {}

  /**
   * What a process took. Immutable.
   *
   * @param cpu the time of all its threads, seen last before it ended
   * @param peakKib its largest resident set, where the system tells
   */
  record Measured(int exitCode, Duration wall, Duration cpu, long peakKib) {

    double seconds() {
      return wall.toMillis() / 1000.0;
    }

    double cpuSeconds() {
      return cpu.toMillis() / 1000.0;
    }
  }

  static Process start(String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return silent(command).start();
  }

  static Measured run(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    return measured(start(mainClass, arguments), begin);
  }

  /**
   * The program as users start it, from the top of the repository.
   *
   * @param javaOption one more option for Java; empty for none
   */
  static Measured launch(String javaOption, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./mcp-catalogue"));
    command.addAll(List.of(arguments));
    ProcessBuilder process = silent(command);
    process.environment().put("MCP_CATALOGUE_OPTIONS", javaOption);
    long begin = System.nanoTime();
    return measured(process.start(), begin);
  }

  private static ProcessBuilder silent(List<String> command) {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static Measured measured(Process process, long begin) throws InterruptedException {
    Duration cpu = Duration.ZERO;
    long peak = 0;
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      peak = Math.max(peak, peakKib(process.pid()));
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    return new Measured(process.exitValue(), wall, cpu, peak);
  }

  private static long peakKib(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      // The process has just ended, or this system tells it elsewhere.
    }
    return 0;
  }
}
