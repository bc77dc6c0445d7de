package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The verdict on one tool with all its reasons, for people. */
public final class ToolPage {
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int LONGEST_QUOTE = 120;

  private static final int FIELD = 12;

  private final int columns;
  private final Appendable out;

  private ToolPage(int columns, Appendable out) {
    this.columns = columns;
    this.out = out;
  }

  /**
   * Writes the page of every tool with this name, and says whether there was one.
   *
   * @param columns how wide a line may be
   */
  public static boolean write(ServerReport server, String toolName, int columns, Appendable out)
      throws IOException {
    List<ReportedTool> tools = named(toolName, server);
    for (ReportedTool tool : tools) {
      new ToolPage(columns, out).write(server, tool);
    }
    return !tools.isEmpty();
  }

  /** Writes the same for machines, as a scan in JSON does; one line a tool. */
  public static boolean writeJson(ServerReport server, String toolName, Appendable out)
      throws IOException {
    List<ReportedTool> tools = named(toolName, server);
    for (ReportedTool tool : tools) {
      out.append(JsonReport.tool(server.manifest().name(), tool).toString()).append('\n');
    }
    return !tools.isEmpty();
  }

  private static List<ReportedTool> named(String toolName, ServerReport server) {
    return ReportedTool.of(server).stream()
        .filter(tool -> tool.definition().name().equals(toolName))
        .toList();
  }

  private void write(ServerReport server, ReportedTool tool) throws IOException {
    Assessment verdict = tool.assessment();
    line(tool.definition().name() + "  —  " + server.manifest().name());
    line("");
    line(SafeText.cut(tool.definition().description(), LONGEST_DESCRIPTION));
    line("");
    field("Category", verdict.category() + ", confidence " + percent(verdict.confidence()));
    field("Risk class", verdict.riskClass().name());
    field("Severity", verdict.severity().name());
    for (SeverityMove move : verdict.severityMoves()) {
      field("", move.from() + " to " + move.to() + ": " + move.reason() + " [" + move.rule() + "]");
    }
    field("Why", verdict.rationale());
    field("Parameters", parameters(tool));
    field("Policy", tool.actionInShort() + ". " + tool.policy().reason());
    field("Found in", tool.definition().origin());
    field("Rules", verdict.rulesDigest());
    signals(verdict);
    evidence(verdict);
    line("");
  }

  private void signals(Assessment verdict) throws IOException {
    if (verdict.signals().isEmpty()) {
      return;
    }
    line("");
    line("Signals");
    for (Signal signal : verdict.signals()) {
      line("  " + SafeText.cell(signal.severity().name(), 8) + " " + signal.message());
      line("           " + signal.id() + references(signal));
      for (Quote quote : signal.evidence()) {
        line(
            "           "
                + quote.at()
                + "  \""
                + SafeText.cut(quote.words(), LONGEST_QUOTE)
                + "\"");
      }
    }
  }

  private void evidence(Assessment verdict) throws IOException {
    if (verdict.evidence().isEmpty()) {
      return;
    }
    line("");
    line("Evidence");
    for (Evidence evidence : verdict.evidence()) {
      line(
          String.format(
              Locale.ROOT,
              "  %+5.1f %-11s %s  \"%s\"  [%s]",
              evidence.weight(),
              evidence.category(),
              evidence.at(),
              SafeText.cut(evidence.quote(), LONGEST_QUOTE),
              evidence.rule()));
    }
  }

  private static String parameters(ReportedTool tool) {
    String counts =
        tool.assessment().parameterCount() + ", " + tool.assessment().requiredCount() + " required";
    return switch (tool.definition().schemaCoverage()) {
      case COMPLETE -> counts;
      case PARTIAL -> counts + " (only part of the schema is known)";
      case UNKNOWN -> "not known";
    };
  }

  private static String references(Signal signal) {
    return signal.references().isEmpty() ? "" : "  " + String.join("; ", signal.references());
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private void field(String name, String value) throws IOException {
    String label = name;
    for (String line : Wrapped.lines(value, columns - FIELD, Wrapped.MOST_LINES)) {
      out.append(SafeText.cell(label, FIELD)).append(line).append('\n');
      label = "";
    }
  }

  private void line(String text) throws IOException {
    for (String line : Wrapped.indented(text, columns)) {
      out.append(line).append('\n');
    }
  }
}
