package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The report for pull requests and wikis. Immutable. */
final class MarkdownReport implements ReportFormat {

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public void write(ScanReport report, ReportStyle style, Appendable out) throws IOException {
    out.append("# MCP scan\n\n");
    out.append("Rules ").append(MarkdownText.code(report.rulesDigest())).append(". ");
    out.append(MarkdownText.prose(Contacts.sentence(report))).append('\n');
    for (ServerReport server : report.servers()) {
      write(server, out);
    }
    if (!report.gaps().isEmpty()) {
      out.append("\n## Not scanned\n");
      gaps(report.gaps(), out);
    }
  }

  private static void write(ServerReport server, Appendable out) throws IOException {
    ServerManifest manifest = server.manifest();
    out.append("\n## ").append(MarkdownText.code(manifest.name())).append("\n\n");
    out.append(MarkdownText.code(manifest.id()));
    if (!manifest.version().isEmpty()) {
      out.append(" version ").append(MarkdownText.code(manifest.version()));
    }
    out.append(", ").append(manifest.method().name()).append(". ");
    out.append(verdict(server)).append('\n');
    tools(server, out);
    if (!server.assessment().signals().isEmpty()) {
      out.append("\n### About the server\n\n| Severity | Signal |\n|---|---|\n");
      for (Signal signal : server.assessment().signals()) {
        Optional<String> accepted = server.acceptance().reason("", signal.id());
        row(
            out,
            signal.severity().name(),
            MarkdownText.prose(ReportedTool.message(signal, accepted)));
      }
    }
    if (!manifest.gaps().isEmpty()) {
      out.append("\n### Not seen\n");
      gaps(manifest.gaps(), out);
    }
  }

  private static String verdict(ServerReport server) {
    if (!server.isScanned()) {
      return "**Not scanned**: no tool could be seen, which says nothing about its risk.";
    }
    String grade =
        server.assessment().grade().isEmpty()
            ? "No grade."
            : "**Grade "
                + MarkdownText.prose(server.assessment().grade())
                + "**, "
                + server.assessment().score()
                + " of 100.";
    return grade + " " + MarkdownText.prose(server.assessment().explanation());
  }

  private static void tools(ServerReport server, Appendable out) throws IOException {
    if (server.manifest().tools().isEmpty()) {
      return;
    }
    out.append("\n| Severity | Category | Tool | Policy | Why |\n|---|---|---|---|---|\n");
    for (ReportedTool tool : ReportedTool.sorted(server)) {
      row(
          out,
          tool.assessment().severity().name(),
          tool.assessment().category().name(),
          MarkdownText.code(tool.definition().name()),
          tool.actionInShort(),
          MarkdownText.prose(tool.why()));
    }
  }

  private static void gaps(List<Gap> gaps, Appendable out) throws IOException {
    out.append("\n| Where | Kind | Reason |\n|---|---|---|\n");
    for (Gap gap : gaps) {
      row(out, MarkdownText.code(gap.where()), gap.kind().name(), MarkdownText.prose(gap.reason()));
    }
  }

  private static void row(Appendable out, String... cells) throws IOException {
    for (String cell : cells) {
      out.append("| ").append(cell).append(' ');
    }
    out.append("|\n");
  }
}
