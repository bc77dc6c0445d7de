package io.mcpcatalogue.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules}: work with rules. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists, shows, tests, documents and compares rules.")
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  private RulesCommand() {}

  static CommandLine with(Console console) {
    return new CommandLine(new RulesCommand())
        .addSubcommand(new RulesListCommand(console))
        .addSubcommand(new RulesShowCommand(console))
        .addSubcommand(new RulesTestCommand(console))
        .addSubcommand(new RulesDocsCommand(console))
        .addSubcommand(new RulesCompareCommand(console));
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine(), "say what to do with rules");
  }
}
