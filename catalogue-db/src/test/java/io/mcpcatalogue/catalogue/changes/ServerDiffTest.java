package io.mcpcatalogue.catalogue.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.catalogue.Json;
import io.mcpcatalogue.catalogue.Samples;
import io.mcpcatalogue.catalogue.changes.Change.Kind;
import io.mcpcatalogue.catalogue.changes.WordDiff.Fate;
import io.mcpcatalogue.catalogue.changes.WordDiff.Piece;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerDiffTest {
  private static final ToolDefinition LIST = Samples.tool("list_pods", "Lists all pods");

  @Test
  void anUnchangedServerHasNoChanges() {
    assertEquals(List.of(), diff(Samples.exec(), Samples.exec()));
  }

  @Test
  void aChangedTextIsComparedWordByWord() {
    List<Change> changes = diff(LIST, Samples.tool("list_pods", "Lists and logs all pods"));

    assertEquals(List.of(Kind.DESCRIPTION), kinds(changes));
    assertEquals(
        List.of(
            new Piece(Fate.KEPT, "Lists "),
            new Piece(Fate.ADDED, "and logs "),
            new Piece(Fate.KEPT, "all pods")),
        WordDiff.between("Lists all pods", "Lists and logs all pods"));
  }

  @Test
  void whatDiffersByNatureIsNoDrift() {
    assertEquals(
        List.of(),
        diff(withDefault("\"2026-01-01T10:00:00Z\""), withDefault("\"2026-01-02T11:30:00.123Z\"")));
    assertEquals(List.of(), diff(withDefault("1767225600"), withDefault("1767312000")));
    assertEquals(
        List.of(Kind.PARAMETER_CHANGED), kinds(diff(withDefault("10"), withDefault("20"))));
  }

  @Test
  void aNewParameterThatASignalPointsAtIsARisk() {
    ToolDefinition harmless = parameters("exec", "\"limit\":{\"type\":\"number\"}");
    ToolDefinition risky =
        parameters("exec", "\"limit\":{\"type\":\"number\"},\"command\":{\"type\":\"string\"}");

    Change added =
        diff(harmless, risky).stream()
            .filter(change -> change.kind() == Kind.PARAMETER_ADDED)
            .findFirst()
            .orElseThrow();

    assertTrue(added.risk());
    assertTrue(added.after().startsWith("command "), added.after());
  }

  @Test
  void toolsThatComeAndGoAreNamed() {
    List<Change> changes =
        ServerDiff.between(
            Samples.report("npm:pods", LIST), Samples.report("npm:pods", Samples.exec()));

    assertEquals(List.of(Kind.TOOL_ADDED, Kind.TOOL_REMOVED), kinds(changes));
    assertTrue(changes.get(0).risk());
    assertEquals("EXECUTE CRITICAL", changes.get(0).after());
  }

  @Test
  void hugeTextsAreComparedInBoundedTime() {
    String words = "word and ".repeat(50_000);

    List<Piece> pieces = WordDiff.between("a " + words, "b " + words.replace("word", "term"));

    assertEquals(Fate.REMOVED, pieces.get(0).fate());
  }

  private static ToolDefinition withDefault(String value) {
    return parameters("list", "\"since\":{\"type\":\"string\",\"default\":" + value + "}");
  }

  private static ToolDefinition parameters(String name, String properties) {
    return ToolDefinition.of(
        Json.object(
            "{\"name\":\"%s\",\"description\":\"Does it\",\"inputSchema\":{\"properties\":{%s}}}"
                .formatted(name, properties)),
        "tools/list");
  }

  private static List<Change> diff(ToolDefinition before, ToolDefinition after) {
    return ServerDiff.between(
        Samples.report("npm:pods", before), Samples.report("npm:pods", after));
  }

  private static List<Kind> kinds(List<Change> changes) {
    return changes.stream().map(Change::kind).toList();
  }
}
