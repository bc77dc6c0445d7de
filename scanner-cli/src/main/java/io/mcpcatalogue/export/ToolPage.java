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

  private ToolPage() {}

  /** Writes the page of every tool with this name, and says whether there was one. */
  public static boolean write(ServerReport server, String toolName, Appendable out)
      throws IOException {
    List<ReportedTool> tools =
        ReportedTool.of(server).stream()
            .filter(tool -> tool.definition().name().equals(toolName))
            .toList();
    for (ReportedTool tool : tools) {
      write(server, tool, out);
    }
    return !tools.isEmpty();
  }

  private static void write(ServerReport server, ReportedTool tool, Appendable out)
      throws IOException {
    Assessment verdict = tool.assessment();
    line(out, tool.definition().name() + "  —  " + server.manifest().name());
    line(out, "");
    line(out, SafeText.cut(tool.definition().description(), LONGEST_DESCRIPTION));
    line(out, "");
    field(out, "Category", verdict.category() + ", confidence " + percent(verdict.confidence()));
    field(out, "Risk class", verdict.riskClass().name());
    field(out, "Severity", verdict.severity().name());
    for (SeverityMove move : verdict.severityMoves()) {
      field(
          out,
          "",
          move.from() + " to " + move.to() + ": " + move.reason() + " [" + move.rule() + "]");
    }
    field(out, "Why", verdict.rationale());
    field(out, "Parameters", parameters(tool));
    field(out, "Policy", tool.actionInShort() + ". " + tool.policy().reason());
    field(out, "Found in", tool.definition().origin());
    field(out, "Rules", verdict.rulesDigest());
    signals(verdict, out);
    evidence(verdict, out);
    line(out, "");
  }

  private static void signals(Assessment verdict, Appendable out) throws IOException {
    if (verdict.signals().isEmpty()) {
      return;
    }
    line(out, "");
    line(out, "Signals");
    for (Signal signal : verdict.signals()) {
      line(out, "  " + SafeText.cell(signal.severity().name(), 8) + " " + signal.message());
      line(out, "           " + signal.id() + references(signal));
      for (Quote quote : signal.evidence()) {
        line(
            out,
            "           "
                + quote.at()
                + "  \""
                + SafeText.cut(quote.words(), LONGEST_QUOTE)
                + "\"");
      }
    }
  }

  private static void evidence(Assessment verdict, Appendable out) throws IOException {
    if (verdict.evidence().isEmpty()) {
      return;
    }
    line(out, "");
    line(out, "Evidence");
    for (Evidence evidence : verdict.evidence()) {
      line(
          out,
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

  private static void field(Appendable out, String name, String value) throws IOException {
    line(out, SafeText.cell(name, 12) + value);
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(SafeText.line(text)).append('\n');
  }
}
