package io.mcpcatalogue.export;

import io.mcpcatalogue.export.policy.Policies;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reports for tests. */
final class Reports {
  static final String RULES = "sha256:" + "0".repeat(64);

  private Reports() {}

  /** A server with one tool of each kind that matters, a signal of its own, and a gap. */
  static ServerReport docker() {
    return server(
        "docker",
        List.of(
            tool("list", "Lists containers.", "tools/list"),
            tool("exec", "Executes arbitrary commands.", "src/exec tool.ts:12")),
        List.of(
            assessment("list", Category.READ, Severity.LOW, "Lists."),
            assessment(
                "exec",
                Category.EXECUTE,
                Severity.CRITICAL,
                "Runs arbitrary commands.",
                new Signal(
                    "schema/freeform-command",
                    "Accepts freeform code/query input (command)",
                    Severity.HIGH,
                    List.of(new Quote("/inputSchema/properties/command", 0, 7, "command")),
                    List.of("CWE-78")))),
        List.of(Policies.allowed("list"), Policies.limited("exec", 10, Window.MINUTE)),
        List.of(new Gap("src/other.ts:3", Gap.Kind.DYNAMIC, "the name is computed")));
  }

  static ServerReport server(
      String name,
      List<ToolDefinition> tools,
      List<Assessment> assessments,
      List<ToolPolicy> policies,
      List<Gap> gaps) {
    boolean scanned = !tools.isEmpty();
    return new ServerReport(
        new ServerManifest(
            "npm:" + name,
            name,
            "1.2.0",
            "npm:" + name,
            CollectionMethod.EXTRACTED,
            "",
            "",
            tools,
            List.of(),
            List.of(),
            gaps),
        new ServerAssessment(
            scanned ? "D" : "",
            scanned ? 38 : 0,
            scanned ? "One tool runs anything." : "",
            List.of(),
            assessments),
        new Policy("recommended", name, policies));
  }

  /** A server whose every text is the given one. */
  static ServerReport hostile(String text) {
    Signal signal =
        new Signal(text, text, Severity.HIGH, List.of(new Quote(text, 0, 1, text)), List.of(text));
    String name = text.isEmpty() ? "x" : text;
    return new ServerReport(
        new ServerManifest(
            text,
            text,
            text,
            text,
            CollectionMethod.LISTED,
            text,
            text,
            List.of(tool(name, text, text)),
            List.of(),
            List.of(),
            List.of(new Gap(text, Gap.Kind.MALFORMED, text))),
        new ServerAssessment(
            "D",
            1,
            text,
            List.of(signal),
            List.of(assessment(name, Category.WRITE, Severity.HIGH, text, signal))),
        new Policy(text, text, List.of(Policies.denied(name))));
  }

  static ServerReport big(int count) {
    List<ToolDefinition> tools = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    List<ToolPolicy> policies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "tool_" + i;
      tools.add(tool(name, "Does something. ".repeat(20), "tools/list"));
      assessments.add(
          assessment(
              name,
              Category.WRITE,
              i % 2 == 0 ? Severity.HIGH : Severity.MEDIUM,
              "Writes. ".repeat(20),
              new Signal(
                  "schema/url",
                  "Accepts a URL",
                  Severity.LOW,
                  List.of(new Quote("/description", 0, 3, "url")),
                  List.of())));
      policies.add(Policies.limited(name, 30, Window.MINUTE));
    }
    return server("big", tools, assessments, policies, List.of());
  }

  static ToolDefinition tool(String name, String description, String origin) {
    JsonObject raw =
        new JsonObjectBuilder()
            .put("name", name)
            .put("description", description)
            .put("inputSchema", new JsonObjectBuilder().put("type", "object").build())
            .build();
    return ToolDefinition.of(raw, origin);
  }

  static Assessment assessment(
      String tool, Category category, Severity severity, String rationale, Signal... signals) {
    return new Assessment(
        tool,
        category,
        severity,
        List.of(),
        0.97,
        rationale,
        List.of(new Evidence("categories/verb", category, 4, "/description", 0, 8, "Executes")),
        List.of(signals),
        12,
        2,
        RULES);
  }

  static ScanReport scan(ServerReport... servers) {
    return new ScanReport(RULES, List.of(servers), List.of(), List.of());
  }

  static String write(ReportFormat format, ScanReport report) {
    return write(format, report, ReportStyle.PLAIN);
  }

  static String write(ReportFormat format, ScanReport report, ReportStyle style) {
    StringBuilder out = new StringBuilder();
    try {
      format.write(report, style, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
