package io.mcpcatalogue.cli;

import io.mcpcatalogue.cli.catalogue.ChangesCommand;
import io.mcpcatalogue.cli.catalogue.DiffCommand;
import io.mcpcatalogue.cli.catalogue.ExplainCommand;
import io.mcpcatalogue.cli.catalogue.ExportCatalogueCommand;
import io.mcpcatalogue.cli.catalogue.ImportCommand;
import io.mcpcatalogue.cli.catalogue.ReclassifyCommand;
import io.mcpcatalogue.cli.catalogue.SearchCommand;
import io.mcpcatalogue.cli.catalogue.ShowCommand;
import io.mcpcatalogue.cli.catalogue.StatsCommand;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.policies.ExportPoliciesCommand;
import io.mcpcatalogue.cli.policies.PolicyCommands;
import io.mcpcatalogue.cli.rules.RuleCommands;
import io.mcpcatalogue.cli.scan.BatchCommand;
import io.mcpcatalogue.cli.scan.ClassifyCommand;
import io.mcpcatalogue.cli.scan.CrawlCommand;
import io.mcpcatalogue.cli.scan.ScanCommand;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.CommandGroup;
import io.mcpcatalogue.cli.words.Syntax;
import java.util.List;

/**
 * All commands, in the order in which help shows them. A group chooses among them by itself: to
 * link a supplier for each command took Java 5 ms of every start.
 */
final class Commands {
  private Commands() {}

  /**
   * The program itself.
   *
   * @param serverCommand what stood behind {@code --}
   */
  static CommandGroup all(Console console, List<String> serverCommand) {
    return new CommandGroup(
        program(),
        "a command is missing",
        List.of(
            "scan",
            "classify",
            "crawl",
            "batch",
            "show",
            "explain",
            "search",
            "diff",
            "changes",
            "stats",
            "reclassify",
            "import",
            "export",
            "policies",
            "rules")) {
      @Override
      public Command member(String name) {
        return switch (name) {
          case "scan" -> new ScanCommand(console, serverCommand);
          case "classify" -> new ClassifyCommand(console);
          case "crawl" -> new CrawlCommand(console);
          case "batch" -> new BatchCommand(console);
          case "show" -> new ShowCommand(console);
          case "explain" -> new ExplainCommand(console);
          case "search" -> new SearchCommand(console);
          case "diff" -> new DiffCommand(console);
          case "changes" -> new ChangesCommand(console);
          case "stats" -> new StatsCommand(console);
          case "reclassify" -> new ReclassifyCommand(console);
          case "import" -> new ImportCommand(console);
          case "export" -> export(console);
          case "policies" -> new PolicyCommands(console);
          case "rules" -> new RuleCommands(console);
          default -> throw new IllegalArgumentException(name);
        };
      }
    };
  }

  private static Syntax program() {
    return Syntax.of(
            "Scans MCP servers, classifies the risk of their tools, and writes policies for them."
                + " Offline, deterministic, with evidence for every word.")
        .footer(
            "",
            "Start with one of",
            "  mcp-catalogue scan .                         the sources in this folder",
            "  mcp-catalogue scan config                    the servers your MCP clients are set up with",
            "  mcp-catalogue scan npm:NAME                  a package, read and not run",
            "  mcp-catalogue scan https://HOST/mcp          a server on the network",
            "  mcp-catalogue scan -- npx -y NAME            a server that this runs",
            "and ask for the reasons with 'mcp-catalogue show SERVER TOOL'.",
            "",
            "Exit codes: 0 done, 1 fault of the program, 2 wrong usage or input,",
            "3 nothing could be scanned, 4 a finding at or above --fail-on, 5 done with gaps.",
            "The catalogue is $MCP_CATALOGUE_DB, else mcp-catalogue.db in the working directory.");
  }

  private static CommandGroup export(Console console) {
    return new CommandGroup(
        Syntax.of("Writes out what the catalogue holds."),
        "say what to export",
        List.of("policies", "catalogue")) {
      @Override
      public Command member(String name) {
        return switch (name) {
          case "policies" -> new ExportPoliciesCommand(console);
          case "catalogue" -> new ExportCatalogueCommand(console);
          default -> throw new IllegalArgumentException(name);
        };
      }
    };
  }
}
