package io.mcpcatalogue.catalogue.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.catalogue.Json;
import io.mcpcatalogue.catalogue.Samples;
import io.mcpcatalogue.catalogue.changes.Change.Kind;
import io.mcpcatalogue.catalogue.changes.WordDiff.Fate;
import io.mcpcatalogue.catalogue.changes.WordDiff.Piece;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
  void aGraveNewToolIsARiskWithoutAnySignal() {
    ServerReport before = Samples.report("npm:pods", LIST);
    ServerReport after =
        withoutSignals(
            Samples.report(
                "npm:pods",
                LIST,
                Samples.tool("exec", "Runs it"),
                Samples.tool("get_pod", "Gets it")));

    List<Change> added =
        ServerDiff.between(before, after).stream()
            .filter(change -> change.kind() == Kind.TOOL_ADDED)
            .toList();

    assertEquals(List.of("exec", "get_pod"), added.stream().map(Change::tool).toList());
    assertEquals(List.of(true, false), added.stream().map(Change::risk).toList());
  }

  @Test
  void whatCouldNotBeSeenIsTold() {
    ServerReport whole = Samples.report("npm:pods", LIST, Samples.exec());
    ServerReport part = withGap(Samples.report("npm:pods", LIST), "src/tools.ts:7");

    List<Change> changes = ServerDiff.between(whole, part);

    assertEquals(List.of(Kind.GAP_ADDED, Kind.TOOL_REMOVED), kinds(changes));
    assertEquals("src/tools.ts:7: UNREACHABLE, boom", changes.get(0).after());
    assertEquals(
        List.of(Kind.GAP_REMOVED, Kind.TOOL_ADDED), kinds(ServerDiff.between(part, whole)));
    ServerReport lineAbove = withGap(Samples.report("npm:pods", LIST), "src/tools.ts:8");
    assertEquals(List.of(), ServerDiff.between(part, lineAbove));
  }

  @Test
  void anotherWayOfCollectingIsTold() {
    ServerReport listed = Samples.report("npm:pods", LIST);
    ServerReport extracted = withMethod(listed, CollectionMethod.EXTRACTED);

    assertEquals(
        List.of(new Change(Kind.METHOD, "", "LISTED", "EXTRACTED", false)),
        ServerDiff.between(listed, extracted));
  }

  @Test
  void aGraverSignalIsARisk() {
    ServerReport high = Samples.report("npm:pods", Samples.exec());
    ServerReport critical = withSignalSeverity(high, Severity.CRITICAL);

    Change raised =
        new Change(
            Kind.SIGNAL_SEVERITY,
            "exec",
            "schema/freeform-command HIGH",
            "CRITICAL: Accepts freeform code/query input (command)",
            true);
    assertEquals(List.of(raised), ServerDiff.between(high, critical));
    assertFalse(ServerDiff.between(critical, high).get(0).risk());
  }

  @Test
  void whatHasNoKindOfItsOwnIsTold() {
    ToolDefinition before =
        with(
            "\"outputSchema\":{\"type\":\"object\"},\"_meta\":{\"made\":\"2026-01-01T10:00:00Z\"}");
    ToolDefinition after =
        with("\"outputSchema\":{\"type\":\"array\"},\"_meta\":{\"made\":\"2026-01-02T11:30:00Z\"}");

    assertEquals(
        List.of(
            new Change(
                Kind.MEMBER,
                "list",
                "outputSchema {\"type\":\"object\"}",
                "outputSchema {\"type\":\"array\"}",
                false)),
        diff(before, after));
    assertEquals(
        List.of(Kind.MEMBER, Kind.MEMBER), kinds(diff(with("\"x\":1"), before)).subList(1, 3));
  }

  @Test
  void aFirstGradeIsNoWorseThanNone() {
    ServerReport graded = Samples.report("npm:pods", LIST);

    assertFalse(grade(ServerDiff.between(withGrade(graded, ""), graded)).risk());
    assertFalse(grade(ServerDiff.between(graded, withGrade(graded, ""))).risk());
    assertTrue(grade(ServerDiff.between(withGrade(graded, "A"), graded)).risk());
  }

  @Test
  void blanksDoNotTearApartWhatWasWrittenAnew() {
    assertEquals(
        List.of(
            new Piece(Fate.KEPT, "Lists "),
            new Piece(Fate.REMOVED, "all the\npods"),
            new Piece(Fate.ADDED, "some old nodes"),
            new Piece(Fate.KEPT, " of a team")),
        WordDiff.between("Lists all the\npods of a team", "Lists some old nodes of a team"));
    assertEquals(
        List.of(
            new Piece(Fate.REMOVED, "a"), new Piece(Fate.KEPT, " "), new Piece(Fate.REMOVED, "b")),
        WordDiff.between("a b", " "));
  }

  @Test
  void hugeTextsAreComparedInBoundedTime() {
    String words = "word and ".repeat(50_000);

    List<Piece> pieces = WordDiff.between("a " + words, "b " + words.replace("word", "term"));

    assertEquals(Fate.REMOVED, pieces.get(0).fate());
  }

  private static Change grade(List<Change> changes) {
    return changes.stream().filter(change -> change.kind() == Kind.GRADE).findFirst().orElseThrow();
  }

  private static ServerReport withGrade(ServerReport report, String grade) {
    ServerAssessment was = report.assessment();
    return new ServerReport(
        report.manifest(),
        new ServerAssessment(grade, was.score(), was.explanation(), was.signals(), was.tools()),
        report.policy());
  }

  private static ServerReport withGap(ServerReport report, String where) {
    Gap gap = new Gap(where, Gap.Kind.UNREACHABLE, "boom");
    return new ServerReport(
        report.manifest().withGaps(List.of(gap)), report.assessment(), report.policy());
  }

  private static ServerReport withMethod(ServerReport report, CollectionMethod method) {
    ServerManifest was = report.manifest();
    return new ServerReport(
        new ServerManifest(
            was.id(),
            was.name(),
            was.version(),
            was.target(),
            method,
            was.description(),
            was.instructions(),
            was.tools(),
            was.offered(),
            was.facts(),
            was.gaps()),
        report.assessment(),
        report.policy());
  }

  private static ServerReport withoutSignals(ServerReport report) {
    return withSignals(report, signal -> Stream.empty());
  }

  private static ServerReport withSignalSeverity(ServerReport report, Severity severity) {
    return withSignals(
        report,
        signal ->
            Stream.of(
                new Signal(
                    signal.id(),
                    signal.message(),
                    severity,
                    signal.evidence(),
                    signal.references())));
  }

  private static ServerReport withSignals(
      ServerReport report, Function<Signal, Stream<Signal>> changed) {
    ServerAssessment was = report.assessment();
    List<Assessment> tools =
        was.tools().stream()
            .map(
                tool ->
                    new Assessment(
                        tool.tool(),
                        tool.category(),
                        tool.severity(),
                        tool.severityMoves(),
                        tool.confidence(),
                        tool.rationale(),
                        tool.evidence(),
                        tool.signals().stream().flatMap(changed).toList(),
                        tool.parameterCount(),
                        tool.requiredCount(),
                        tool.rulesDigest()))
            .toList();
    return new ServerReport(
        report.manifest(),
        new ServerAssessment(was.grade(), was.score(), was.explanation(), was.signals(), tools),
        report.policy());
  }

  private static ToolDefinition with(String members) {
    return ToolDefinition.of(
        Json.object("{\"name\":\"list\",\"description\":\"Does it\",%s}".formatted(members)),
        "tools/list");
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
