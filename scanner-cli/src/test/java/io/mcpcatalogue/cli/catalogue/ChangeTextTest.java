package io.mcpcatalogue.cli.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.catalogue.changes.Change;
import io.mcpcatalogue.catalogue.changes.Change.Kind;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

  @Test
  void aGradeOrVersionThatComesOrGoesIsToldApart() {
    assertEquals("  grade none -> A", line(Kind.GRADE, "", "A"));
    assertEquals("  grade A -> none", line(Kind.GRADE, "A", ""));
    assertEquals("  version 1.0 -> none", line(Kind.VERSION, "1.0", ""));
  }

  @Test
  void whatComesOrGoesAsAWholeStandsAlone() {
    assertEquals("  tool removed READ LOW", line(Kind.TOOL_REMOVED, "READ LOW", ""));
    assertEquals("  method LISTED -> EXTRACTED", line(Kind.METHOD, "LISTED", "EXTRACTED"));
  }

  @Test
  void whatIsKeptIsCutBetweenCharacters() {
    String kept = "\u202e".repeat(100) + "\ud83d\ude00".repeat(40) + " ";

    assertEquals(
        "  description "
            + "\\u{202e}".repeat(20)
            + " … "
            + "\ud83d\ude00".repeat(39)
            + " [-old-]{+new+}",
        line(Kind.DESCRIPTION, kept + "old", kept + "new"));
  }

  private static String line(Kind kind, String before, String after) {
    return ChangeText.line(new Change(kind, "", before, after, false));
  }
}
