package io.mcpcatalogue.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mcpcatalogue.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs whole command lines as a user would, with streams that a test can read. */
public final class CommandLineTester {
  private final Map<String, String> environment;
  private final boolean terminal;

  public CommandLineTester(Map<String, String> environment) {
    this(environment, false);
  }

  private CommandLineTester(Map<String, String> environment, boolean terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  /** The same on a terminal of this width. */
  public CommandLineTester onTerminal(int columns) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("COLUMNS", String.valueOf(columns));
    return new CommandLineTester(all, true);
  }

  /** With a catalogue of its own in a folder. */
  public static CommandLineTester in(Path folder) {
    return new CommandLineTester(Map.of("MCP_CATALOGUE_DB", folder.resolve("c.db").toString()));
  }

  /** What a command line left behind. */
  public record Outcome(int exitCode, String out, String err) {}

  public Outcome run(String... arguments) {
    return runWithInput("", arguments);
  }

  public Outcome runWithInput(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment,
            terminal,
            false);
    int exitCode = Main.run(console, arguments);
    return new Outcome(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }
}
