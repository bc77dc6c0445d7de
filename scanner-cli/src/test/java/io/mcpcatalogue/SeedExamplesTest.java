package io.mcpcatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.policy.PolicyDeriver;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.export.policy.PolicyFormats;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tools that hosted catalogues show on their own pages: our verdicts and policies agree where
 * theirs are right.
 */
class SeedExamplesTest {
  private static final RuleSet RULES = RuleSets.builtIn();
  private final Classifier classifier = new Classifier(RULES);

  private static final String EXEC_IN_A_CONTAINER =
      """
      {"name":"exec","description":"Executes arbitrary commands inside a running Docker container \
      and returns structured output. WARNING: may execute untrusted code.",
       "inputSchema":{"type":"object","required":["container","command"],"properties":{
        "container":{"type":"string","description":"Container name or ID"},
        "command":{"type":"array","items":{"type":"string"},"description":"Command to execute"},
        "workdir":{"type":"string","description":"Working directory inside the container"},
        "user":{"type":"string"},
        "env":{"type":"array","items":{"type":"string"}},
        "envFile":{"type":"string"},
        "detach":{"type":"boolean"},
        "timeout":{"type":"integer"},
        "parseJson":{"type":"boolean"},
        "limit":{"type":"number"},
        "path":{"type":"string","description":"Host working directory"},
        "compact":{"type":"boolean"}}}}
      """;

  @Test
  void aCommandInAPodIsExecuteAndHigh() throws MalformedJsonException {
    Assessment verdict =
        assess(
            "Kubernetes",
            """
            {"name":"exec_in_pod","description":"Execute a command in a Kubernetes pod or container and return \
            the output. Command must be an array of strings where the first element is the executable and \
            remaining elements are arguments. This executes directly without shell interpretation for security."}
            """);

    assertEquals(Category.EXECUTE, verdict.category());
    assertEquals(Severity.HIGH, verdict.riskClass());
    assertTrue(verdict.severity().isAtLeast(Severity.HIGH));
  }

  @Test
  void anyCommandInAContainerIsCriticalAndSaysWhy() throws MalformedJsonException {
    Assessment verdict = assess("Docker", EXEC_IN_A_CONTAINER);

    assertEquals(Category.EXECUTE, verdict.category());
    assertEquals(Severity.HIGH, verdict.riskClass());
    assertEquals(Severity.CRITICAL, verdict.severity());
    assertEquals(12, verdict.parameterCount());
    assertEquals(2, verdict.requiredCount());
    List<String> messages = verdict.signals().stream().map(Signal::message).toList();
    assertTrue(
        messages.contains("Accepts freeform code/query input (command)"), messages.toString());
    assertTrue(messages.contains("Accepts file system path (path)"), messages.toString());
    assertTrue(messages.contains("High parameter count (12 properties)"), messages.toString());
    assertTrue(messages.stream().anyMatch(text -> text.contains("arbitrary")), messages.toString());
    assertTrue(messages.stream().anyMatch(text -> text.contains("untrusted")), messages.toString());
  }

  @Test
  void itsPolicyIsTheOneTheCataloguePrints() throws MalformedJsonException {
    assertEquals(printedPolicyOf("exec"), policyOf("Docker", EXEC_IN_A_CONTAINER));
  }

  @Test
  void aCommandInABrowserMachineIsOfTheSameKind() throws MalformedJsonException {
    // The description is cut off in the middle, as the catalogue prints it.
    String cut =
        """
        {"name":"exec_command","description":"Execute a command synchronously inside a browser VM. Returns stdout, \
        stderr, and exit code. The command field is the executable; use args for its arguments. Common uses: read \
        files (command:"}
        """;
    assertEquals(Category.EXECUTE, assess("Kernel MCP Server", cut).category());
    assertEquals(printedPolicyOf("exec_command"), policyOf("Kernel MCP Server", cut));
  }

  private Assessment assess(String server, String json) throws MalformedJsonException {
    return classifier.assess(tool(json), server);
  }

  private String policyOf(String server, String json) throws MalformedJsonException {
    PolicyDeriver deriver = new PolicyDeriver(RULES.profile("recommended").orElseThrow());
    Policy policy = deriver.derive(server, List.of(assess(server, json)));
    return PolicyFormats.byId("policylayer").orElseThrow().write(policy).text();
  }

  private static ToolDefinition tool(String json) throws MalformedJsonException {
    return ToolDefinition.of(JsonReader.withDefaultLimits().parse(json).asObject(), "test");
  }

  private static String printedPolicyOf(String tool) {
    return """
        {
          "version": "1",
          "default": "deny",
          "tools": {
            "TOOL": {
              "limits": [
                {
                  "counter": "TOOL_rate",
                  "window": "minute",
                  "max": 10,
                  "scope": "grant"
                }
              ]
            }
          }
        }
        """
        .replace("TOOL", tool);
  }
}
