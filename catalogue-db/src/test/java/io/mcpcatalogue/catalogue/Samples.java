package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Servers, tools and verdicts for the tests. */
public final class Samples {
  static final String RULES = "sha256:" + "ab".repeat(32);
  static final String NEWER_RULES = "sha256:" + "cd".repeat(32);
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final Instant EVENING = Instant.parse("2026-01-01T18:00:00Z");

  private Samples() {}

  /** A tool that runs what it is given. */
  public static ToolDefinition exec() {
    return ToolDefinition.of(
        Json.object(
            """
            {"name":"exec","description":"Executes arbitrary commands in a pod.",
             "inputSchema":{"type":"object","properties":{"command":{"type":"string","description":"what to run"},
             "limit":{"type":"number","maximum":1.50}},"required":["command"]},"_meta":{"vendor":[1,true,null]}}"""),
        "tools/list");
  }

  public static ToolDefinition tool(String name, String description) {
    return ToolDefinition.of(
        Json.object("{\"name\":\"%s\",\"description\":\"%s\"}".formatted(name, description)),
        "tools/list");
  }

  static ServerManifest manifest(String id, List<ToolDefinition> tools) {
    return manifest(id, tools, List.of());
  }

  static ServerManifest manifest(String id, List<ToolDefinition> tools, List<Gap> gaps) {
    return new ServerManifest(
        id,
        id.substring(id.indexOf(':') + 1),
        "1.2.3",
        id,
        CollectionMethod.LISTED,
        "Looks after pods",
        "Ask before you \"exec\".",
        tools,
        List.of(
            OfferedItem.of(
                OfferedItem.Kind.PROMPT, Json.object("{\"name\":\"greet\",\"arguments\":[]}"))),
        List.of(new Fact("launch/unpinned-package", "npx -y pods", "mcp.json")),
        gaps);
  }

  /** A server that says this of itself, and offers a prompt. */
  static ServerManifest speaking(
      String id, String description, String instructions, String prompt) {
    ServerManifest plain = manifest(id, List.of(exec()));
    return new ServerManifest(
        id,
        plain.name(),
        plain.version(),
        plain.target(),
        plain.method(),
        description,
        instructions,
        plain.tools(),
        List.of(OfferedItem.of(OfferedItem.Kind.PROMPT, Json.object(prompt))),
        plain.facts(),
        plain.gaps());
  }

  public static ServerReport report(String id, ToolDefinition... tools) {
    return report(manifest(id, List.of(tools)), RULES);
  }

  static ServerReport report(ServerManifest manifest, String rules) {
    List<Assessment> assessments =
        manifest.tools().stream().map(tool -> assessment(tool, rules)).toList();
    boolean scanned = !manifest.tools().isEmpty() || manifest.gaps().isEmpty();
    return new ServerReport(
        manifest,
        new ServerAssessment(
            scanned ? "D" : "",
            scanned ? 41 : 0,
            scanned ? manifest.name() + ": 100 - 59" : "not scanned",
            List.of(
                new Signal(
                    "server/instructions",
                    "The instructions mention \"exec\"",
                    Severity.LOW,
                    manifest.tools().isEmpty()
                        ? List.of(new Quote("/instructions", 16, 20, "exec"))
                        : List.of(
                            new Quote("/instructions", 16, 20, "exec"),
                            Places.toolName(0, manifest.tools()),
                            new Quote("/tools/99/name", 0, 1, "?")),
                    List.of())),
            assessments),
        policy(manifest, assessments));
  }

  static ServerReport notScanned(String id) {
    return report(
        manifest(id, List.of(), List.of(new Gap(id, Gap.Kind.TIMEOUT, "no answer in 60 s"))),
        RULES);
  }

  /** A verdict with every part that a verdict can have; the name decides on its category. */
  static Assessment assessment(ToolDefinition tool, String rules) {
    boolean runs = tool.name().startsWith("exec");
    Category category = runs ? Category.EXECUTE : Category.READ;
    int length = Math.min(8, tool.description().length());
    String verb = tool.description().substring(0, length);
    List<Evidence> evidence =
        List.of(
            new Evidence("categories/verbs", category, 4.0, "/description", 0, length, verb),
            new Evidence(
                "categories/verbs", category, 2.5, "/name", 0, tool.name().length(), tool.name()),
            new Evidence(
                "categories/odd", Category.WRITE, -0.5, "/inputSchema", 0, 0, "not {there}"));
    List<Signal> signals =
        runs
            ? List.of(
                new Signal(
                    "schema/freeform-command",
                    "Accepts freeform code/query input (command)",
                    Severity.HIGH,
                    List.of(
                        new Quote("/inputSchema/properties/command", 0, 7, "command"),
                        new Quote("/inputSchema/properties/command/description", 8, 11, "run")),
                    List.of("OWASP MCP 2025 MCP05 Command Injection & Execution", "CWE-78")))
            : List.of();
    return new Assessment(
        tool.name(),
        category,
        runs ? Severity.CRITICAL : Severity.LOW,
        runs
            ? List.of(
                new SeverityMove(
                    "schema/freeform-command",
                    Severity.HIGH,
                    Severity.CRITICAL,
                    "`command` is freeform"))
            : List.of(),
        0.97,
        "The description says \"%s\", {and} the name is %s.".formatted(verb, tool.name()),
        evidence,
        signals,
        2,
        1,
        rules);
  }

  private static Policy policy(ServerManifest manifest, List<Assessment> assessments) {
    return new Policy(
        "recommended",
        manifest.name(),
        assessments.stream().map(Samples::toolPolicy).distinct().toList());
  }

  private static ToolPolicy toolPolicy(Assessment assessment) {
    return assessment.category() == Category.EXECUTE
        ? new ToolPolicy(
            assessment.tool(),
            Action.LIMIT,
            Optional.of(new Limit(10, Window.MINUTE)),
            "Runs what it is given.")
        : new ToolPolicy(assessment.tool(), Action.ALLOW, Optional.empty(), "Only reads.");
  }
}
