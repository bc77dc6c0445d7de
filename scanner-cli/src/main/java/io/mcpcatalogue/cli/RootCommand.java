package io.mcpcatalogue.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: without a sub-command there is nothing to do. */
@Command(
    name = "mcp-catalogue",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Scans MCP servers, classifies the risk of their tools, and writes policies for them."
            + " Offline, deterministic, with evidence for every word.",
    footer = {
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
      "The catalogue is $MCP_CATALOGUE_DB, else mcp-catalogue.db in the working directory."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine(), "a command is missing");
  }
}
