package io.mcpcatalogue.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How much longer the scan of a live server takes than a bare client needs to have its tools
 * listed: the two in turn, so that a noisy machine harms both alike, and the best of each beside
 * the median, since others can only make a run slower. Without a command the server is the example,
 * and takes no time, one second and five seconds to start.
 *
 * <p>The client's time ends with the list, and the client runs already when it begins: Java's own
 * start and end, prompts and resources, and the end of the server, which any client has to wait for
 * or to force, all count as ours.
 *
 * <p>{@code java -cp bench/target/classes io.mcpcatalogue.bench.LiveOverhead [RUNS [COMMAND...]]}
 * from the top of the repository.
 */
public final class LiveOverhead {
  private static final String EXAMPLE = "examples/notes-server.sh";

  private LiveOverhead() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
    if (arguments.length > 1) {
      List<String> server = List.of(arguments).subList(1, arguments.length);
      measure(String.join(" ", server), server, runs);
      return;
    }
    for (int seconds : new int[] {0, 1, 5}) {
      measure(
          "ready after " + seconds + " s",
          List.of("sh", "-c", "sleep " + seconds + "; exec " + EXAMPLE),
          runs);
    }
  }

  private static void measure(String name, List<String> server, int runs)
      throws IOException, InterruptedException {
    List<String> scan = new ArrayList<>(List.of("./mcp-catalogue", "scan", "--no-db", "--"));
    scan.addAll(server);
    scan(scan);
    List<Long> bare = new ArrayList<>();
    List<Long> ours = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      bare.add(list(server));
      ours.add(scan(scan));
    }
    tell(name, "median", median(bare), median(ours));
    tell(name, "best", Collections.min(bare), Collections.min(ours));
  }

  private static void tell(String name, String which, long bare, long ours) {
    System.out.printf(
        Locale.ROOT,
        "%-20s %-6s bare client %5d ms, scan %5d ms: %4d ms more, %.0f %%%n",
        name,
        which,
        bare,
        ours,
        ours - bare,
        100.0 * (ours - bare) / bare);
  }

  /** Starts the server, has its tools listed, kills it; the milliseconds from start to list. */
  private static long list(List<String> server) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(server).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      send(
          in,
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
              + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
              + "\"clientInfo\":{\"name\":\"bare\",\"version\":\"1\"}}}");
      awaitAnswer(out, 1);
      send(in, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
      send(in, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\",\"params\":{}}");
      awaitAnswer(out, 2);
      long end = System.nanoTime();
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      return (end - start) / 1_000_000;
    }
  }

  private static void send(BufferedWriter in, String message) throws IOException {
    in.write(message + "\n");
    in.flush();
  }

  private static void awaitAnswer(BufferedReader out, int id) throws IOException {
    String line;
    do {
      line = out.readLine();
      if (line == null) {
        throw new EOFException("the server ended before it answered");
      }
    } while (!line.contains("\"id\":" + id) || line.contains("\"method\""));
  }

  private static long scan(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int exitCode =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exitCode != 0 && exitCode != 5) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exitCode);
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
