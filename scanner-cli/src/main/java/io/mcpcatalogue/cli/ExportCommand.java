package io.mcpcatalogue.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code export}: what leaves the catalogue. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Writes out what the catalogue holds.")
final class ExportCommand implements Runnable {
  @Spec private CommandSpec spec;

  private ExportCommand() {}

  static CommandLine with(Console console) {
    return new CommandLine(new ExportCommand())
        .addSubcommand(new ExportPoliciesCommand(console))
        .addSubcommand(new ExportCatalogueCommand(console));
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine(), "say what to export");
  }
}
