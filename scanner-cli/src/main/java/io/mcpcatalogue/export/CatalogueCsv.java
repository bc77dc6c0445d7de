package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Servers and their tools as a table in CSV (RFC 4180), one row a tool and one for a server without
 * tools. No cell is ever a formula, whatever a server calls its tools.
 */
public final class CatalogueCsv {
  private static final Pattern BEHIND_SEMICOLON =
      Pattern.compile("(;\\s*)(?=[-=+@|%\uff1d\uff0b\uff0d\uff20])");

  private static final List<String> COLUMNS =
      List.of(
          "server",
          "server name",
          "version",
          "method",
          "scanned",
          "grade",
          "tool",
          "category",
          "severity",
          "confidence",
          "rationale",
          "signals",
          "parameters",
          "description");

  private CatalogueCsv() {}

  public static String header() {
    return row(COLUMNS);
  }

  /** The rows of one server. */
  public static String rows(ServerReport report) {
    StringBuilder rows = new StringBuilder();
    for (ReportedTool tool : ReportedTool.of(report)) {
      rows.append(row(cells(report, tool.definition(), tool.assessment())));
    }
    return rows.isEmpty() ? row(withoutTool(report)) : rows.toString();
  }

  private static List<String> cells(
      ServerReport report, ToolDefinition tool, Assessment assessment) {
    String signals =
        assessment.signals().stream().map(Signal::id).sorted().collect(Collectors.joining(" "));
    return List.of(
        report.manifest().id(),
        report.manifest().name(),
        report.manifest().version(),
        report.manifest().method().name(),
        "yes",
        report.assessment().grade(),
        tool.name(),
        assessment.category().name(),
        assessment.severity().name(),
        String.format(Locale.ROOT, "%.3f", assessment.confidence()),
        assessment.rationale(),
        signals,
        String.valueOf(assessment.parameterCount()),
        tool.description());
  }

  private static List<String> withoutTool(ServerReport report) {
    return List.of(
        report.manifest().id(),
        report.manifest().name(),
        report.manifest().version(),
        report.manifest().method().name(),
        report.isScanned() ? "yes" : "no",
        report.assessment().grade(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "");
  }

  private static String row(List<String> cells) {
    return cells.stream().map(CatalogueCsv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /**
   * Spreadsheets take a cell that begins with one of these for a formula, also behind blanks; an
   * apostrophe in front makes it text. In countries that write numbers with a comma a cell begins
   * behind each semicolon.
   */
  private static String cell(String text) {
    String safe = BEHIND_SEMICOLON.matcher(SafeText.line(text)).replaceAll("$1'");
    String bare = safe.stripLeading();
    boolean formula = !bare.isEmpty() && "=+-@|%".indexOf(bare.charAt(0)) >= 0;
    String guarded = formula || isFullWidthFormula(bare) ? "'" + safe : safe;
    boolean quoted =
        guarded.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\'')
            || !guarded.equals(guarded.strip());
    return quoted ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
  }

  private static boolean isFullWidthFormula(String text) {
    return !text.isEmpty() && "\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(0)) >= 0;
  }
}
