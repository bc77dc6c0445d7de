package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.export.policy.Policies;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.Policy.Window;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The output contract: {@code docs/schema}. */
class JsonReportTest {
  private final ReportFormat format = new JsonReport();

  @Test
  void theLineOfAnAssessmentHasExactlyTheMembersOfTheContractInItsOrder() {
    Assessment assessment = Reports.docker().assessment().tools().get(1);

    String line =
        AssessmentJson.line(
                Optional.of(JsonValue.of("7")),
                "docker",
                assessment,
                Policies.limited("exec", 10, Window.MINUTE))
            .toString();

    assertEquals(
        ("{'id':'7','server':'docker','name':'exec','category':'EXECUTE','riskClass':'HIGH',"
                + "'severity':'CRITICAL','confidence':0.97,'rationale':'Runs arbitrary commands.',"
                + "'evidence':[{'rule':'categories/verb','category':'EXECUTE','weight':4,"
                + "'at':'/description','start':0,'end':8,'quote':'Executes'}],"
                + "'signals':[{'id':'schema/freeform-command',"
                + "'message':'Accepts freeform code/query input (command)','severity':'HIGH',"
                + "'evidence':[{'at':'/inputSchema/properties/command','quote':'command'}],"
                + "'references':['CWE-78']}],'parameters':{'count':12,'required':2},"
                + "'policy':{'action':'LIMIT','limit':{'max':10,'window':'minute'},"
                + "'reason':'Paced.'},'rules':'"
                + Reports.RULES
                + "'}")
            .replace('\'', '"'),
        line);
    OutputSchema.classify().accepts(line);
  }

  @Test
  void numbersAreSpelledAlikeOnEveryJava() {
    assertTrue(lineWithConfidence(1.0 / 3).contains("\"confidence\":0.3333,"));
    assertTrue(lineWithConfidence(2e-3).contains("\"confidence\":0.002,"));
    assertTrue(lineWithConfidence(1).contains("\"confidence\":1,"));
    assertTrue(lineWithConfidence(1e-9).contains("\"confidence\":0,"));
  }

  @Test
  void aScanIsOneDocumentOfTheSchema() {
    OutputSchema.scan().accepts(Reports.write(format, Reports.scan()));
    OutputSchema.scan()
        .accepts(
            Reports.write(
                format,
                new ScanReport(
                    Reports.RULES,
                    List.of(Reports.docker(), Reports.docker()),
                    List.of(new Gap("npm:gone", Gap.Kind.NOT_FOUND, "no such package")),
                    List.of("registry.example"))));
    OutputSchema.scan().accepts(Reports.write(format, Reports.scan(Reports.big(100))));
  }

  @Test
  void whatAServerOffersBesideItsToolsIsNamed() {
    ServerManifest docker = Reports.docker().manifest();
    ServerManifest offering =
        new ServerManifest(
            docker.id(),
            docker.name(),
            docker.version(),
            docker.target(),
            docker.method(),
            "",
            "List first.",
            docker.tools(),
            List.of(
                OfferedItem.of(
                    OfferedItem.Kind.PROMPT, new JsonObjectBuilder().put("name", "tidy").build())),
            List.of(new Fact("live/stdout-noise", "1 line", "stdout")),
            List.of());
    String written =
        Reports.write(
            format,
            Reports.scan(
                new ServerReport(
                    offering, Reports.docker().assessment(), Reports.docker().policy())));

    OutputSchema.scan().accepts(written);
    assertTrue(
        written.contains("\"instructions\":\"List first.\",\"prompts\":[\"tidy\"],"), written);
    assertTrue(written.contains("\"facts\":[{\"id\":\"live/stdout-noise\","), written);
  }

  @Test
  void hostileTextIsDataInTheDocument() throws MalformedJsonException {
    for (String text : Policies.HOSTILE_NAMES) {
      String written = Reports.write(format, Reports.scan(Reports.hostile(text)));
      JsonObject server =
          JsonReader.withDefaultLimits()
              .parse(written)
              .asObject()
              .get("servers")
              .orElseThrow()
              .asArray()
              .values()
              .get(0)
              .asObject();
      assertEquals(Optional.of(text), server.text("target"));
    }
  }

