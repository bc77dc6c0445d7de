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
import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import java.util.List;

/**
 * All commands, in the order in which help shows them. A group chooses among them by itself: to
 * link a supplier for each command took Java 5 ms of every start.
 */
final class Commands {
  private Commands() {}

  private enum Name {
    SCAN,
    CLASSIFY,
    CRAWL,
    BATCH,
    SHOW,
    EXPLAIN,
    SEARCH,
    DIFF,
    CHANGES,
    STATS,
    RECLASSIFY,
    IMPORT,
    EXPORT,
    POLICIES,
    RULES
  }

  private enum Export {
    POLICIES,
    CATALOGUE
  }

  /**
   * The program itself.
   *
   * @param serverCommand what stood behind {@code --}
   */
  static CommandGroup<?> all(Console console, List<String> serverCommand) {
    return new CommandGroup<>(program(), "a command is missing", Name.values()) {
      @Override
      protected Command make(Name name) {
        return switch (name) {
          case SCAN -> new ScanCommand(console, serverCommand);
          case CLASSIFY -> new ClassifyCommand(console);
          case CRAWL -> new CrawlCommand(console);
          case BATCH -> new BatchCommand(console);
          case SHOW -> new ShowCommand(console);
          case EXPLAIN -> new ExplainCommand(console);
          case SEARCH -> new SearchCommand(console);
          case DIFF -> new DiffCommand(console);
          case CHANGES -> new ChangesCommand(console);
          case STATS -> new StatsCommand(console);
          case RECLASSIFY -> new ReclassifyCommand(console);
          case IMPORT -> new ImportCommand(console);
          case EXPORT -> export(console);
          case POLICIES -> new PolicyCommands(console);
          case RULES -> new RuleCommands(console);
        };
      }

      @Override
      protected String meant(String word) {
        return isTarget(word) ? "scan " + word : "";
      }
    };
  }

  private static boolean isTarget(String word) {
    try {
      ScanTarget.parse(word);
      return true;
    } catch (InvalidTargetException e) {
      return false;
    }
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

  private static CommandGroup<?> export(Console console) {
    return new CommandGroup<>(
        Syntax.of("Writes out what the catalogue holds."), "say what to export", Export.values()) {
      @Override
      protected Command make(Export name) {
        return switch (name) {
          case POLICIES -> new ExportPoliciesCommand(console);
          case CATALOGUE -> new ExportCatalogueCommand(console);
        };
      }
    };
  }
}
