package io.mcpcatalogue.cli;

import java.util.List;

/** All commands, in the order in which help shows them. */
final class Commands {
  private Commands() {}

  /**
   * The commands for one command line.
   *
   * @param serverCommand what stood behind {@code --}
   */
  static List<Object> all(Console console, List<String> serverCommand) {
    return List.of(
        new ScanCommand(console, serverCommand),
        new ClassifyCommand(console),
        new CrawlCommand(console),
        new BatchCommand(console),
        new ShowCommand(console),
        new ExplainCommand(console),
        new SearchCommand(console),
        new DiffCommand(console),
        new ChangesCommand(console),
        new StatsCommand(console),
        new ReclassifyCommand(console),
        new ImportCommand(console),
        ExportCommand.with(console),
        PoliciesCommand.with(console),
        RulesCommand.with(console));
  }
}
