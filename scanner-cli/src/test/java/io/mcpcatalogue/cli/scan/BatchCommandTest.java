package io.mcpcatalogue.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.cli.CommandLineTester;
import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import io.mcpcatalogue.collect.live.remote.RemoteServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
  private static final String NOTES =
      """
      {"id":"npm:notes","name":"Notes","source":{"type":"npm","ref":"notes"},"description":"Keeps notes.",\
      "tools":[{"name":"list_notes","description":"Lists all notes."},\
      {"name":"delete_note","description":"Deletes a note for good."}]}
      """;
  private static final String SHELL =
      """
      {"id":"pypi:shell","name":"Shell","tools":[{"name":"run_shell","description":"Runs a command."}]}
      """;

  @TempDir private Path folder;
  private CommandLineTester commandLine;

  @BeforeEach
  void useACatalogueOfItsOwn() {
    commandLine = CommandLineTester.in(folder);
  }

  @Test
  void bringsAnIndexIntoTheCatalogue() throws IOException {
    Outcome batch = commandLine.run("batch", index(NOTES + SHELL));

    assertEquals(0, batch.exitCode(), batch.err());
    assertTrue(batch.out().startsWith("2 servers new"), batch.out());
    assertTrue(batch.out().contains("3 tools judged"), batch.out());
    assertTrue(commandLine.run("show", "npm:notes").out().contains("delete_note"));
  }

  @Test
  void readsCompressedIndexesAndStandardInput() throws IOException {
    Path compressed = folder.resolve("index.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(NOTES.getBytes(StandardCharsets.UTF_8));
    }

    assertEquals(0, commandLine.run("batch", compressed.toString()).exitCode());
    Outcome second = commandLine.runWithInput(NOTES + SHELL, "batch", "-");
    assertTrue(
        second.out().startsWith("1 server new, 0 changed, 0 judged again, 1 unchanged"),
        second.out());
  }

  @Test
  void whatStandsBeforeTheBreakOfACutFileIsKept() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes, true)) {
      out.write(NOTES.getBytes(StandardCharsets.UTF_8));
      out.flush();
      out.write(SHELL.getBytes(StandardCharsets.UTF_8));
    }
    Path cut = folder.resolve("cut.jsonl.gz");
    Files.write(cut, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 30));

    Outcome batch = commandLine.run("batch", cut.toString());

    assertEquals(2, batch.exitCode(), batch.err());
    assertTrue(batch.err().contains("what was read is saved"), batch.err());
    assertTrue(commandLine.run("show", "npm:notes").out().contains("delete_note"));
  }

  @Test
  void aFileWithNothingButTheMarkOfACompressedOneIsCutShort() throws IOException {
    Path cut = Files.write(folder.resolve("cut.jsonl.gz"), new byte[] {0x1f, (byte) 0x8b});

    Outcome batch = commandLine.run("batch", cut.toString());

    assertEquals(2, batch.exitCode());
    assertTrue(batch.err().contains("cannot be read to its end: it is cut short"), batch.err());
  }

  @Test
  void passesOverWhatIsUnchangedAndReadsWhatChanged() throws IOException {
    commandLine.run("batch", index(NOTES + SHELL));

    Outcome same = commandLine.run("batch", index(NOTES + SHELL));
    Outcome changed =
        commandLine.run("batch", index(NOTES.replace("Lists all", "Lists some of the") + SHELL));

    assertTrue(
        same.out().startsWith("0 servers new, 0 changed, 0 judged again, 2 unchanged; 0 tools"),
        same.out());
    assertTrue(
        changed.out().startsWith("0 servers new, 1 changed, 0 judged again, 1 unchanged"),
        changed.out());
    Outcome diff = commandLine.run("diff", "npm:notes");
    assertTrue(diff.out().contains("Lists [-all-]{+some of the+} notes."), diff.out());
    Outcome changes = commandLine.run("changes", "--since", "2020-01-01", "--format", "json");
    assertTrue(changes.out().contains("\"kind\":\"DESCRIPTION\""), changes.out());
  }

  @Test
  void whatCannotBeReadIsNotedAndNeverStopsTheRun() throws IOException {
    String hostile =
        "not json\n[]\n\n{\"id\":\"x\",\"tools\":7}\n{\"id\":\"a\\u0000b\",\"tools\":[]}\n"
            + "{\"target\":\"/etc/passwd\"}\n{\"target\":\"config\"}\n{\"name\":\"nothing\"}\n"
            + "{\"id\":\"npm:empty\",\"tools\":[]}\n";

    Outcome batch = commandLine.run("batch", index(hostile + NOTES + NOTES + SHELL));

    assertEquals(5, batch.exitCode(), batch.err());
    assertTrue(batch.out().startsWith("2 servers new"), batch.out());
    assertTrue(
        batch.out().contains("1 server not scanned, 0 scanned with gaps, 8 lines"), batch.out());
    Outcome stats = commandLine.run("stats");
    assertTrue(stats.out().startsWith("3 servers (1 of them not scanned)"), stats.out());
    assertTrue(
        stats
            .out()
            .contains("of lines of indexes\n         4  MALFORMED\n         2  NOT_ALLOWED\n"),
        stats.out());
  }

  @Test
  void nothingScannedAtAllHasItsOwnExitCode() throws IOException {
    assertEquals(3, commandLine.run("batch", index("not json\n")).exitCode());
    assertEquals(
        2, commandLine.run("batch", folder.resolve("missing.jsonl").toString()).exitCode());
  }

  @Test
  void aLimitIsTheBeginningOfTheIndexAndTheNextRunGoesOnBehindIt() throws IOException {
    String index = index(NOTES + SHELL);

    assertTrue(commandLine.run("batch", index, "--limit", "1").out().startsWith("1 server new"));
    assertTrue(
        commandLine.run("stats").out().startsWith("1 server,"), commandLine.run("stats").out());
    Outcome rest = commandLine.run("batch", index);
    // The counts are those of the whole run.
    assertTrue(rest.out().startsWith("2 servers new"), rest.out());
  }

  @Test
  void onlySomeServersCanBeChosen() throws IOException {
    Outcome batch = commandLine.run("batch", index(NOTES + SHELL), "--only", "PYPI:*");

    assertTrue(batch.out().startsWith("1 server new"), batch.out());
    assertTrue(batch.out().contains("1 line left out"), batch.out());
  }

  @Test
  void whatFailedCanBeTriedAgain() throws IOException {
    String index = index(NOTES + "{\"target\":\"npm:some-package\"}\n");

    Outcome first = commandLine.run("batch", index, "--offline");
    assertEquals(5, first.exitCode(), first.err());
    Outcome retry = commandLine.run("batch", index, "--offline", "--retry-failed");

    assertTrue(retry.out().contains("1 server not scanned"), retry.out());
    assertTrue(retry.out().contains("1 line left out"), retry.out());
  }

  @Test
  void anIndexThatWasNeverReadCannotBeTriedAgain() throws IOException {
    Outcome retry = commandLine.run("batch", index(NOTES), "--retry-failed");

    assertEquals(2, retry.exitCode(), retry.out());
    assertTrue(retry.err().contains("nothing to retry"), retry.err());
  }

  @Test
  void anAddressThatFailedAtFirstIsOneServerAndNoKeyOfItIsKept() throws IOException {
    try (RemoteServer server = new RemoteServer(RemoteServer::honestly)) {
      String target = server.url("/mcp?api_key=hunter2hunter2");
      String index = index("{\"target\":\"" + target + "\"}\n");
      Outcome failed = commandLine.run("batch", index, "--offline");
      assertEquals(3, failed.exitCode(), failed.err());
      assertNoSecret();

      Outcome retry = commandLine.run("batch", index, "--allow-private", "--retry-failed");

      assertEquals(0, retry.exitCode(), retry.out());
      assertEquals(1, assertNoSecret().lines().count());
    }
  }

  @Test
  void whereTheFirstPlaceOfARecordFailsTheOthersAreTried() throws IOException {
    try (RemoteServer server = new RemoteServer(RemoteServer::honestly)) {
      String index =
          index(
              "{\"server\":{\"name\":\"io.example/two\",\"remotes\":["
                  + "{\"type\":\"streamable-http\",\"url\":\"http://127.0.0.1:1/mcp\"},"
                  + "{\"type\":\"streamable-http\",\"url\":\""
                  + server.url("/mcp")
                  + "\"}]}}\n");

      Outcome batch = commandLine.run("batch", index, "--allow-private");

      assertEquals(5, batch.exitCode(), "the first place is a gap: " + batch.out());
      assertTrue(batch.out().startsWith("1 server new"), batch.out());
      assertTrue(batch.out().contains("0 servers not scanned, 1 scanned with gaps"), batch.out());
    }
  }

  @Test
  void aRecordWithoutAPlaceThatCanBeReadIsAServerThatWasNotScanned() throws IOException {
    String index =
        index(
            "{\"name\":\"io.example/compiled\",\"version\":\"1.0.0\","
                + "\"packages\":[{\"registryType\":\"nuget\",\"identifier\":\"Some.Server\"}]}\n");

    assertEquals(3, commandLine.run("batch", index).exitCode());

    String shown = commandLine.run("show", "registry:io.example/compiled").out();
    assertTrue(shown.contains("NOT SCANNED"), shown);
    assertTrue(shown.contains("nuget:Some.Server: UNSUPPORTED, holds compiled code"), shown);
  }

  @Test
  void anOlderVersionInTheListOfARegistryDoesNotStandForTheServer() throws IOException {
    String latest =
        "{\"server\":{\"name\":\"io.example/notes\",\"version\":\"2.0.0\",\"packages\":"
            + "[{\"registryType\":\"npm\",\"identifier\":\"notes\",\"version\":\"2.0.0\"}]},"
            + "\"_meta\":{\"io.modelcontextprotocol.registry/official\":{\"isLatest\":true}}}\n";
    String older = latest.replace("2.0.0", "1.0.0").replace("true", "false");

    Outcome batch = commandLine.run("batch", index(older + latest), "--offline");

    assertTrue(batch.out().contains("1 server not scanned"), batch.out());
    assertTrue(batch.out().contains("1 line not readable or double"), batch.out());
    assertTrue(commandLine.run("show", "npm:notes").out().contains("npm:notes@2.0.0"));
  }

  @Test
  void aMemberThatIsNullIsNotThere() throws IOException {
    String index = index("{\"id\":null,\"name\":null,\"tools\":null,\"target\":\"npm:notes\"}\n");

    commandLine.run("batch", index, "--offline");

    assertTrue(commandLine.run("show", "npm:notes").out().contains("NOT SCANNED"));
  }

  @Test
  void noKeyOfAnArchiveThatCouldNotBeFetchedIsKept() throws IOException {
    String address = "https://packages.example/server.zip";
    String index = index("{\"target\":\"" + address + "?token=hunter2hunter2\"}\n");

    commandLine.run("batch", index, "--offline");

    assertTrue(assertNoSecret().contains("\"" + address + "\""));
  }

  @Test
  void anImageThatCouldNotBeReadHasTheIdThatItWouldHave() throws IOException {
    commandLine.run("batch", index("{\"target\":\"oci:some/image:1.2\"}\n"), "--offline");

    assertTrue(commandLine.run("show", "docker:some/image").out().contains("NOT SCANNED"));
  }

  private String assertNoSecret() {
    String all = commandLine.run("export", "catalogue", "--format", "jsonl").out();
    assertFalse(all.contains("hunter2"), all);
    return all;
  }

  @Test
  void theFirstLineWithAnIdWinsHoweverOftenTheRestIsTriedAgain() throws IOException {
    String first = "{\"id\":\"a\",\"name\":\"A\",\"tools\":[{\"name\":\"get_a\"}]}\n";
    String index = index(first + first.replace("\"A\"", "\"A2\"") + "{\"target\":\"npm:b\"}\n");
    commandLine.run("batch", index, "--offline");

    Outcome retry = commandLine.run("batch", index, "--offline", "--retry-failed");
    Outcome again = commandLine.run("batch", index, "--offline");

    assertTrue(retry.out().startsWith("0 servers new, 0 changed, 0 judged again"), retry.out());
    assertTrue(again.out().startsWith("0 servers new, 0 changed, 0 judged again"), again.out());
    assertTrue(again.out().contains("1 line not readable or double"), again.out());
    assertTrue(commandLine.run("show", "a").out().contains("get_a"));
    assertEquals(1, commandLine.run("changes").out().lines().count(), "only that it is new");
  }

  @Test
  void aDoubleBehindALimitIsOneWhenTheRunGoesOn() throws IOException {
    String first = "{\"name\":\"A\",\"tools\":[{\"name\":\"get_a\"}]}\n";
    String unreadable = "{\"id\":\"b\",\"tools\":7}\n";
    String readable = "{\"id\":\"b\",\"tools\":[{\"name\":\"get_b\"}]}\n";
    String index = index(first + unreadable + first.replace("get_a", "get_c") + readable);
    commandLine.run("batch", index, "--limit", "2");

    Outcome rest = commandLine.run("batch", index);

    assertTrue(rest.out().startsWith("2 servers new, 0 changed"), rest.out());
    assertTrue(commandLine.run("show", "A").out().contains("get_a"));
    assertTrue(commandLine.run("show", "b").out().contains("get_b"));
  }

  @Test
  void anUnchangedIndexIsJudgedAgainByOtherRulesWithoutItsSources() throws IOException {
    commandLine.run("batch", index(NOTES));
    Outcome nothing = commandLine.run("reclassify");

    assertEquals(0, nothing.exitCode(), nothing.err());
    assertTrue(nothing.out().startsWith("0 servers judged again"), nothing.out());
  }

  @Test
  void theCatalogueIsSearched() throws IOException {
    commandLine.run("batch", index(NOTES + SHELL));

    Outcome byName = commandLine.run("search", "shell");
    assertTrue(byName.out().contains("run_shell"), byName.out());
    assertTrue(byName.out().contains("Servers"), byName.out());
    Outcome filtered = commandLine.run("search", "note*", "--category", "destructive");
    assertTrue(filtered.out().contains("delete_note"), filtered.out());
    assertTrue(!filtered.out().contains("list_notes"), filtered.out());
    assertEquals("nothing found\n", commandLine.run("search", "\"' OR *").out());
  }

  @Test
  void anExportIsImportedAsItWas() throws IOException {
    commandLine.run("batch", index(NOTES + SHELL + "{\"id\":\"empty\",\"tools\":[]}\n"));
    String export = folder.resolve("export.jsonl").toString();
    assertEquals(
        0,
        commandLine.run("export", "catalogue", "--format", "jsonl", "--output", export).exitCode());
    CommandLineTester other =
        CommandLineTester.in(Files.createDirectories(folder.resolve("other")));

    Outcome imported = other.run("import", export);

    assertEquals(0, imported.exitCode(), imported.err());
    String notScanned = Files.readAllLines(Path.of(export)).get(0);
    assertTrue(notScanned.contains("\"id\":\"empty\""), notScanned);
    assertFalse(notScanned.contains("\"score\""), notScanned);
    assertEquals(
        Files.readString(Path.of(export)),
        other.run("export", "catalogue", "--format", "jsonl").out());
  }

  @Test
  void aLineThatIsNoneOfAnExportIsRefusedAndTold() throws IOException {
    Path export = Files.writeString(folder.resolve("export.jsonl"), "{}\n");

    Outcome imported = commandLine.run("import", export.toString());

    assertEquals(2, imported.exitCode());
    assertEquals(export + ":1: no line of an export\n", imported.err());
  }

  @Test
  void aSpreadsheetNeverRunsWhatAServerWrote() throws IOException {
    commandLine.run(
        "batch",
        index(
            "{\"id\":\"x:f\",\"name\":\"=1+1\",\"tools\":[{\"name\":\"@SUM(A1)\","
                + "\"description\":\"-2+3,\\\"cmd|' /C calc'!A0\"}]}\n"));

    String csv = commandLine.run("export", "catalogue", "--format", "csv").out();

    assertTrue(csv.contains("\"'=1+1\""), csv);
    assertTrue(csv.contains("\"'@SUM(A1)\""), csv);
    assertTrue(csv.contains("\"'-2+3,\"\"cmd|' /C calc'!A0\""), csv);
  }

  @Test
  void whereCellsEndAtSemicolonsNoFormulaBeginsBehindOne() throws IOException {
    commandLine.run(
        "batch",
        index("{\"id\":\"x\",\"tools\":[{\"name\":\"a;=1\",\"description\":\"b; +2; c\"}]}\n"));

    String csv = commandLine.run("export", "catalogue", "--format", "csv").out();

    assertTrue(csv.contains("\"a;'=1\""), csv);
    assertTrue(csv.contains("\"b; '+2; c\""), csv);
  }

  @Test
  void aCatalogueIsNeverReplacedByWhatIsWrittenOut() throws IOException {
    commandLine.run("batch", index(NOTES));
    String catalogue = folder.resolve("c.db").toString();

    Outcome export =
        commandLine.run("export", "catalogue", "--format", "csv", "--output", catalogue);

    assertEquals(2, export.exitCode());
    assertTrue(export.err().contains("it is a database"), export.err());
    assertTrue(commandLine.run("show", "npm:notes").out().contains("delete_note"));
  }

  @Test
  void aFileThatIsNoExportAtAllDoesNotFillTheTerminal() throws IOException {
    Outcome imported = commandLine.run("import", index("no export\n".repeat(1000)));

    assertEquals(2, imported.exitCode());
    assertEquals(21, imported.err().lines().count());
    assertTrue(imported.err().endsWith(": 980 more lines like these\n"), imported.err());
  }

  private String index(String lines) throws IOException {
    return Files.writeString(folder.resolve("index.jsonl"), lines).toString();
  }
}
