package io.mcpcatalogue.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code policies}: work with policy files. */
@Command(
    name = "policies",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists the policy formats and checks policy files.")
final class PoliciesCommand implements Runnable {
  @Spec private CommandSpec spec;

  private PoliciesCommand() {}

  static CommandLine with(Console console) {
    return new CommandLine(new PoliciesCommand())
        .addSubcommand(new PolicyFormatsCommand(console))
        .addSubcommand(new PolicyValidateCommand(console));
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine(), "say what to do with policies");
  }
}
