package io.mcpcatalogue.cli.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.cli.CommandLineTester;
import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
  private static final String TWO_TOOLS =
      """
      {"tools":[
        {"name":"list_notes","description":"List all notes.","inputSchema":{"type":"object"}},
        {"name":"run_shell","description":"Runs any shell command and returns its output.",
         "inputSchema":{"type":"object","properties":{"command":{"type":"string"}},"required":["command"]}}]}
      """;

  @TempDir private Path folder;
  private CommandLineTester commandLine;

  @BeforeEach
  void useACatalogueOfItsOwn() {
    commandLine = CommandLineTester.in(folder);
  }

  @Test
  void scansASavedListingAndKeepsIt() throws IOException {
    Outcome scan = commandLine.run("scan", listing("notes.json", TWO_TOOLS));

    assertEquals(0, scan.exitCode(), scan.err());
    assertTrue(scan.out().contains("run_shell"), scan.out());
    Outcome show = commandLine.run("show", "file:notes", "run_shell");
    assertEquals(0, show.exitCode(), show.err());
    assertTrue(show.out().contains("EXECUTE"), show.out());
    assertTrue(commandLine.run("stats").out().startsWith("1 server,"));
  }

  @Test
  void aServerIsShownByItsIdWithTheVersionThatIsKept() throws IOException {
    String index =
        listing(
            "index.jsonl",
            "{\"id\":\"npm:notes\",\"name\":\"notes\",\"version\":\"1.2.0\",\"tools\":[{\"name\":\"a\"}]}");
    commandLine.run("batch", index, "--db", folder.resolve("c.db").toString());

    assertEquals(0, commandLine.run("show", "npm:notes@1.2.0").exitCode());
    assertEquals(0, commandLine.run("show", "npm:notes").exitCode());
    Outcome other = commandLine.run("show", "npm:notes@1.1.0");
    assertEquals(2, other.exitCode());
    assertTrue(other.err().endsWith("; it holds npm:notes@1.2.0\n"), other.err());
  }

  @Test
  void saysThatAnInputIsMissingRatherThanItsNameTwice() {
    Outcome missing = commandLine.run("classify", "missing.jsonl");
    assertEquals(2, missing.exitCode());
    assertEquals("mcp-catalogue: missing.jsonl: no such file\n", missing.err());
  }

  @Test
  void keepsNothingWithNoDb() throws IOException {
    assertEquals(
        0, commandLine.run("scan", "--no-db", listing("notes.json", TWO_TOOLS)).exitCode());
    assertFalse(Files.exists(folder.resolve("c.db")));
  }

  @Test
  void endsWithFourAtAFindingAndWithZeroWhenTheBaselineKnowsIt() throws IOException {
    String file = listing("notes.json", TWO_TOOLS);
    String baseline = folder.resolve("baseline.json").toString();

    assertEquals(4, commandLine.run("scan", file, "--fail-on", "high").exitCode());
    assertEquals(
        0, commandLine.run("scan", file, "--format", "json", "--output", baseline).exitCode());
    assertEquals(
        0, commandLine.run("scan", file, "--fail-on", "high", "--baseline", baseline).exitCode());
  }

  @Test
  void saysWhatItFailsOnAndWhatTheBaselineKnows() throws IOException {
    String file = listing("notes.json", TWO_TOOLS);
    String baseline = folder.resolve("baseline.json").toString();

    Outcome failed = commandLine.run("scan", file, "--fail-on", "high");
    assertTrue(
        failed
            .err()
            .matches("--fail-on: [0-9]+ findings at HIGH or above: file:notes run_shell .*\n"),
        failed.err());
    commandLine.run("scan", file, "--format", "json", "--output", baseline);
    Outcome passed = commandLine.run("scan", file, "--fail-on", "high", "--baseline", baseline);
    assertTrue(
        passed.err().startsWith("--fail-on: 0 new findings at HIGH or above ("), passed.err());
  }

  @Test
  void aNewFindingIsNotCoveredByTheBaseline() throws IOException {
    String baseline = folder.resolve("baseline.json").toString();
    commandLine.run(
        "scan", listing("notes.json", "{\"tools\":[]}"), "--format", "json", "--output", baseline);

    Outcome scan =
        commandLine.run(
            "scan", listing("notes.json", TWO_TOOLS), "--fail-on", "high", "--baseline", baseline);
    assertEquals(4, scan.exitCode());
  }

  @Test
  void aTargetThatCannotBeReadLosesNoOther() throws IOException {
    Outcome scan =
        commandLine.run(
            "scan", listing("notes.json", TWO_TOOLS), listing("broken.json", "{\"tools\":[{]}"));

    assertEquals(5, scan.exitCode());
    assertTrue(scan.out().contains("run_shell"), scan.out());
    assertTrue(scan.out().contains("broken.json"), scan.out());
  }

  @Test
  void endsWithThreeWhenNothingCouldBeScanned() throws IOException {
    assertEquals(3, commandLine.run("scan", listing("broken.json", "nonsense")).exitCode());
  }

  @Test
  void endsWithTwoOnWrongUsage() {
    assertEquals(2, commandLine.run("scan").exitCode());
    assertEquals(2, commandLine.run("scan", "no-such-thing.json").exitCode());
    assertEquals(2, commandLine.run("scan", "--format", "poem", folder.toString()).exitCode());
    assertEquals(2, commandLine.run("scan", "--fail-on", "somewhat", ".").exitCode());
    assertEquals(2, commandLine.run("scna").exitCode());
    assertEquals(2, commandLine.run().exitCode());
  }

  @Test
  void runsNothingWhenARulePackHasFaults() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack/signals"));
    Files.writeString(pack.resolve("broken.yml"), "summary: [");
    Path ran = folder.resolve("ran");

    Outcome scan =
        commandLine.run(
            "scan", "--rules", folder.resolve("pack").toString(), "--", "touch", ran.toString());

    assertEquals(2, scan.exitCode(), scan.err());
    assertTrue(scan.err().contains("broken.yml"), scan.err());
    assertFalse(Files.exists(ran));
  }

  @Test
  void anAcceptedFindingThatMatchesNothingIsToldHoweverLongTheServerTakes() throws IOException {
    Path accepted =
        Files.writeString(
            folder.resolve("accepted.yml"),
            "suppressions:\n  - {tool: run_query, rule: '*', reason: the account can only read}\n");

    Outcome scan =
        commandLine.run(
            "scan",
            "--suppressions",
            accepted.toString(),
            "--",
            "sh",
            "-c",
            "sleep 1; exec ../examples/notes-server.sh");

    assertTrue(scan.out().contains("upgrade_plan"), scan.out() + scan.err());
    assertTrue(scan.err().contains("matched nothing"), scan.err());
  }

  @Test
  void anAcceptedFindingPassesTheGateAndIsStillShown() throws IOException {
    String file =
        listing(
            "notes.json",
            "{\"tools\":[{\"name\":\"empty_trash\",\"description\":\"Deletes all notes.\"}]}");
    for (String rule : new String[] {"category/destructive", "severity/*", "*"}) {
      Path accepted =
          Files.writeString(
              folder.resolve("accepted.yml"),
              "suppressions:\n  - {tool: empty_trash, rule: '"
                  + rule
                  + "', reason: it is a bin}\n");
      Outcome scan =
          commandLine.run(
              "scan", file, "--suppressions", accepted.toString(), "--fail-on", "critical");

      assertEquals(0, scan.exitCode(), scan.err());
      assertFalse(scan.err().contains("matched nothing"), scan.err());
      assertTrue(scan.out().contains("CRITICAL DESTRUCTIVE"), scan.out());
      assertTrue(scan.out().contains("accepted: it is a bin"), scan.out());
    }
    Outcome json =
        commandLine.run(
            "scan",
            file,
            "--suppressions",
            folder.resolve("accepted.yml").toString(),
            "--format",
            "json");
    assertTrue(
        json.out().contains("{\"rule\":\"category/destructive\",\"reason\":\"it is a bin\"}"),
        json.out());
    assertFalse(json.out().contains("\"accepted\":0"), json.out());
  }

  @Test
  void aRuleThatRaisesASeverityIsAcceptedByItsOwnName() throws IOException {
    String file =
        listing(
            "notes.json",
            "{\"tools\":[{\"name\":\"fetch_page\",\"description\":\"Fetches a page.\",\"inputSchema\":"
                + "{\"type\":\"object\",\"properties\":{\"url\":{\"type\":\"string\"}}}}]}");
    Path accepted =
        Files.writeString(
            folder.resolve("accepted.yml"),
            "suppressions:\n"
                + "  - {rule: severity/read-address, reason: only our own pages}\n"
                + "  - {rule: schema/url, reason: only our own pages}\n");
    String[] scan = {"scan", file, "--suppressions", accepted.toString()};

    Outcome gate = commandLine.run(with(scan, "--fail-on", "medium"));
    assertEquals(0, gate.exitCode(), gate.out());
    assertFalse(gate.err().contains("matched nothing"), gate.err());
    Outcome json = commandLine.run(with(scan, "--format", "json"));
    assertTrue(
        json.out()
            .contains("{\"rule\":\"severity/read-address\",\"reason\":\"only our own pages\"}"),
        json.out());
  }

  @Test
  void acceptingWhatRaisedASeverityLowersTheGateAndNotWhatIsKept() throws IOException {
    String file = listing("notes.json", TWO_TOOLS);
    Path accepted =
        Files.writeString(
            folder.resolve("accepted.yml"),
            "suppressions:\n  - {rule: schema/*, reason: the account can only read}\n");
    String[] scan = {"scan", file, "--suppressions", accepted.toString(), "--fail-on"};

    assertEquals(0, commandLine.run(with(scan, "critical")).exitCode());
    assertEquals(4, commandLine.run(with(scan, "high")).exitCode());
    String shown = commandLine.run("show", "file:notes", "run_shell").out();
    assertTrue(shown.contains("schema/freeform-command"), shown);
    assertTrue(shown.contains("CRITICAL"), shown);
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void whatCannotBeKeptIsNotRun() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path ran = folder.resolve("ran");
    for (Path catalogue : List.of(folder, file.resolve("c.db"))) {
      Outcome scan =
          commandLine.run("scan", "--db", catalogue.toString(), "--", "touch", ran.toString());

      assertEquals(2, scan.exitCode(), scan.out());
      assertTrue(scan.err().contains(catalogue + ": cannot be written: "), scan.err());
      assertFalse(Files.exists(ran));
    }
  }

  @Test
  void aFileThatIsNoCatalogueIsToldBeforeAnythingIsRunAndStaysAsItIs() throws Exception {
    Path ran = folder.resolve("ran");
    Path text = Files.writeString(folder.resolve("notes.txt"), "Buy milk. ".repeat(100));
    Path other = folder.resolve("other.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE notes (text)");
    }
    for (Path file : List.of(text, other)) {
      byte[] before = Files.readAllBytes(file);
      Outcome scan =
          commandLine.run("scan", "--db", file.toString(), "--", "touch", ran.toString());

      assertEquals(2, scan.exitCode(), scan.out());
      assertTrue(scan.err().contains("no catalogue"), scan.err());
      assertFalse(Files.exists(ran));
      assertArrayEquals(before, Files.readAllBytes(file));
    }
  }

  @Test
  void anEmptyFileBecomesACatalogue() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.db"));

    assertEquals(
        0,
        commandLine
            .run("scan", "--db", empty.toString(), listing("notes.json", TWO_TOOLS))
            .exitCode());
    assertEquals(0, commandLine.run("show", "--db", empty.toString(), "file:notes").exitCode());
  }

  @Test
  void quotesHostileInputWithoutPassingItOn() {
    Outcome scan = commandLine.run("scan", "\u001b[2Jx");
    assertEquals(2, scan.exitCode());
    assertFalse(scan.err().contains("\u001b"), scan.err());
  }

  @Test
  void writesThePolicyOfTheServer() throws IOException {
    Path policy = folder.resolve("policy.json");
    Outcome scan =
        commandLine.run(
            "scan", listing("notes.json", TWO_TOOLS), "--policy", "policylayer=" + policy);

    assertEquals(0, scan.exitCode(), scan.err());
    assertTrue(Files.readString(policy).contains("\"counter\": \"run_shell_rate\""));
  }

  @Test
  void whatAClientIsSetUpWithIsShown() throws IOException {
    String file =
        listing(
            "mcp.json",
            """
            {"mcpServers":{"notes":{"command":"notes-server","alwaysAllow":["empty_trash"]}}}""");

    Outcome scan = commandLine.run("scan", file, "--format", "json");
    assertTrue(
        scan.out().contains("{\"id\":\"client/calls-without-asking\",\"value\":\"empty_trash\","),
        scan.out() + scan.err());
    Outcome show = commandLine.run("show", "file:mcp/notes");
    assertTrue(
        show.out().contains("Facts\n  client/calls-without-asking: empty_trash"),
        show.out() + show.err());
  }

  @Test
  void aFoundToolIsNamedInFullHoweverNarrowTheTerminal() throws IOException {
    commandLine.run("scan", listing("notes.json", TWO_TOOLS));

    String found = commandLine.onTerminal(40).run("search", "shell").out();
    assertTrue(
        found.startsWith("EXECUTE     CRITICAL  file:notes  run_shell\n    Runs any shell"), found);
  }

  @Test
  void foldersOnTheWayToAFileAreMade() throws IOException {
    Path made = folder.resolve("new/er");
    Outcome scan =
        commandLine.run(
            "scan",
            listing("notes.json", TWO_TOOLS),
            "--db",
            made.resolve("c.db").toString(),
            "--output",
            made.resolve("report.txt").toString(),
            "--policy",
            "policylayer=" + made.resolve("policies/notes.json"));

    assertEquals(0, scan.exitCode(), scan.err());
    assertTrue(Files.exists(made.resolve("c.db")));
    assertTrue(Files.exists(made.resolve("report.txt")));
    assertTrue(Files.exists(made.resolve("policies/notes.json")));
  }

  @Test
  void whatCannotBeWrittenIsNamedAsTheUserDid() throws IOException {
    String file = listing("notes.json", TWO_TOOLS);
    Outcome report = commandLine.run("scan", "--no-db", file, "--output", file + "/report.txt");
    assertEquals(2, report.exitCode());
    assertEquals(
        "mcp-catalogue: " + file + "/report.txt: cannot be written: " + file + " is no folder\n",
        report.err());

    Outcome catalogue = commandLine.run("scan", "--db", file + "/c.db", file);
    assertEquals(2, catalogue.exitCode());
    assertTrue(catalogue.err().contains(file + "/c.db: cannot be written"), catalogue.err());
    assertTrue(catalogue.err().contains("--no-db"), catalogue.err());
  }

  @Test
  void aToolIsShownToMachinesAsAScanShowsIt() throws IOException {
    String report = folder.resolve("report.json").toString();
    String file = listing("notes.json", TWO_TOOLS);
    commandLine.run("scan", file, "--format", "json", "--output", report);

    Outcome show = commandLine.run("show", "file:notes", "run_shell", "--format", "json");
    assertEquals(0, show.exitCode(), show.err());
    assertTrue(Files.readString(Path.of(report)).contains(show.out().strip()), show.out());
    assertTrue(show.out().contains("\"severityMoves\":[{\"rule\":\"severity/"), show.out());
    assertEquals(
        2, commandLine.run("show", "file:notes", "run_shell", "--format", "sarif").exitCode());
    assertTrue(
        commandLine
            .run("stats", "--format", "json")
            .out()
            .startsWith("{\"schema\":\"mcp-catalogue/stats/1\",\"servers\":1,"));
  }

  @Test
  void filesOfOneNameAreDifferentServersAndNoDrift() throws IOException {
    String a = listing("ca/tools.json", "{\"tools\":[{\"name\":\"get_a\"}]}");
    String b = listing("cb/tools.json", "{\"tools\":[{\"name\":\"delete_b\"}]}");

    Outcome both = commandLine.run("scan", a, b);
    commandLine.run("scan", b);

    assertEquals(
        "file:tools was scanned from "
            + a
            + " before; "
            + b
            + " is another server, kept as file:tools#2\n",
        both.err());
    assertTrue(both.out().contains("file:tools#2"), both.out());
    assertTrue(commandLine.run("stats").out().startsWith("2 servers, 2 tools"));
    assertTrue(commandLine.run("show", "file:tools").out().contains("get_a"));
    assertTrue(commandLine.run("show", "file:tools#2").out().contains("delete_b"));
    assertEquals(2, commandLine.run("changes").out().lines().count(), "only that they are new");
  }

  @Test
  void configurationsOfOneNameAreKeptApartAlsoWithoutACatalogue() throws IOException {
    String configuration = "{\"mcpServers\":{\"db\":{\"command\":\"no-such-%s\"}}}";
    String a = listing("ca/mcp.json", configuration.formatted("a"));
    String b = listing("cb/mcp.json", configuration.formatted("b"));

    Outcome both = commandLine.run("scan", "--no-db", "--offline", "--format", "json", a, b);

    assertTrue(both.out().contains("\"file:mcp/db\""), both.out());
    assertTrue(both.out().contains("\"file:mcp/db#2\""), both.out());
  }

  @Test
  void aServerThatTheUserNamesMayMove() throws IOException {
    String a = listing("ca/tools.json", TWO_TOOLS);
    String b = listing("cb/tools.json", TWO_TOOLS.replace("List all", "List most"));
    commandLine.run("scan", a, "--name", "notes");

    Outcome moved = commandLine.run("scan", b, "--name", "notes");

    assertTrue(moved.err().contains("taken for the same server, as --name says"), moved.err());
    assertTrue(commandLine.run("stats").out().startsWith("1 server, 2 tools"));
    assertTrue(commandLine.run("diff", "file:notes").out().contains("{+most+}"));
  }

  @Test
  void aFailureStandsBesideWhatIsKnown() throws IOException {
    String notes = listing("ca/notes.json", TWO_TOOLS);
    commandLine.run("scan", notes);
    listing("ca/notes.json", "{broken");

    assertEquals(3, commandLine.run("scan", notes).exitCode());

    String failure = notes + ": MALFORMED, ";
    Outcome show = commandLine.run("show", "file:notes");
    assertTrue(show.out().contains("run_shell"), show.out());
    assertTrue(show.out().contains(failure + "a later attempt failed: no valid JSON"), show.out());
    Outcome diff = commandLine.run("diff", "file:notes");
    assertTrue(diff.out().contains("  a later attempt failed: " + failure), diff.out());
    assertTrue(commandLine.run("stats").out().contains("Failed attempts at servers"));
    listing("ca/notes.json", TWO_TOOLS);
    commandLine.run("scan", notes);
    assertFalse(commandLine.run("stats").out().contains("Failed attempts at servers"));
  }

  @Test
  void aFailureOfWhatNobodyKnowsIsNotKept() throws IOException {
    commandLine.run("scan", listing("ca/notes.json", TWO_TOOLS));

    assertEquals(3, commandLine.run("scan", listing("cb/notes.json", "{broken")).exitCode());
    assertEquals(3, commandLine.run("scan", "--", "no-such-command").exitCode());

    Outcome stats = commandLine.run("stats");
    assertTrue(stats.out().startsWith("1 server, 2 tools"), stats.out());
    assertFalse(stats.out().contains("Failed attempts at servers"), stats.out());
  }

  @Test
  void aDiffWithNothingToCompareIsADocumentToo() throws IOException {
    commandLine.run("scan", listing("ca/notes.json", TWO_TOOLS));

    Outcome diff = commandLine.run("diff", "file:notes", "--format", "json");

    assertTrue(
        diff.out().startsWith("{\"schema\":\"mcp-catalogue/diff/1\",\"server\":\"file:notes\""),
        diff.out());
    assertTrue(diff.out().endsWith("\"changes\":[]}\n"), diff.out());
  }

  @Test
  void anOldExportDoesNotTurnBackWhatWasSeenSince() throws IOException {
    String notes = listing("notes.json", TWO_TOOLS);
    String export = folder.resolve("old.jsonl").toString();
    commandLine.run("scan", notes);
    commandLine.run("export", "catalogue", "--format", "jsonl", "--output", export);
    listing("notes.json", TWO_TOOLS.replace("List all", "List most"));
    commandLine.run("scan", notes);

    Outcome old = commandLine.run("import", export);

    assertEquals(0, old.exitCode(), old.err());
    assertEquals("0 servers imported, 0 lines refused, 1 older than what is known\n", old.out());
    assertEquals(2, commandLine.run("diff", "file:notes", "--to", "1").exitCode());
    assertTrue(commandLine.run("diff", "file:notes").out().contains("{+most+}"));
  }

  @Test
  void ofSeveralLinesAboutAServerTheNewestIsImported() throws IOException {
    String notes = listing("notes.json", TWO_TOOLS);
    commandLine.run("scan", notes);
    String old = exported("c.db");
    listing("notes.json", TWO_TOOLS.replace("List all", "List most"));
    commandLine.run("scan", notes);
    String export = listing("both.jsonl", exported("c.db") + old);

    Outcome both = commandLine.run("import", export, "--db", folder.resolve("other.db").toString());

    assertEquals("1 server imported, 0 lines refused, 1 older than what is known\n", both.out());
    assertEquals(exported("c.db"), exported("other.db"));
  }

  @Test
  void anImportKeepsWhenAServerWasSeenFirstAndLast() throws IOException {
    String notes = listing("notes.json", TWO_TOOLS);
    commandLine.run("scan", notes);
    commandLine.run("scan", notes);
    String exported = exported("c.db");
    String export = listing("export.jsonl", exported);

    commandLine.run("import", export);
    commandLine.run("import", export, "--db", folder.resolve("other.db").toString());

    assertEquals(exported, exported("c.db"));
    assertEquals(exported, exported("other.db"));
  }

  @Test
  void nothingWasBeforeTheFirstScan() throws IOException {
    commandLine.run("scan", listing("notes.json", TWO_TOOLS));
    commandLine.run("scan", listing("notes.json", TWO_TOOLS.replace("List all", "List most")));

    Outcome first = commandLine.run("diff", "file:notes", "--to", "1");

    assertEquals(2, first.exitCode(), first.out());
    assertTrue(first.err().contains("scan 1 is the first of this server"), first.err());
  }

  @Test
  void variablesAreReadFromFilesOfEverySystem() throws IOException {
    Path seen = folder.resolve("seen");
    String variables = listing("variables", "\ufeffFIRST=one\r\nexport SECOND=\"two\"\r\n");

    commandLine.run(
        "scan", "--env-file", variables, "--", "/bin/sh", "-c", "echo $FIRST $SECOND > " + seen);

    assertEquals("one two\n", Files.readString(seen));
  }

  private String exported(String catalogue) {
    String file = folder.resolve(catalogue).toString();
    return commandLine.run("export", "catalogue", "--format", "jsonl", "--db", file).out();
  }

  private String listing(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }
}
