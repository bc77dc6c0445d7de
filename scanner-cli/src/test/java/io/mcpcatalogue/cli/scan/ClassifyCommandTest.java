package io.mcpcatalogue.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.cli.CommandLineTester;
import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ClassifyCommandTest {
  private final CommandLineTester commandLine = new CommandLineTester(Map.of());

  @Test
  void answersEveryLineWithOneLineInTheSameOrder() {
    Outcome outcome =
        commandLine.runWithInput(
            """
            {"id":7,"server":"notes","name":"delete_note","description":"Permanently deletes a note."}
            {"name":"list_notes","description":"Lists notes.","whatever":[1,2]}
            """,
            "classify");

    List<String> lines = outcome.out().lines().toList();
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals(2, lines.size());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "{\"id\":7,\"server\":\"notes\",\"name\":\"delete_note\",\"category\":\"DESTRUCTIVE\""),
        lines.get(0));
    assertTrue(
        lines.get(1).startsWith("{\"name\":\"list_notes\",\"category\":\"READ\""), lines.get(1));
  }

  @Test
  void aLineThatCannotBeReadGivesAnErrorInItsPlace() {
    Outcome outcome =
        commandLine.runWithInput(
            "{\"name\":\"list_notes\"}\n\nnope\n[1]\n{\"name\":7}\n{\"name\":\"get_note\"}",
            "classify",
            "-");

    List<String> lines = outcome.out().lines().toList();
    assertEquals(5, outcome.exitCode());
    assertEquals(6, lines.size());
    assertEquals("{\"error\":\"no JSON: the input is empty\",\"line\":2}", lines.get(1));
    assertEquals("{\"error\":\"no JSON object\",\"line\":4}", lines.get(3));
    assertEquals("{\"error\":\"no name\",\"line\":5}", lines.get(4));
    assertTrue(lines.get(5).startsWith("{\"name\":\"get_note\""));
  }

  @Test
  void theSameInputGivesTheSameBytesUnderAnyLocaleAndTimeZone() {
    String input =
        "{\"name\":\"LIST_ITEMS\",\"description\":\"LISTS IDENTIFIERS; INSERTS ITEMS INTO AN INDEX.\"}\n";
    String usual = commandLine.runWithInput(input, "classify").out();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertEquals(usual, commandLine.runWithInput(input, "classify").out());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Outcome outcome = commandLine.run("classify", "no-such-file.jsonl");
    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("no-such-file.jsonl"), outcome.err());
  }
}
