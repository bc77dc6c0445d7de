package io.mcpcatalogue.export;

import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The report for people at a terminal: the gravest first, one line a tool. Immutable. */
final class TableReport implements ReportFormat {
  private static final int SEVERITY_COLUMNS = 8;
  private static final int CATEGORY_COLUMNS = 11;
  private static final int ACTION_COLUMNS = 10;
  private static final int WIDEST_NAME = 40;
  private static final int NARROWEST_NAME = 4;
  private static final int NAME_SHARE = 3;

  /** With less room than this the reason stands on a line of its own, below its tool. */
  private static final int NARROWEST_WHY = 50;

  /** With no room for the name either, all of it stands below the verdict. */
  private static final int DEEP_INDENT = 4;

  private static final int WHY_INDENT = 2 + SEVERITY_COLUMNS + 1;
  private static final int MOST_WHY_LINES = 2;
  private static final int MOST_LINES = 4;
  private static final List<Severity> GRAVEST_FIRST =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  @Override
  public String id() {
    return "table";
  }

  @Override
  public void write(ScanReport report, ReportStyle style, Appendable out) throws IOException {
    for (ServerReport server : report.servers()) {
      write(server, style, out);
      out.append('\n');
    }
    if (!report.gaps().isEmpty()) {
      out.append(Colour.BOLD.of("Not scanned", style)).append('\n');
      gaps(report.gaps(), style, out);
      out.append('\n');
    }
    wrapped(summary(report), 0, style, out);
  }

  private static void write(ServerReport server, ReportStyle style, Appendable out)
      throws IOException {
    ServerManifest manifest = server.manifest();
    out.append(Colour.BOLD.of(title(manifest, style), style)).append('\n');
    wrapped(verdict(server), 2, style, out);
    tools(server, style, out);
    if (!server.assessment().signals().isEmpty()) {
      out.append("  About the server:\n");
      for (Signal signal : gravestFirst(server.assessment().signals())) {
        Optional<String> accepted = server.acceptance().reason("", signal.id());
        signal(signal.severity(), ReportedTool.message(signal, accepted), style, out);
      }
    }
    if (!manifest.gaps().isEmpty()) {
      out.append("  Not seen:\n");
      gaps(manifest.gaps(), style, out);
    }
  }

  private static String title(ServerManifest manifest, ReportStyle style) {
    String version = manifest.version().isEmpty() ? "" : " " + manifest.version();
    String id = manifest.id().equals(manifest.name()) ? "" : " (" + manifest.id() + ")";
    return SafeText.cut(manifest.name() + version + id, style.columns());
  }

  private static String verdict(ServerReport server) {
    if (!server.isScanned()) {
      return "NOT SCANNED: no tool could be seen, which says nothing about its risk.";
    }
    String tools = Counted.of(server.manifest().tools().size(), "tool");
    String grade =
        server.assessment().grade().isEmpty()
            ? "No grade. "
            : "Grade "
                + server.assessment().grade()
                + ", "
                + server.assessment().score()
                + " of 100. ";
    String partly =
        server.manifest().gaps().isEmpty()
            ? ""
            : " "
                + Counted.of(server.manifest().gaps().size(), "gap")
                + ": not all of it was seen.";
    String explanation =
        server.assessment().explanation().isEmpty() ? "" : " " + server.assessment().explanation();
    return grade + tools + origin(server.manifest().method()) + "." + partly + explanation;
  }

  private static String origin(CollectionMethod method) {
    return switch (method) {
      case LISTED -> " listed by the server";
      case EXTRACTED -> " found in source code that was not run";
      case DECLARED -> " declared by a manifest or registry";
    };
  }

  private static void tools(ServerReport server, ReportStyle style, Appendable out)
      throws IOException {
    List<ReportedTool> tools = ReportedTool.sorted(server);
    if (tools.isEmpty()) {
      return;
    }
    int nameColumns = nameColumns(tools, style);
    int whyColumns =
        style.columns()
            - nameColumns
            - (2 + SEVERITY_COLUMNS + 1 + CATEGORY_COLUMNS + 1 + 1 + ACTION_COLUMNS + 1);
    for (ReportedTool tool : tools) {
      Severity severity = tool.assessment().severity();
      out.append("  ")
          .append(Colour.of(severity).of(SafeText.cell(severity.name(), SEVERITY_COLUMNS), style))
          .append(' ');
      String category = tool.assessment().category().name();
      String action = tool.actionInShort();
      if (whyColumns < 0) {
        out.append(category).append('\n');
        wrapped(tool.definition().name() + "  " + action, DEEP_INDENT, style, out);
        wrapped(tool.why(), DEEP_INDENT, MOST_WHY_LINES, style, out);
        continue;
      }
      out.append(SafeText.cell(category, CATEGORY_COLUMNS))
          .append(' ')
          .append(name(tool, nameColumns, style))
          .append(' ');
      if (whyColumns < NARROWEST_WHY) {
        out.append(action).append('\n');
        wrapped(tool.why(), WHY_INDENT, MOST_WHY_LINES, style, out);
      } else {
        out.append(SafeText.cell(action, ACTION_COLUMNS)).append(' ');
        out.append(SafeText.cut(tool.why(), whyColumns)).append('\n');
      }
    }
  }

