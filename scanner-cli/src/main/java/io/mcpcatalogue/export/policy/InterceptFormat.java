package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.export.policy.PolicyText.Loss;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The YAML of Intercept, the open-source MCP proxy. Immutable. */
final class InterceptFormat implements PolicyFormat {

  @Override
  public String id() {
    return "intercept";
  }

  @Override
  public String description() {
    return "Intercept proxy (policy.yaml)";
  }

  @Override
  public Syntax syntax() {
    return Syntax.YAML;
  }

  @Override
  public String fileExtension() {
    return "yaml";
  }

  @Override
  public PolicyText write(Policy policy) {
    List<String> hidden = new ArrayList<>();
    StringBuilder tools = new StringBuilder();
    List<Loss> losses = new ArrayList<>();
    for (ToolPolicy tool : ToolNames.writable(policy, losses)) {
      switch (tool.action()) {
        case HIDE -> hidden.add(tool.tool());
        case ALLOW -> tool(tools, tool).append("    rules: []\n");
        case DENY -> denied(tool(tools, tool), tool.reason());
        case LIMIT -> limited(tool(tools, tool), tool, losses);
      }
    }
    return new PolicyText(document(policy, hidden, tools), losses);
  }

  @Override
  public List<PolicyFault> faultsIn(JsonValue document) {
    return new InterceptValidator().faultsIn(document);
  }

  private static String document(Policy policy, List<String> hidden, CharSequence tools) {
    String description =
        "Policy for " + SafeText.line(policy.server()) + ", profile " + policy.profile();
    StringBuilder out = new StringBuilder(tools.length() + 200);
    out.append("version: \"1\"\n");
    out.append("description: ").append(YamlQuoted.of(description)).append('\n');
    out.append("default: deny\n");
    if (!hidden.isEmpty()) {
      out.append("hide:\n");
      hidden.forEach(name -> out.append("  - ").append(YamlQuoted.of(name)).append('\n'));
    }
    out.append(tools.isEmpty() ? "tools: {}\n" : "tools:\n");
    return out.append(tools).toString();
  }

  private static StringBuilder tool(StringBuilder out, ToolPolicy tool) {
    return out.append("  ").append(YamlQuoted.key(tool.tool(), "  ")).append('\n');
  }

  private static void limited(StringBuilder out, ToolPolicy tool, List<Loss> losses) {
    if (tool.tool().indexOf('.') >= 0) {
      // Intercept splits the path of a counter at its dots and would look for it under another
      // tool, so it refuses the whole file.
      losses.add(
          new Loss(
              tool.tool(),
              "denied: Intercept cannot count calls of a tool with a dot in its name"));
      denied(out, "Calls of this tool cannot be counted, so it is not allowed. " + tool.reason());
      return;
    }
    Limit limit = tool.limit().orElseThrow();
    String window = limit.window().name().toLowerCase(Locale.ROOT);
    String rate = "At most " + limit.max() + " calls per " + window;
    out.append("    rules:\n");
    out.append("      - name: ").append(YamlQuoted.of(rate)).append('\n');
    out.append("        rate_limit: ").append(limit.max()).append('/').append(window).append('\n');
    out.append("        on_deny: ").append(YamlQuoted.of(rate + ". Try again later.")).append('\n');
  }

  private static void denied(StringBuilder out, String reason) {
    out.append("    rules:\n");
    out.append("      - name: \"Denied by policy\"\n");
    out.append("        action: deny\n");
    out.append("        on_deny: ").append(YamlQuoted.of(reason)).append('\n');
  }
}
