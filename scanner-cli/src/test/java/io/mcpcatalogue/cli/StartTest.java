package io.mcpcatalogue.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a live scan does before the server starts, the user waits for: decision 0009. */
class StartTest {
  @Test
  void noLambdaOfOursIsLinkedBeforeAServerStarts(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/');
    Path log = folder.resolve("loaded.txt");

    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + log + ":none",
            "-cp",
            System.getProperty("java.class.path"),
            "io.mcpcatalogue.cli.Main",
            "scan",
            "--no-db",
            "--",
            "true")
        .redirectErrorStream(true)
        .redirectOutput(Redirect.DISCARD)
        .start()
        .waitFor();

    List<String> loaded = Files.readAllLines(log);
    int start = indexOf("java.lang.ProcessImpl ", loaded);
    assertTrue(start > 0, "no server was started");
    // The rules are read beside the start, on another thread.
    assertEquals(
        List.of(),
        loaded.subList(0, start).stream()
            .filter(name -> name.matches("io\\.mcpcatalogue\\.(cli|scan|collect)\\..*Lambda.*"))
            .toList());
  }

  private static int indexOf(String begin, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(begin)) {
        return i;
      }
    }
    return -1;
  }
}
