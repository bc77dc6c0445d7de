package io.mcpcatalogue.cli.scan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.model.Finding;
import io.mcpcatalogue.model.KnownFindings;
import io.mcpcatalogue.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  @TempDir private Path folder;

  @Test
  void whatWasKnownOfOneVersionIsKnownOfTheNext() throws IOException {
    KnownFindings baseline =
        baseline(
            """
            {"id":"npm:@scope/notes@1.0.0","version":"1.0.0","tools":[{"name":"a","category":"EXECUTE","severity":"HIGH",
             "signals":[{"id":"schema/url","severity":"HIGH"}]}]}""");

    assertTrue(baseline.knows(finding("npm:@scope/notes", "schema/url")));
    assertTrue(baseline.knows(finding("npm:@scope/notes", "category/execute")));
    assertFalse(baseline.knows(finding("npm:@scope/notes", "schema/glob")));
    assertFalse(baseline.knows(finding("npm:@scope/other", "schema/url")));
  }

  @Test
  void whatHasBecomeGraverIsNotKnown() throws IOException {
    KnownFindings baseline =
        baseline(
            """
            {"id":"file:a","version":"","tools":[{"name":"a","category":"READ","severity":"MEDIUM","signals":[]}]}""");

    assertTrue(baseline.knows(new Finding("file:a", "a", "category/read", Severity.LOW)));
    assertTrue(baseline.knows(new Finding("file:a", "a", "category/read", Severity.MEDIUM)));
    assertFalse(baseline.knows(new Finding("file:a", "a", "category/read", Severity.HIGH)));
  }

  @Test
  void anIdThatIsNeverPrintedWithAVersionKeepsItsOwnEnd() throws IOException {
    KnownFindings baseline =
        baseline(
            """
            {"id":"file:a@1","version":"1","tools":[{"name":"a","signals":[{"id":"schema/url","severity":"HIGH"}]}]}""");

    assertTrue(baseline.knows(finding("file:a@1", "schema/url")));
  }

  private static Finding finding(String server, String what) {
    return new Finding(server, "a", what, Severity.HIGH);
  }

  private KnownFindings baseline(String server) throws IOException {
    return Baseline.read(
        Files.writeString(
            folder.resolve("b.json"),
            "{\"schema\":\"mcp-catalogue/scan/1\",\"servers\":[" + server + "]}"));
  }
}
