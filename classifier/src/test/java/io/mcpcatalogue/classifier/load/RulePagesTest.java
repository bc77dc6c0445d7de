package io.mcpcatalogue.classifier.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Set<String> stale = new TreeSet<>(actual.keySet());
    stale.removeAll(expected.keySet());
    assertEquals(Set.of(), stale, "pages without a rule: remove them");
    Set<String> drifted = new TreeSet<>();
    expected.forEach(
        (path, page) -> {
          if (!page.equals(actual.get(path))) {
            drifted.add(path);
          }
        });
    assertEquals(Set.of(), drifted, "run: mcp-catalogue rules docs --out docs/rules");
  }

  @Test
  void aPageTellsWhyTheRuleIsThere() throws Exception {
    String page = RulePages.of(RuleLibrary.load(List.of())).get("signals/text/pseudo-tag.md");
    assertTrue(page.contains("# text/pseudo-tag"));
    assertTrue(page.contains("**Severity:** HIGH"));
    assertTrue(page.contains("## Its examples"));
  }
}
