package io.mcpcatalogue.classifier.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulePagesTest {
  private static final Path DOCS = Path.of("../docs/rules");

  @Test
  void theDocumentationInTheRepositoryIsThatOfTheRules() throws Exception {
    Map<String, String> expected = RulePages.of(RuleLibrary.load(List.of()));
    Map<String, String> actual = new TreeMap<>();
    try (Stream<Path> files = Files.walk(DOCS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        actual.put(DOCS.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    assertEquals(
        List.copyOf(expected.keySet()),
        List.copyOf(actual.keySet()),
        "run: mcp-catalogue rules docs --out docs/rules");
    expected.forEach(
        (path, page) ->
            assertEquals(page, actual.get(path), path + ": run rules docs --out docs/rules"));
  }

  @Test
  void aPageTellsWhyTheRuleIsThere() throws Exception {
    String page = RulePages.of(RuleLibrary.load(List.of())).get("signals/text/pseudo-tag.md");
    assertTrue(page.contains("# text/pseudo-tag"));
    assertTrue(page.contains("**Severity:** HIGH"));
    assertTrue(page.contains("## Its examples"));
  }
}
