package io.mcpcatalogue.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the launcher takes to answer, against a bare "hello world" on the same Java: the two in
 * turn, so that a noisy machine harms both alike.
 *
 * <p>{@code java -cp bench/target/classes io.mcpcatalogue.bench.ColdStart [RUNS]} from the top of
 * the repository.
 */
public final class ColdStart {
  private ColdStart() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    Path folder = Files.createTempDirectory("cold-start");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path source =
        Files.writeString(
            folder.resolve("Hello.java"),
            "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
    run(
        Map.of(),
        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
        source.toString());

    Map<String, String> environment =
        Map.of(
            "MCP_CATALOGUE_JAVA", System.getProperty("java.home"),
            "MCP_CATALOGUE_DB", folder.resolve("c.db").toString());
    List<String> hello = List.of(java, "-Xshare:auto", "-cp", folder.toString(), "Hello");
    Map<String, List<String>> commands =
        Map.of(
            "--version", List.of("./mcp-catalogue", "--version"),
            "classify (one line)", List.of("./mcp-catalogue", "classify", oneLine(folder)),
            "scan and keep", List.of("./mcp-catalogue", "scan", "examples/notes-server.json"),
            "show", List.of("./mcp-catalogue", "show", "file:notes-server"));
    for (String name : List.of("--version", "classify (one line)", "scan and keep", "show")) {
      measure(name, commands.get(name), hello, environment, runs);
    }
  }

  private static String oneLine(Path folder) throws IOException {
    return Files.writeString(
            folder.resolve("one.jsonl"),
            "{\"name\":\"list_notes\",\"description\":\"Lists notes.\"}\n")
        .toString();
  }

  private static void measure(
      String name, List<String> ours, List<String> bare, Map<String, String> environment, int runs)
      throws IOException, InterruptedException {
    run(environment, ours.toArray(String[]::new));
    List<Long> own = new ArrayList<>();
    List<Long> hello = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      hello.add(run(Map.of(), bare.toArray(String[]::new)));
      own.add(run(environment, ours.toArray(String[]::new)));
    }
    System.out.printf(
        Locale.ROOT,
        "%-20s median %4d ms, hello world %4d ms, ratio %.1f%n",
        name,
        median(own),
        median(hello),
        (double) median(own) / median(hello));
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Runs a command to its end and returns the milliseconds it took. */
  private static long run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"));
    long start = System.nanoTime();
    int exitCode = builder.start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exitCode);
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}
