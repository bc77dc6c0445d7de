package io.mcpcatalogue.cli.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.cli.CommandLineTester;
import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import io.mcpcatalogue.export.policy.Policies;
import io.mcpcatalogue.export.policy.PolicyFormat;
import io.mcpcatalogue.export.policy.PolicyFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export policies} and {@code policies}, from scan to file. */
class PolicyCommandsTest {
  private static final String DOCKER =
      """
      {"tools": [
        {"name": "exec", "description": "Executes arbitrary commands inside a running Docker\
       container and returns structured output. WARNING: may execute untrusted code.",
         "inputSchema": {"type": "object", "properties": {"command": {"type": "string"}}}},
        {"name": "*", "description": "Lists containers."},
        {"name": "run.command", "description": "Runs a shell command.",
         "inputSchema": {"type": "object", "properties": {"command": {"type": "string"}}}}]}
      """;

  /** A profile of the user's own that limits everything, whatever the verdict. */
  private static final String PACED =
      """
      summary: Everything slowly.
      categories:
        UNKNOWN: {action: limit, max: 10, window: minute, reason: Slowly.}
        READ: {action: limit, max: 10, window: minute, reason: Slowly.}
        WRITE: {action: limit, max: 10, window: minute, reason: Slowly.}
        EXECUTE: {action: limit, max: 10, window: minute, reason: Slowly.}
        DESTRUCTIVE: {action: limit, max: 10, window: minute, reason: Slowly.}
        FINANCIAL: {action: limit, max: 10, window: minute, reason: Slowly.}
      """;

  @TempDir Path folder;

  private CommandLineTester program;

  @BeforeEach
  void scanned() throws IOException {
    program = CommandLineTester.in(folder);
    Path listing = Files.writeString(folder.resolve("docker.json"), DOCKER);
    assertEquals(0, program.run("scan", listing.toString()).exitCode());
  }

  @Test
  void everyServerGetsAFileAndEveryLossIsTold() throws IOException {
    Path out = folder.resolve("out");

    Path pack = Files.createDirectories(folder.resolve("pack/policies")).getParent();
    Files.writeString(pack.resolve("policies/paced.yml"), PACED);

    Outcome outcome =
        export(out, "--format", "intercept", "--rules", pack.toString(), "--profile", "paced");

    assertEquals(0, outcome.exitCode(), outcome.err());
    Path file = Path.of(outcome.out().strip());
    assertEquals(out, file.getParent());
    assertTrue(outcome.err().contains("*: left to the default"), outcome.err());
    assertTrue(outcome.err().contains("run.command: denied"), outcome.err());
    assertTrue(Files.readString(file).contains("rate_limit: 10/minute"));
    assertEquals(
        0,
        program.run("policies", "validate", file.toString(), "--format", "intercept").exitCode());
  }

  @Test
  void theExecToolOfTheSeedCatalogueGetsThePolicyThatItPrints() throws IOException {
    Path listing =
        Files.writeString(
            folder.resolve("seed.json"),
            """
            {"tools": [{"name": "exec", "description": "Executes arbitrary commands inside a running\
             Docker container and returns structured output. WARNING: may execute untrusted code."}]}
            """);
    Path file = folder.resolve("policy.json");

    Outcome outcome =
        program.run("scan", listing.toString(), "--no-db", "--policy", "policylayer=" + file);

    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals(Policies.EXEC_TEN_TIMES_A_MINUTE, Files.readString(file));
  }

  @Test
  void serversThatWereNotScannedAreToldInOneLine() throws IOException {
    StringBuilder index = new StringBuilder();
    for (int i = 1; i <= 7; i++) {
      index.append("{\"id\":\"e%d\",\"tools\":[]}\n".formatted(i));
    }
    program.runWithInput(index.toString(), "batch", "-");

    Outcome outcome = export(folder.resolve("out"), "--format", "policylayer");

    assertEquals(5, outcome.exitCode(), outcome.err());
    assertTrue(
        outcome.err().endsWith("\nno policy for 7 servers not scanned: e1, e2, e3, e4, e5 ...\n"),
        outcome.err());
  }

  @Test
  void aNameThatNoParserReadsIsLeftToTheDefaultInEveryFormat() throws IOException {
    String name = "a".repeat(60_000);
    Path listing =
        Files.writeString(
            folder.resolve("long.json"),
            "{\"tools\":[{\"name\":\"" + name + "\"},{\"name\":\"get_note\"}]}");
    assertEquals(0, program.run("scan", listing.toString()).exitCode());

    for (PolicyFormat format : PolicyFormats.all()) {
      Outcome outcome = export(folder.resolve(format.id()), "--format", format.id(), "file:long");

      assertEquals(0, outcome.exitCode(), outcome.err());
      assertTrue(outcome.err().contains("longer than 10000 characters"), outcome.err());
      assertTrue(outcome.err().length() < 2000, "the name is cut");
      assertTrue(Files.readString(Path.of(outcome.out().strip())).contains("get_note"));
    }
  }

  @Test
  void theProfileDecides() throws IOException {
    Path out = folder.resolve("out");
    Outcome outcome = export(out, "--format", "policylayer", "--profile", "strict", "docker");

    assertEquals(0, outcome.exitCode(), outcome.err());
    assertFalse(Files.readString(Path.of(outcome.out().strip())).contains("\"limits\""));
  }

  @Test
  void anUnknownServerFormatOrProfileWritesNothing() throws IOException {
    String out = folder.resolve("out").toString();
    for (List<String> words :
        List.of(
            List.of("--format", "intercept", "docker", "nobody"),
            List.of("--format", "nothing"),
            List.of("--format", "intercept", "--profile", "lenient"))) {
      Outcome outcome = export(Path.of(out), words.toArray(String[]::new));
      assertEquals(2, outcome.exitCode());
      assertEquals("", outcome.out());
      assertFalse(Files.exists(Path.of(out)));
    }
  }

  @Test
  void aRefusedFileIsReportedFaultByFault() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("policy.yaml"),
            "version: '1'\ntools:\n  exec:\n    rules:\n      - rate_limit: 30/hour\n");

    Outcome outcome = program.run("policies", "validate", file.toString(), "--format", "intercept");

    assertEquals(2, outcome.exitCode());
    assertEquals(file + ": error V9: tools.exec.rules[0]: rule must have a name\n", outcome.out());
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorThatNamesIt() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "a: [\u001b");
    for (Path file : List.of(broken, folder.resolve("missing.yaml"), folder)) {
      Outcome outcome =
          program.run("policies", "validate", file.toString(), "--format", "intercept");
      assertEquals(2, outcome.exitCode());
      assertTrue(outcome.err().contains(file.toString()), outcome.err());
      assertFalse(outcome.err().contains("\u001b"), outcome.err());
    }
  }

  @Test
  void theFormatsAreListed() {
    Outcome outcome = program.run("policies", "formats");
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().startsWith("intercept    Intercept"), outcome.out());
  }

  private Outcome export(Path out, String... words) {
    return program.run(
        Stream.concat(Stream.of("export", "policies", "--out", out.toString()), Stream.of(words))
            .toArray(String[]::new));
  }
}
