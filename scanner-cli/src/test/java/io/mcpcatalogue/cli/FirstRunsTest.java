package io.mcpcatalogue.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher has noted for later starts runs as it does for people. */
class FirstRunsTest {
  @Test
  void everyCommandOnTheExamplesDoesItsWork(@TempDir Path folder) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    Console console = new Console(InputStream.nullInputStream(), out, out, Map.of(), false, false);

    List<Integer> exitCodes =
        FirstRuns.run(console, "../examples", folder.resolve("first.db").toString());

    // The first has an address in it where nobody answers.
    List<Integer> expected =
        List.of(
                ExitCode.GAPS,
                ExitCode.DONE,
                ExitCode.DONE,
                ExitCode.DONE,
                ExitCode.DONE,
                ExitCode.DONE,
                ExitCode.DONE)
            .stream()
            .map(ExitCode::number)
            .toList();
    assertEquals(expected, exitCodes, () -> written.toString(StandardCharsets.UTF_8));
  }
}
