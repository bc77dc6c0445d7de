package io.mcpcatalogue.cli;

import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.console.WatchedStream;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.CommandGroup;
import io.mcpcatalogue.cli.words.Guess;
import io.mcpcatalogue.cli.words.HelpPage;
import io.mcpcatalogue.cli.words.SyntaxException;
import io.mcpcatalogue.cli.words.WordReader;
import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.live.command.StdioCollector;
import io.mcpcatalogue.model.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Arrays;
import java.util.List;

/** Entry point: hands the words of the command line to one command and ends with its exit code. */
public final class Main {
  private static final String PROGRAM = "mcp-catalogue";

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
      return run(console, own, Commands.all(console, serverCommand));
    } catch (OutOfMemoryError e) {
      console
          .err()
          .println(
              "mcp-catalogue: out of memory; give it more, such as MCP_CATALOGUE_OPTIONS=-Xmx2g");
      return ExitCode.FAULT.number();
    }
  }

  private static int run(Console console, List<String> words, CommandGroup<?> program) {
    String path = PROGRAM;
    Command command = program;
    int next = 0;
    while (next < words.size()
        && command instanceof CommandGroup<?> group
        && group.names().contains(words.get(next))) {
      command = group.member(words.get(next));
      path += " " + words.get(next++);
    }
    try {
      if (command instanceof CommandGroup<?> group) {
        expectNoCommand(group, path, words.subList(next, words.size()));
      }
      return run(console, path, command, words.subList(next, words.size()));
    } catch (SyntaxException e) {
      console.err().println(SafeText.line("mcp-catalogue: " + e.getMessage()));
      if (next == words.size() && command instanceof CommandGroup) {
        console.err().println();
        HelpPage.write(path, command, console, console.err());
      } else {
        console.err().println("See '" + path + " --help'.");
      }
      return ExitCode.USAGE.number();
    } catch (Exception e) {
      return failure(console, e);
    }
  }

  /** A request for help does not make an unknown word a known one. */
  private static void expectNoCommand(CommandGroup<?> group, String path, List<String> words) {
    if (words.isEmpty() || words.get(0).startsWith("-")) {
      return;
    }
    String word = words.get(0);
    if (path.equals(PROGRAM) && isTarget(word)) {
      throw new SyntaxException(
          "'" + word + "' is no command; did you mean 'mcp-catalogue scan " + word + "'?");
    }
    String guess = Guess.of(word, group.names());
    throw new SyntaxException(
        "unknown command '"
            + word
            + "'"
            + (guess.isEmpty() ? "; there are " + String.join(", ", group.names()) : guess));
  }

  private static boolean isTarget(String word) {
    try {
      ScanTarget.parse(word);
      return true;
    } catch (InvalidTargetException e) {
      return false;
    }
  }

  private static int run(Console console, String path, Command command, List<String> words)
      throws Exception {
    switch (WordReader.read(command.syntax(), words)) {
      case TELL_HELP -> HelpPage.write(path, command, console, console.out());
      case TELL_VERSION -> console.out().println("mcp-catalogue " + version());
      case WORK -> {
        return command.call();
      }
    }
    return ExitCode.DONE.number();
  }

  /** The version of this build, from the manifest of its jar. */
  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
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
