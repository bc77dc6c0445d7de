package io.mcpcatalogue.export.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class InterceptFormatTest {
  private final PolicyFormat format = new InterceptFormat();

  @Test
  void everyActionHasItsForm() {
    assertEquals(
        """
        version: "1"
        description: "Policy for docker, profile recommended"
        default: deny
        hide:
          - "prune"
        tools:
          "list":
            rules: []
          "exec":
            rules:
              - name: "At most 10 calls per minute"
                rate_limit: 10/minute
                on_deny: "At most 10 calls per minute. Try again later."
          "pay":
            rules:
              - name: "Denied by policy"
                action: deny
                on_deny: "Requires human approval."
        """,
        format
            .write(
                Policies.policy(
                    Policies.allowed("list"),
                    Policies.limited("exec", 10, Window.MINUTE),
                    Policies.hidden("prune"),
                    Policies.denied("pay")))
            .text());
  }

  @Test
  void aServerWithoutToolsDeniesEverything() {
    assertEquals(
        """
        version: "1"
        description: "Policy for docker, profile recommended"
        default: deny
        tools: {}
        """,
        format.write(Policies.policy()).text());
  }

  @Test
  void aLimitOnANameWithADotBecomesADenialAndIsReported() {
    PolicyText written =
        format.write(Policies.policy(Policies.limited("policies.create", 30, Window.MINUTE)));

    assertEquals(
        List.of(
            new PolicyText.Loss(
                "policies.create",
                "denied: Intercept cannot count calls of a tool with a dot in its name")),
        written.losses());
    assertEquals(List.of(), format.faultsIn(Policies.parse(format, written.text())));
  }

  @Test
  void hostileNamesComeBackFromAnotherParserAsTheyWere() {
    List<ToolPolicy> tools = new ArrayList<>();
    for (String name : Policies.HOSTILE_NAMES) {
      if (ToolNames.whyNotWritten(name).isEmpty()) {
        tools.add(Policies.allowed(name));
        tools.add(Policies.hidden("hidden " + name));
      }
    }

    String text = format.write(new Policy("strict", "x\ny: \ud800\u202e", tools)).text();
    Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);

    assertEquals(
        tools.stream()
            .filter(t -> t.action() == Policy.Action.ALLOW)
            .map(ToolPolicy::tool)
            .toList(),
        List.copyOf(((Map<?, ?>) document.get("tools")).keySet()));
    assertEquals(
        tools.stream().filter(t -> t.action() == Policy.Action.HIDE).map(ToolPolicy::tool).toList(),
        document.get("hide"));
    assertEquals(
        "Policy for x\\ny: \\u{d800}\\u{202e}, profile strict", document.get("description"));
  }

  @Test
  void theSnippetOfTheSeedCatalogueIsRefused() {
    JsonValue snippet =
        Policies.parse(
            format,
            """
            tools:
              exec_in_pod:
                rules:
                  - action: allow
                    rate_limit:
                      max: 10
                      window: 60
                    validate:
                      required_args: true
            """);

    assertEquals(
        List.of("V0", "V1", "V10", "V9", "W6"),
        format.faultsIn(snippet).stream().map(PolicyFault::rule).sorted().distinct().toList());
  }
}
