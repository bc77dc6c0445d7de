package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.export.policy.Policies;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Acceptance;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Finding;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.KnownFindings;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.RuleText;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private final ReportFormat format = new SarifReport();

  @Test
  void whatDoesMoreThanReadIsAResultAndSoIsEverySignal() {
    List<JsonObject> results = results(Reports.scan(Reports.docker()));

    assertEquals(
        List.of("category/execute", "schema/freeform-command"),
        results.stream().map(result -> result.text("ruleId").orElseThrow()).toList());
    assertEquals(
        Optional.of("exec: EXECUTE, severity CRITICAL. Runs arbitrary commands."),
        at(results.get(0), "message").text("text"));
    assertEquals(Optional.of("error"), results.get(0).text("level"));
  }

  @Test
  void aResultPointsIntoTheSourceWhereItIsKnown() {
    assertEquals(
        "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/exec%20tool.ts\",\"uriBaseId\":\"npm:docker\"},"
            + "\"region\":{\"startLine\":12}},\"logicalLocations\":[{\"name\":\"exec\","
            + "\"fullyQualifiedName\":\"npm:docker/exec\",\"kind\":\"function\"}]}",
        list(results(Reports.scan(Reports.docker())).get(0), "locations").get(0).toString());
  }

  @Test
  void everyResultHasItsRuleAndAFingerprintOfItsOwn() {
    ScanReport report = Reports.scan(Reports.docker(), Reports.hostile("[x](1)"));
    Set<String> rules =
        list(at(at(run(report), "tool"), "driver"), "rules").stream()
            .map(rule -> rule.text("id").orElseThrow())
            .collect(Collectors.toSet());
    List<JsonObject> results = results(report);

    results.forEach(result -> assertTrue(rules.contains(result.text("ruleId").orElseThrow())));
    assertNotEquals(
        results.get(0).get("partialFingerprints"), results.get(1).get("partialFingerprints"));
    assertEquals(results, results(report));
  }

  @Test
  void aMessageMakesNoLinkOfWhatAServerSays() {
    String text =
        at(results(Reports.scan(Reports.hostile("[x](1)"))).get(0), "message")
            .text("text")
            .orElseThrow();
    assertTrue(text.contains("\\[x\\](1)"), text);
  }

  @Test
  void gapsAreNotificationsAndNothingScannedIsNoSuccess() {
    JsonObject partly = list(run(Reports.scan(Reports.docker())), "invocations").get(0);
    JsonObject nothing = list(run(Reports.scan()), "invocations").get(0);

    assertEquals(Optional.of(JsonValue.of(true)), partly.get("executionSuccessful"));
    assertEquals(
        Optional.of("npm:docker, src/other.ts:3: the name is computed"),
        at(list(partly, "toolExecutionNotifications").get(0), "message").text("text"));
    assertEquals(Optional.of(JsonValue.of(false)), nothing.get("executionSuccessful"));
  }

  @Test
  void aFileOfADirectoryIsNamedAsSeenFromWhereTheDirectoryWas() {
    assertEquals("uni/src/a.ts", fileIn("uni"));
    assertEquals("uni/src/a.ts", fileIn("./uni/"));
    assertEquals("src/a.ts", fileIn("."));
    assertEquals("file:///srv/uni/src/a.ts", fileIn("/srv/uni"));
  }

  private String fileIn(String directory) {
    ServerManifest manifest =
        Reports.docker().manifest().withId("source:docker").withTarget(directory);
    JsonObject place = SarifPlace.ofTool(manifest, Reports.tool("a", "", "src/a.ts:3")).toJson();
    return at(at(place, "physicalLocation"), "artifactLocation").text("uri").orElseThrow();
  }

  @Test
  void aRuleExplainsItselfInItsOwnWords() {
    RuleText text =
        new RuleText(
            "schema/freeform-command", "Takes a command", "It runs anything.", "List them.");
    ScanReport report = Reports.scan(Reports.docker()).with(List.of(text), Optional.empty());
    JsonObject rule =
        list(at(at(run(report), "tool"), "driver"), "rules").stream()
            .filter(each -> each.text("id").equals(Optional.of(text.id())))
            .findFirst()
            .orElseThrow();

    assertEquals(Optional.of("Takes a command"), at(rule, "shortDescription").text("text"));
    assertEquals(
        Optional.of("It runs anything. List them. See CWE-78."), at(rule, "help").text("text"));
  }

  @Test
  void whatAFormerScanKnewIsUnchangedAndTheRestIsNew() {
    KnownFindings known =
        new KnownFindings(
            List.of(new Finding("npm:docker", "exec", "category/execute", Severity.CRITICAL)));
    ScanReport report = Reports.scan(Reports.docker()).with(List.of(), Optional.of(known));

    assertEquals(
        List.of("unchanged", "new"),
        results(report).stream().map(each -> each.text("baselineState").orElseThrow()).toList());
  }

  @Test
  void anAcceptedFindingIsSuppressedWithItsReason() {
    ServerReport docker = Reports.docker();
    ServerReport accepted =
        new ServerReport(
            docker.manifest(),
            docker.assessment(),
            docker.policy(),
            new Acceptance(
                Map.of("exec", Map.of("category/execute", "it runs in a box")),
                docker.assessment()));
    List<JsonObject> results = results(Reports.scan(accepted));

    assertEquals(
        Optional.of("it runs in a box"),
        list(results.get(0), "suppressions").get(0).text("justification"));
    assertEquals(List.of(), list(results.get(1), "suppressions"));
  }

  @Test
  void whatOnlyAnAcceptedSignalMadeAResultIsSuppressedToo() {
    Signal signal =
        new Signal(
            "text/hidden",
            "Hides",
            Severity.HIGH,
            List.of(new Quote("/description", 0, 1, "H")),
            List.of());
    ToolDefinition tool = Reports.tool("look", "Hides.", "tools/list");
    ServerReport raised =
        Reports.server(
            "docker",
            List.of(tool),
            List.of(Reports.assessment("look", Category.READ, Severity.HIGH, "Looks.", signal)),
            List.of(Policies.allowed("look")),
            List.of());
    ServerAssessment verdict = raised.assessment();
    ServerAssessment rest =
        new ServerAssessment(
            verdict.grade(),
            verdict.score(),
            verdict.explanation(),
            verdict.signals(),
            List.of(Reports.assessment("look", Category.READ, Severity.LOW, "Looks.")));
    ServerReport accepted =
        new ServerReport(
            raised.manifest(),
            verdict,
            raised.policy(),
            new Acceptance(Map.of("look", Map.of("text/hidden", "a known mark")), rest));

    List<JsonObject> results = results(Reports.scan(accepted));

    assertEquals(
        List.of("category/read", "text/hidden"),
        results.stream().map(each -> each.text("ruleId").orElseThrow()).limit(2).toList());
    assertEquals(
        Optional.of("a known mark"),
        list(results.get(0), "suppressions").get(0).text("justification"));
  }

  private JsonObject run(ScanReport report) {
    try {
      JsonObject document =
          JsonReader.withDefaultLimits().parse(Reports.write(format, report)).asObject();
      assertEquals(Optional.of("2.1.0"), document.text("version"));
      return list(document, "runs").get(0);
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    }
  }

  private List<JsonObject> results(ScanReport report) {
    return list(run(report), "results");
  }

  private static JsonObject at(JsonObject object, String member) {
    return object.get(member).orElseThrow().asObject();
  }

  private static List<JsonObject> list(JsonObject object, String member) {
    return object.get(member).orElseThrow().asArray().values().stream()
        .map(JsonValue::asObject)
        .toList();
  }
}
