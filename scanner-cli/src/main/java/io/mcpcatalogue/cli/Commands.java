package io.mcpcatalogue.cli;

import java.util.List;

/** All commands, in the order in which help shows them. */
final class Commands {
  private Commands() {}

  /**
   * The program itself.
   *
   * @param serverCommand what stood behind {@code --}
   */
  static CommandGroup all(Console console, List<String> serverCommand) {
    return new CommandGroup(program(), "a command is missing")
        .with("scan", () -> new ScanCommand(console, serverCommand))
        .with("classify", () -> new ClassifyCommand(console))
        .with("crawl", () -> new CrawlCommand(console))
        .with("batch", () -> new BatchCommand(console))
        .with("show", () -> new ShowCommand(console))
        .with("explain", () -> new ExplainCommand(console))
        .with("search", () -> new SearchCommand(console))
        .with("diff", () -> new DiffCommand(console))
        .with("changes", () -> new ChangesCommand(console))
        .with("stats", () -> new StatsCommand(console))
        .with("reclassify", () -> new ReclassifyCommand(console))
        .with("import", () -> new ImportCommand(console))
        .with("export", () -> export(console))
        .with("policies", () -> policies(console))
        .with("rules", () -> rules(console));
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
    return new CommandGroup(Syntax.of("Writes out what the catalogue holds."), "say what to export")
        .with("policies", () -> new ExportPoliciesCommand(console))
        .with("catalogue", () -> new ExportCatalogueCommand(console));
  }

  private static CommandGroup policies(Console console) {
    return new CommandGroup(
            Syntax.of("Lists the policy formats and checks policy files."),
            "say what to do with policies")
        .with("formats", () -> new PolicyFormatsCommand(console))
        .with("validate", () -> new PolicyValidateCommand(console));
  }

  private static CommandGroup rules(Console console) {
    return new CommandGroup(
            Syntax.of("Lists, shows, tests, documents and compares rules."),
            "say what to do with rules")
        .with("list", () -> new RulesListCommand(console))
        .with("show", () -> new RulesShowCommand(console))
        .with("test", () -> new RulesTestCommand(console))
        .with("docs", () -> new RulesDocsCommand(console))
        .with("compare", () -> new RulesCompareCommand(console));
  }
}
