package io.mcpcatalogue.cli;

import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.console.WatchedStream;
import io.mcpcatalogue.cli.words.CommandLine;
import io.mcpcatalogue.collect.live.command.StdioCollector;
import io.mcpcatalogue.model.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Arrays;
import java.util.List;

/** Entry point: hands the words of the command line to one command and ends with its exit code. */
public final class Main {
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
    if (dashes >= 0) {
      StdioCollector.prepare();
    }
    try {
      return new CommandLine("mcp-catalogue", Commands.all(console, serverCommand), own, console)
          .run();
    } catch (Exception e) {
      return failure(console, e);
    } catch (OutOfMemoryError e) {
      console
          .err()
          .println(
              "mcp-catalogue: out of memory; give it more, such as MCP_CATALOGUE_OPTIONS=-Xmx2g");
      return ExitCode.FAULT.number();
    }
  }

  private static int failure(Console console, Exception e) {
    if (e instanceof UsageException) {
      // A fault a line: rule files are told all their faults at once.
      ("mcp-catalogue: " + e.getMessage())
          .lines()
          .forEach(line -> console.err().println(SafeText.line(line)));
      return ExitCode.USAGE.number();
    }
    if (e instanceof CatalogueException c && c.kind() != CatalogueException.Kind.FAILED) {
      console.err().println(SafeText.line("mcp-catalogue: " + c.getMessage()));
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
}
