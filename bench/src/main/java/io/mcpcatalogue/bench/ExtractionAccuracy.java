package io.mcpcatalogue.bench;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.source.DirectoryCollector;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.ServerManifest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures static extraction against repositories and packages whose tools are known.
 *
 * <pre>
 * repos TRUTH_DIRECTORY CHECKOUTS [WORD]      TRUTH_DIRECTORY/X.json is the truth of CHECKOUTS/X
 * packages LIVE_DIRECTORY PACKAGES [WORD]     LIVE_DIRECTORY/X/tools.json that of PACKAGES/X
 * list DIRECTORY                              prints what is extracted
 * </pre>
 *
 * With a WORD only the names that contain it are measured, and every difference is printed.
 */
public final class ExtractionAccuracy {
  private final PrintStream out;

  private ExtractionAccuracy(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, MalformedJsonException {
    ExtractionAccuracy program =
        new ExtractionAccuracy(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    if (arguments.length == 2 && arguments[0].equals("list")) {
      program.list(Path.of(arguments[1]));
    } else if (arguments.length >= 3 && List.of("repos", "packages").contains(arguments[0])) {
      program.measure(
          arguments[0].equals("repos"),
          Path.of(arguments[1]),
          Path.of(arguments[2]),
          arguments.length > 3 ? arguments[3] : "");
    } else {
      program.out.println("usage: repos|packages TRUTH CHECKOUTS [WORD] | list DIRECTORY");
    }
  }

  private void list(Path directory) {
    Collected collected = extract(directory);
    for (ServerManifest server : collected.servers()) {
      out.println(server.id() + " " + server.version() + "  " + server.tools().size() + " tools");
      server
          .tools()
          .forEach(
              tool ->
                  out.println(
                      "  "
                          + tool.name()
                          + "  "
                          + tool.origin()
                          + " "
                          + tool.schemaCoverage()
                          + "\n      "
                          + JsonValue.of(tool.description())
                          + "\n      "
                          + tool.inputSchema()
                          + " "
                          + tool.annotations()));
      server.gaps().forEach(gap -> out.println("  gap " + gap));
    }
    collected.gaps().forEach(gap -> out.println("gap " + gap));
  }

  private void measure(boolean repositories, Path truths, Path checkouts, String word)
      throws IOException, MalformedJsonException {
    List<ExtractionScore> scores = new ArrayList<>();
    for (Path truth : entries(truths)) {
      String name = truth.getFileName().toString().replaceFirst("\\.json$", "");
      Path checkout = checkouts.resolve(name);
      if (!name.contains(word) || !Files.isDirectory(checkout)) {
        continue;
      }
      ExpectedServer expected =
          repositories ? ExpectedServer.ofRepository(truth) : ExpectedServer.ofLiveServer(truth);
      long start = System.nanoTime();
      Collected collected = extract(checkout);
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      ExtractionScore score = ExtractionScore.of(expected, collected.servers());
      scores.add(score);
      out.println(score + "  " + milliseconds + " ms");
      score.missed().forEach(line -> out.println("  missed   " + line));
      score.phantoms().forEach(line -> out.println("  phantom  " + line));
      if (!word.isEmpty()) {
        score.differing().forEach(line -> out.println("  differs  " + line));
        collected
            .servers()
            .forEach(server -> server.gaps().forEach(gap -> out.println("  gap      " + gap)));
        collected.gaps().forEach(gap -> out.println("  gap      " + gap));
      }
    }
    out.printf(
        Locale.ROOT,
        "mean of %d: recall %.3f  precision %.3f  parameters %.3f  descriptions %.3f%n",
        scores.size(),
        mean(scores, ExtractionScore::recall),
        mean(scores, ExtractionScore::precision),
        mean(scores, ExtractionScore::parameterF1),
        mean(scores, ExtractionScore::descriptionEquality));
  }

  private Collected extract(Path directory) {
    try {
      return new DirectoryCollector()
          .collect(
              new ScanTarget(ScanTarget.Kind.DIRECTORY, directory.toString(), List.of()),
              CollectOptions.DEFAULT);
    } catch (CollectException e) {
      out.println(directory + ": " + e.kind() + " " + e.getMessage());
      return new Collected(List.of(), List.of(), Set.of());
    }
  }

  private static double mean(
      List<ExtractionScore> scores, ToDoubleFunction<ExtractionScore> measure) {
    return scores.stream().mapToDouble(measure).average().orElse(0);
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
