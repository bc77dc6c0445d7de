package io.mcpcatalogue.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.load.RuleLoadException;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.load.SuppressionsReader;
import io.mcpcatalogue.classifier.rule.Suppression;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.ToolDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final Classifier classifier = new Classifier(RuleSets.builtIn());

  @TempDir Path folder;

  @Test
  void anAcceptedFindingIsGoneWithWhatItRaised() throws Exception {
    List<Suppression> all =
        read(
            """
            suppressions:
              - {server: "npm:*", tool: read_file, rule: schema/file-path, reason: one root only}
            """);
    Assessment before = classifier.assess(server()).tools().get(0);
    assertTrue(before.signals().stream().anyMatch(s -> s.id().equals("schema/file-path")));
    assertEquals(Severity.MEDIUM, before.severity());

    Classifier.Suppressed result = classifier.assess(server(), Suppressions.asOf(TODAY, all));
    Assessment after = result.assessment().tools().get(0);
    assertFalse(after.signals().stream().anyMatch(s -> s.id().equals("schema/file-path")));
    assertEquals(Severity.LOW, after.severity());
    assertEquals(all, result.used());
  }

  @Test
  void expiredAndUnmatchedSuppressionsAreTold() throws Exception {
    List<Suppression> all =
        read(
            """
            suppressions:
              - {rule: schema/file-path, reason: was fine once, expires: 2026-11-20}
              - {rule: schema/url, reason: never happens}
              - {rule: no/such-rule, reason: still today, expires: 2026-11-21}
            """);
    Suppressions suppressions = Suppressions.asOf(TODAY, all);
    Classifier.Suppressed result = classifier.assess(server(), suppressions);
    assertEquals(List.of(), result.used());
    assertEquals(List.of(all.get(0)), suppressions.expired());
    assertEquals(all.subList(1, 3), suppressions.unmatched(result.used()));
  }

  @Test
  void aReasonIsMandatoryAndAllFaultsAreTold() {
    RuleLoadException told =
        assertThrows(
            RuleLoadException.class,
            () ->
                read(
                    """
                    suppressions:
                      - {rule: schema/url}
                      - {tool: x, reason: why, expires: soon}
                    """));
    assertEquals(3, told.faults().size(), told.getMessage());
  }

  private List<Suppression> read(String text) throws Exception {
    Path file = folder.resolve("accepted.yml");
    Files.writeString(file, text);
    return SuppressionsReader.read(file);
  }

  private static ServerManifest server() {
    ToolDefinition tool =
        ToolDefinition.of(
            new JsonObjectBuilder()
                .put("name", "read_file")
                .put("description", "Reads a file")
                .put(
                    "inputSchema",
                    new JsonObjectBuilder()
                        .put(
                            "properties",
                            new JsonObjectBuilder()
                                .put("path", new JsonObjectBuilder().put("type", "string").build())
                                .build())
                        .build())
                .build(),
            "test");
    return new ServerManifest(
        "npm:files",
        "files",
        "1",
        "npm:files",
        CollectionMethod.LISTED,
        "",
        "",
        List.of(tool),
        List.of(),
        List.of(),
        List.of());
  }
}
