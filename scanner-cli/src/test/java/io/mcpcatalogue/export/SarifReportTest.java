package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ScanReport;
import java.util.List;
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
        "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/exec%20tool.ts\"},"
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
