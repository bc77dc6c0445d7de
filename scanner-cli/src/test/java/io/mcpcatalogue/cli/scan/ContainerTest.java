package io.mcpcatalogue.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcpcatalogue.cli.CommandLineTester;
import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scan with {@code --container}, as far as it can be seen without an engine: the {@code docker}
 * on the path notes its command line and runs what stands behind the image.
 */
class ContainerTest {
  private static final String ENGINE =
      """
      #!/bin/sh
      echo "$@" >>"$(dirname "$0")/log"
      [ "$1" = run ] || exit 0
      shift
      while :; do
        case $1 in
          --rm | -i | --init | --read-only) shift ;;
          -*) shift 2 ;;
          *) break ;;
        esac
      done
      [ "$1" != broken:1 ] || { echo 'docker: Cannot connect to the Docker daemon.' >&2; exit 125; }
      shift
      exec "$@"
      """;

  @TempDir private Path folder;

  @BeforeEach
  void putTheEngineOnThePath() throws IOException {
    assumeTrue(File.separatorChar == '/');
    Path engine = Files.writeString(folder.resolve("docker"), ENGINE);
    assertTrue(engine.toFile().setExecutable(true));
  }

  @Test
  void aServerIsListedThroughTheLineThatStartsTheContainerAndTheContainerIsRemoved()
      throws IOException {
    Outcome outcome = scan("--container=shell:1", "--env", "KEY=hunter2hunter2", "--");

    assertTrue(outcome.out().contains("search_notes"), outcome.out() + outcome.err());
    List<String> log = Files.readAllLines(folder.resolve("log"));
    assertEquals(2, log.size(), log.toString());
    String run = log.get(0);
    assertTrue(run.startsWith("run --rm -i --init --name mcp-catalogue-"), run);
    assertTrue(run.contains(" --network none -v "), run);
    assertTrue(run.contains(" -e KEY "), run);
    assertTrue(run.endsWith(" shell:1 sh ../examples/notes-server.sh"), run);
    assertEquals("rm -f " + run.split(" ")[5], log.get(1));
    assertTrue(outcome.err().contains("docker " + run), outcome.err());
    assertFalse((run + outcome.out() + outcome.err()).contains("hunter2"), outcome.out());
  }

  @Test
  void anEngineThatFailsIsTheReasonWhyNothingWasListed() {
    Outcome outcome = scan("--container=broken:1", "--");

    assertEquals(3, outcome.exitCode(), outcome.out());
    assertTrue(outcome.out().contains("START_FAILED"), outcome.out());
    assertTrue(outcome.out().contains("Cannot connect to the Docker daemon"), outcome.out());
  }

  @Test
  void aConfiguredServerIsStartedInNoContainerEitherWithoutRun() throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("mcp.json"),
            "{\"mcpServers\":{\"notes\":{\"command\":\"node\",\"args\":[\"index.js\"]}}}");

    Outcome outcome = scan("--container", configuration.toString());

    assertTrue(outcome.out().contains("NOT_ALLOWED"), outcome.out() + outcome.err());
    assertFalse(Files.exists(folder.resolve("log")));
  }

  @Test
  void aServerRunsInOneWorldOnly() {
    Outcome outcome = scan("--isolate", "--container", "--");

    assertEquals(2, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("either --isolate or --container"), outcome.err());
  }

  /** Scans the example, where the words end with the dashes. */
  private Outcome scan(String... words) {
    List<String> line = new ArrayList<>(List.of("scan", "--no-db"));
    line.addAll(List.of("--env", "PATH=" + folder + File.pathSeparator + System.getenv("PATH")));
    line.addAll(List.of(words));
    if (line.get(line.size() - 1).equals("--")) {
      line.addAll(List.of("sh", "../examples/notes-server.sh"));
    }
    return new CommandLineTester(Map.of()).run(line.toArray(String[]::new));
  }
}