  /** Where lines are not broken a name is longer than its column rather than cut. */
  private static String name(ReportedTool tool, int nameColumns, ReportStyle style) {
    String cell = SafeText.cell(tool.definition().name(), nameColumns);
    return style.isUnbroken() && cell.endsWith("…")
        ? SafeText.cut(tool.definition().name(), style.columns())
        : cell;
  }

  private static int nameColumns(List<ReportedTool> tools, ReportStyle style) {
    int widest = NARROWEST_NAME;
    for (ReportedTool tool : tools) {
      widest =
          Math.max(widest, SafeText.width(SafeText.cut(tool.definition().name(), WIDEST_NAME)));
    }
    return Math.min(widest, style.columns() / NAME_SHARE);
  }

  private static void signal(Severity severity, String message, ReportStyle style, Appendable out)
      throws IOException {
    out.append("    ")
        .append(Colour.of(severity).of(SafeText.cell(severity.name(), SEVERITY_COLUMNS), style))
        .append(' ')
        .append(SafeText.cut(message, style.columns() - SEVERITY_COLUMNS - 5))
        .append('\n');
  }

  private static void gaps(List<Gap> gaps, ReportStyle style, Appendable out) throws IOException {
    for (Gap gap : gaps) {
      wrapped(gap.toString(), 4, style, out);
    }
  }

  private static void wrapped(String text, int indent, ReportStyle style, Appendable out)
      throws IOException {
    wrapped(text, indent, MOST_LINES, style, out);
  }

  private static void wrapped(
      String text, int indent, int mostLines, ReportStyle style, Appendable out)
      throws IOException {
    for (String line : Wrapped.lines(text, style.columns() - indent, mostLines)) {
      out.append(" ".repeat(indent)).append(line).append('\n');
    }
  }

  private static List<Signal> gravestFirst(List<Signal> signals) {
    List<Signal> sorted = new ArrayList<>(signals);
    sorted.sort(Signal::gravestFirst);
    return sorted;
  }

  private static String summary(ScanReport report) {
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    int tools = 0;
    int gaps = report.gaps().size();
    for (ServerReport server : report.servers()) {
      tools += server.manifest().tools().size();
      gaps += server.manifest().gaps().size();
      server
          .assessment()
          .tools()
          .forEach(tool -> bySeverity.merge(tool.severity(), 1, Integer::sum));
    }
    StringBuilder text = new StringBuilder();
    text.append(Counted.of(report.servers().size(), "server")).append(", ");
    text.append(Counted.of(tools, "tool"));
    String separator = ": ";
    for (Severity severity : GRAVEST_FIRST) {
      if (bySeverity.containsKey(severity)) {
        String name = severity.name().toLowerCase(Locale.ROOT);
        text.append(separator).append(bySeverity.get(severity)).append(' ').append(name);
        separator = ", ";
      }
    }
    text.append(gaps == 0 ? ". No gaps." : ". " + Counted.of(gaps, "gap") + ".");
    long accepted = report.acceptedFindings();
    text.append(accepted == 0 ? "" : " " + Counted.of(accepted, "finding") + " accepted.");
    return text.append(' ').append(SafeText.line(Contacts.sentence(report))).toString();
  }

  /** How a terminal is told; only with {@link ReportStyle#colour}. */
  private enum Colour {
    BOLD("1"),
    BOLD_RED("1;31"),
    RED("31"),
    YELLOW("33"),
    GREEN("32");

    private final String code;

    Colour(String code) {
      this.code = code;
    }

    static Colour of(Severity severity) {
      return switch (severity) {
        case CRITICAL -> BOLD_RED;
        case HIGH -> RED;
        case MEDIUM -> YELLOW;
        case LOW -> GREEN;
      };
    }

    String of(String text, ReportStyle style) {
      return style.colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
  }
}