  @Test
  void theIdNamesWhatWasScannedSoThatItCanBeScannedAgain() {
    assertTrue(
        Reports.write(format, Reports.scan(Reports.docker()))
            .contains("{\"id\":\"npm:docker@1.2.0\",\"name\":\"docker\",\"version\":\"1.2.0\","));
  }

  @Test
  void aSchemaThatWasNotSeenIsNoEmptySchema() {
    JsonObject raw = new io.mcpcatalogue.model.JsonObjectBuilder().put("name", "a").build();
    String written =
        Reports.write(
            format,
            Reports.scan(
                Reports.server(
                    "x",
                    List.of(
                        io.mcpcatalogue.model.ToolDefinition.of(
                            raw, SchemaCoverage.UNKNOWN, "README.md:7")),
                    List.of(Reports.assessment("a", Category.READ, Severity.LOW, "Reads.")),
                    List.of(),
                    List.of())));

    assertTrue(!written.contains("inputSchema"), written);
    assertTrue(written.contains("\"schemaCoverage\":\"UNKNOWN\""), written);
    OutputSchema.scan().accepts(written);
  }

  @Test
  void theSchemaKnowsEveryConstantAndNoOther() {
    JsonObject definitions = definitions("scan");
    assertEquals(names(Gap.Kind.values()), constants(definitions, "gap", "kind"));
    assertEquals(names(CollectionMethod.values()), constants(definitions, "server", "method"));
    assertEquals(names(SchemaCoverage.values()), constants(definitions, "tool", "schemaCoverage"));
    assertEquals(names(Category.values()), constants(member(definitions, "category")));
    assertEquals(names(Severity.values()), constants(member(definitions, "severity")));
  }

  @Test
  void bothSchemasDefineTheSharedPartsAlike() {
    JsonObject shared = definitions("classify");
    JsonObject scan = definitions("scan");
    for (String name : List.of("assessment", "signal", "category", "severity", "pointer")) {
      assertEquals(shared.get(name), scan.get(name), name);
    }
  }

  @Test
  void theSchemaRefusesWhatTheContractDoesNotHave() {
    String line =
        AssessmentJson.line(
                Optional.empty(),
                "",
                Reports.docker().assessment().tools().get(0),
                Policies.allowed("list"))
            .toString();
    OutputSchema schema = OutputSchema.classify();
    schema.accepts(line);
    schema.accepts("{\"error\":\"no JSON object\",\"line\":3}");
    assertTrue(schema.refuses(line.replace("\"rationale\"", "\"reason\"")));
    assertTrue(schema.refuses(line.replace("\"ALLOW\"", "\"LIMIT\"")));
    assertTrue(schema.refuses(line.replace("{\"name\"", "{\"extra\":1,\"name\"")));
  }

  private static String lineWithConfidence(double confidence) {
    Assessment model = Reports.docker().assessment().tools().get(0);
    Assessment assessment =
        new Assessment(
            model.tool(),
            model.category(),
            model.severity(),
            List.of(),
            confidence,
            "",
            model.evidence(),
            List.of(),
            0,
            0,
            Reports.RULES);
    return AssessmentJson.line(Optional.empty(), "", assessment, Policies.allowed("list"))
        .toString();
  }

  private static JsonObject definitions(String schema) {
    try {
      return member(
          JsonReader.withDefaultLimits().parse(OutputSchema.text(schema)).asObject(), "$defs");
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonObject member(JsonObject object, String name) {
    return object.get(name).orElseThrow().asObject();
  }

  private static List<String> constants(JsonObject definitions, String type, String property) {
    return constants(member(member(member(definitions, type), "properties"), property));
  }

  private static List<String> constants(JsonObject definition) {
    return definition.get("enum").orElseThrow().asArray().values().stream()
        .map(value -> value.text().orElseThrow())
        .toList();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
