package io.mcpcatalogue.cli;

import io.mcpcatalogue.model.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point: hands the words of the command line to one command and ends with its exit code. */
public final class Main {
  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 100;

  private Main() {}

  public static void main(String[] arguments) {
    WatchedStream out = new WatchedStream(new FileOutputStream(FileDescriptor.out));
    Console console = Console.ofProcess(out);
    int exitCode = run(console, arguments);
    console.flush();
    if (out.loss().isPresent()) {
      console.err().println("mcp-catalogue: output was lost: " + out.loss().get());
      console.flush();
      exitCode = ExitCode.USAGE.number();
    }
    System.exit(exitCode);
  }

  /** Runs one command line; all a test needs. */
  public static int run(Console console, String... arguments) {
    List<String> words = Arrays.asList(arguments);
    // To the other commands "--" says, as everywhere, that no option follows.
    int dashes = words.indexOf("scan") == 0 ? words.indexOf("--") : -1;
    // What follows "--" is the command of a server, not ours: it must never be read as our options.
    List<String> own = dashes < 0 ? words : words.subList(0, dashes);
    List<String> serverCommand =
        dashes < 0 ? List.of() : List.copyOf(words.subList(dashes + 1, words.size()));
    try {
      return commandLine(console, own, serverCommand).execute(own.toArray(String[]::new));
    } catch (OutOfMemoryError e) {
      console
          .err()
          .println(
              "mcp-catalogue: out of memory; give it more, such as MCP_CATALOGUE_OPTIONS=-Xmx2g");
      return ExitCode.FAULT.number();
    }
  }

  static CommandLine commandLine(Console console, List<String> words, List<String> serverCommand) {
    CommandLine line = new CommandLine(new RootCommand());
    Commands.neededFor(words, console, serverCommand).forEach(line::addSubcommand);
    line.getSubcommands().values().forEach(Main::tellVersion);
    return line.setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, console.columns())))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((e, unparsed) -> usage(console, e))
        .setExecutionStrategy(Main::execute)
        .setExecutionExceptionHandler((e, command, result) -> failure(console, e));
  }

  /** {@code --version} means the program, wherever it stands. */
  private static void tellVersion(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(Main::tellVersion);
  }

  /** A request for help does not make an unknown word a known one. */
  private static int execute(ParseResult result) {
    for (CommandLine command : result.asCommandLineList()) {
      if (!command.getUnmatchedArguments().isEmpty()) {
        throw new UnmatchedArgumentException(command, command.getUnmatchedArguments());
      }
    }
    return new CommandLine.RunLast().execute(result);
  }

  private static int usage(Console console, ParameterException e) {
    CommandLine command = e.getCommandLine();
    console.err().println(SafeText.line("mcp-catalogue: " + UsageFault.describe(e)));
    if (e instanceof MissingCommandException) {
      console.err().println();
      command.usage(console.err());
    } else {
      console.err().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return ExitCode.USAGE.number();
  }

  private static int failure(Console console, Exception e) {
    if (e instanceof UsageException) {
      // A fault a line: rule files are told all their faults at once.
      ("mcp-catalogue: " + e.getMessage())
          .lines()
          .forEach(line -> console.err().println(SafeText.line(line)));
      return ExitCode.USAGE.number();
    }
    console.err().println(SafeText.line("mcp-catalogue: unexpected fault: " + e));
    if (console.environment().containsKey("MCP_CATALOGUE_DEBUG")) {
      e.printStackTrace(console.err());
    } else {
      console.err().println("Set MCP_CATALOGUE_DEBUG=1 to see where it happened.");
    }
    return ExitCode.FAULT.number();
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
