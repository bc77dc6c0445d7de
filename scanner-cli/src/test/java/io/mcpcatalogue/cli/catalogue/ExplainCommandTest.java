package io.mcpcatalogue.cli.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.cli.CommandLineTester;
import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import io.mcpcatalogue.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String RUN_SHELL =
      """
      {"name":"run_shell","description":"Runs any shell command and returns its output.",
       "inputSchema":{"type":"object","properties":{"command":{"type":"string"}},"required":["command"]},
       "annotations":{"readOnlyHint":true}}""";

  @TempDir private Path folder;
  private CommandLineTester commandLine;

  @BeforeEach
  void useACatalogueOfItsOwn() {
    commandLine = CommandLineTester.in(folder);
  }

  @Test
  void showsWhatSpokeForAndAgainstWithSumsSignalsAndReasons() throws IOException {
    assertEquals(0, commandLine.run("scan", listing()).exitCode());

    Outcome explained = commandLine.run("explain", "file:notes", "run_shell");

    assertEquals(0, explained.exitCode(), explained.err());
    String page = explained.out();
    for (String part :
        new String[] {
          "run_shell  —  notes",
          "\nFor EXECUTE\n",
          "\nAgainst it\n",
          "/annotations/readOnlyHint",
          "\nSums\n",
          "margin of EXECUTE",
          "\nSeverity\n  HIGH: the risk class of EXECUTE\n",
          "[schema/freeform-command]",
          "Why: ",
          "What to do: "
        }) {
      assertTrue(page.contains(part), part + " in:\n" + page);
    }
    assertFalse(page.contains("verdict of other rules"), page);
  }

  @Test
  void saysSoWhereTheCatalogueHoldsTheVerdictOfOtherRules() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    Files.writeString(pack.resolve("pack.yml"), "off: [schema/nesting]\n");
    commandLine.run("scan", listing());

    Outcome explained =
        commandLine.run("explain", "notes", "run_shell", "--rules", pack.toString());

    assertEquals(0, explained.exitCode(), explained.err());
    assertTrue(explained.out().contains("holds the verdict of other rules, sha256:"));
  }

  @Test
  void readsOneToolOfASavedListing() throws IOException {
    Outcome explained = commandLine.run("explain", "--file", listing(), "run_shell");

    assertEquals(0, explained.exitCode(), explained.err());
    assertTrue(explained.out().contains("For EXECUTE"), explained.out());
    assertFalse(Files.exists(folder.resolve("c.db")));
  }

  @Test
  void readsOneDefinitionFromStandardInput() {
    Outcome explained = commandLine.runWithInput(RUN_SHELL, "explain", "-");

    assertEquals(0, explained.exitCode(), explained.err());
    assertTrue(explained.out().contains("For EXECUTE"), explained.out());
  }

  @Test
  void showsTheRulesThatAnExceptionKeptSilent() {
    Outcome explained =
        commandLine.runWithInput(
            """
            {"name":"publish_blog_post","description":"Creates a blog post."}""",
            "explain",
            "-");

    assertTrue(explained.out().contains("Came close, and stayed silent"), explained.out());
    assertTrue(explained.out().contains("but for "), explained.out());
  }

  @Test
  void saysThatNothingSpeaksForAnyCategory() {
    Outcome explained = commandLine.runWithInput("{\"name\":\"zzqx\"}", "explain", "-");

    assertTrue(explained.out().contains("nothing speaks for any category"), explained.out());
  }

  @Test
  void spellsOutWhatSteersATerminal() {
    Outcome explained =
        commandLine.runWithInput(
            "{\"name\":\"delete\\u001b[2Jfile\",\"description\":\"Deletes \\u202efiles for good\"}",
            "explain",
            "-");

    assertEquals(0, explained.exitCode(), explained.err());
    assertFalse(explained.out().contains("\u001b"));
    assertFalse(explained.out().contains("\u202e"));
  }

  @Test
  void namesWhatIsNotThere() throws IOException {
    assertEquals(0, commandLine.run("scan", listing()).exitCode());

    assertFails("'notes' has no tool 'other'", commandLine.run("explain", "notes", "other"));
    assertFails("'none' is not in", commandLine.run("explain", "none", "run_shell"));
    assertFails("name the server and the tool", commandLine.run("explain", "notes"));
    assertFails("no such file", commandLine.run("explain", "--file", "nowhere.json", "x"));
    assertFails("no name", commandLine.runWithInput("[]", "explain", "-"));
    assertFails("standard input: ", commandLine.runWithInput("{", "explain", "-"));
  }

  private static void assertFails(String reason, Outcome outcome) {
    assertEquals(ExitCode.USAGE.number(), outcome.exitCode());
    assertTrue(outcome.err().contains(reason), outcome.err());
  }

  private String listing() throws IOException {
    return Files.writeString(folder.resolve("notes.json"), "{\"tools\":[" + RUN_SHELL + "]}")
        .toString();
  }
}
