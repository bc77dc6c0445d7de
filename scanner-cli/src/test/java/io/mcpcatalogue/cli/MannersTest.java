package io.mcpcatalogue.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import io.mcpcatalogue.collect.http.LocalServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told who mistype, ask for help, or name what is not there. */
class MannersTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bogus | unknown command 'bogus'; there are scan, classify,",
        "bogus --help | unknown command 'bogus'; there are scan, classify,",
        "scna x | unknown command 'scna'; did you mean 'scan'?",
        "npm:notes | 'npm:notes' is no command; did you mean 'mcp-catalogue scan npm:notes'?",
        "rules bogus --help | unknown command 'bogus'; there are list, show,",
        "scan --formt json x | unknown option '--formt'; did you mean '--format'",
        "show a b c | 'c' is one word too many",
        "stats -- x | 'x' is one word too many",
        "search | missing required parameter: 'TEXT'",
        "batch --name x index.jsonl | unknown option '--name'",
        "scan --name x npm:a npm:b | --name is for a single target",
      })
  void wrongUsageIsToldWithWhatWasMeant(String line, String told) {
    Outcome outcome = run(line);

    assertEquals(2, outcome.exitCode(), outcome.out());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("mcp-catalogue: " + told), outcome.err());
  }

  @Test
  void whoNamesNoCommandIsShownHowToStart() {
    Outcome outcome = run("");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("mcp-catalogue scan config"), outcome.err());
    assertTrue(run("rules").err().contains("compare"), run("rules").err());
  }

  @Test
  void aSignalThatIsNoneIsToldApartFromOneThatNothingHas() {
    run("scan ../examples/notes-server.json");

    assertEquals(
        "mcp-catalogue: there is no signal 'nope'; 'mcp-catalogue rules list' names them all\n",
        run("search note* --signal nope").err());
    assertEquals(0, run("search note* --signal schema/file-path --category READ").exitCode());
  }

  @Test
  void aGapNamesItsTargetOnceAndNoSecretInIt() {
    Outcome outcome = run("scan -- false --api-key hunter2hunter2");

    assertEquals(3, outcome.exitCode());
    assertTrue(
        outcome
            .out()
            .contains(
                "false --api-key [redacted]: START_FAILED, ended with exit code 1 before it"
                    + " answered"),
        outcome.out());
    assertFalse(outcome.out().contains("hunter2"), outcome.out());
    assertTrue(outcome.out().contains("what it ran may have contacted some"), outcome.out());
  }

  @Test
  void whatWasRunMayHaveContactedAnybodyHoweverItFailed() {
    assumeTrue(Files.exists(Path.of("/bin/sh")));
    String answer = "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":\"no\"}}";

    Outcome refused =
        CommandLineTester.in(folder)
            .run("scan", "--no-db", "--", "/bin/sh", "-c", "echo '" + answer + "'; cat");

    assertEquals(3, refused.exitCode(), refused.out());
    assertTrue(refused.out().contains("what it ran may have contacted some"), refused.out());
    assertFalse(run("scan --no-db -- nosuchcommand").out().contains("ran"));
  }

  /** What is given so is mostly a variable of a script that is not set. */
  @Test
  void emptyWordsAreNoNamesOfFilesAndNoTokens() {
    CommandLineTester commandLine = CommandLineTester.in(folder);

    Outcome bearer = commandLine.run("scan", "../examples/notes-server.json", "--bearer", "");
    Outcome index = commandLine.run("batch", "");

    assertEquals(2, bearer.exitCode(), bearer.out());
    assertTrue(bearer.err().contains("missing value for option '--bearer'"), bearer.err());
    assertEquals(2, index.exitCode(), index.out());
    assertTrue(index.err().contains("INDEX: an empty word"), index.err());
  }

  @Test
  void everyCommandTellsTheVersionOfTheProgram() {
    assertTrue(run("scan --version").out().startsWith("mcp-catalogue "));
    assertTrue(run("rules list --version").out().startsWith("mcp-catalogue "));
  }

  @ParameterizedTest
  @CsvSource({"--env-file", "--suppressions"})
  void aFileWithoutEndIsRefused(String option) {
    assumeTrue(Files.exists(Path.of("/dev/zero")));

    Outcome outcome = run("scan " + option + " /dev/zero ../examples/notes-server.json");

    assertEquals(2, outcome.exitCode(), outcome.out());
    assertTrue(outcome.err().contains("/dev/zero"), outcome.err());
    assertTrue(outcome.err().contains("larger than 1048576 bytes"), outcome.err());
  }

  @ParameterizedTest
  @CsvSource({
    "classify, READ",
    "rules compare, 1 tool",
    "batch, 1 line not readable",
    "import, 1 line refused",
  })
  void aPipeIsReadAsAFileIs(String command, String answer) throws Exception {
    Path line = Files.writeString(folder.resolve("line"), "{\"name\":\"list_notes\"}\n");
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    new ProcessBuilder("cp", line.toString(), pipe.toString()).start();

    Outcome outcome = run(command + " " + pipe);

    assertTrue(outcome.out().contains(answer), outcome.out() + outcome.err());
  }

  @Test
  void aLineOfAnExportThatIsNoneIsNamedByItsFileAndNumber() throws IOException {
    Path file = Files.writeString(folder.resolve("export.jsonl"), "{}\n");

    Outcome outcome = run("import " + file);

    assertTrue(outcome.err().contains("export.jsonl:1: no line of an export"), outcome.err());
  }

  @Test
  void anIndexThatCannotBeWrittenIsNoFaultOfTheProgram() throws IOException {
    Path list =
        Files.writeString(folder.resolve("list.md"), "- [notes](https://github.com/me/notes)\n");

    Outcome outcome = run("crawl " + list + " --out " + list.resolve("index.jsonl"));

    assertEquals(2, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("index.jsonl: cannot be written"), outcome.err());
  }

  @Test
  void aDamagedCatalogueIsNoFaultOfTheProgram() throws IOException {
    run("scan ../examples/notes-server.json");
    try (RandomAccessFile catalogue = new RandomAccessFile(folder.resolve("c.db").toFile(), "rw")) {
      catalogue.seek(1 << 13);
      catalogue.write(new byte[(int) catalogue.length() - (1 << 13)]);
    }

    for (String command : List.of("stats", "reclassify", "scan ../examples/notes-server.json")) {
      Outcome outcome = run(command);

      assertEquals(2, outcome.exitCode(), command + ": " + outcome.err());
      assertTrue(outcome.err().contains("c.db is damaged"), outcome.err());
    }
  }

  @Test
  void aHostThatWasContactedInVainIsNamed() throws IOException {
    try (LocalServer registry = new LocalServer()) {
      Outcome outcome =
          new CommandLineTester(
                  Map.of(
                      "MCP_CATALOGUE_DB",
                      folder.resolve("c.db").toString(),
                      "npm_config_registry",
                      registry.url() + "/"))
              .run("scan", "npm:missing", "../examples/notes-server.json");

      assertTrue(outcome.out().contains(registry.hostAndPort()), outcome.out());
      assertFalse(outcome.out().contains("No host was contacted"), outcome.out());
    }
  }

  private Outcome run(String line) {
    return CommandLineTester.in(folder).run(line.isEmpty() ? new String[0] : line.split(" "));
  }
}
