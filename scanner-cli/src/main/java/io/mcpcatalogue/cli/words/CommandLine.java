package io.mcpcatalogue.cli.words;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.model.SafeText;
import java.util.List;

/** Finds the command that the first words name, and lets it work on the rest. For one use. */
public final class CommandLine {
  private final String program;
  private final Console console;
  private final List<String> words;

  private String path;
  private Command command;
  private int next;

  /**
   * @param program how it is called
   * @param commands its commands
   */
  public CommandLine(
      String program, CommandGroup<?> commands, List<String> words, Console console) {
    this.program = program;
    this.path = program;
    this.command = commands;
    this.words = words;
    this.console = console;
  }

  /**
   * Runs it; what the words have wrong is told.
   *
   * @return the exit code
   */
  public int run() throws Exception {
    while (next < words.size()
        && command instanceof CommandGroup<?> group
        && group.names().contains(words.get(next))) {
      command = group.member(words.get(next));
      path += " " + words.get(next++);
    }
    List<String> rest = words.subList(next, words.size());
    try {
      if (command instanceof CommandGroup<?> group) {
        expectNoCommand(group, rest);
      }
      return run(rest);
    } catch (SyntaxException e) {
      console.err().println(SafeText.line(program + ": " + e.getMessage()));
      if (rest.isEmpty() && command instanceof CommandGroup) {
        console.err().println();
        HelpPage.write(path, command, console, console.err());
      } else {
        console.err().println("See '" + path + " --help'.");
      }
      return ExitCode.USAGE.number();
    }
  }

  /** A request for help does not make an unknown word a known one. */
  private void expectNoCommand(CommandGroup<?> group, List<String> rest) {
    if (rest.isEmpty() || rest.get(0).startsWith("-")) {
      return;
    }
    String word = rest.get(0);
    String meant = group.meant(word);
    if (!meant.isEmpty()) {
      throw new SyntaxException(
          "'" + word + "' is no command; did you mean '" + path + " " + meant + "'?");
    }
    String guess = Guess.of(word, group.names());
    throw new SyntaxException(
        "unknown command '"
            + word
            + "'"
            + (guess.isEmpty() ? "; there are " + String.join(", ", group.names()) : guess));
  }

  private int run(List<String> rest) throws Exception {
    switch (WordReader.read(command.syntax(), rest)) {
      case TELL_HELP -> HelpPage.write(path, command, console, console.out());
      case TELL_VERSION -> console.out().println(program + " " + version());
      case WORK -> {
        return command.call();
      }
    }
    return ExitCode.DONE.number();
  }

  /** The version of this build, from the manifest of its jar. */
  private static String version() {
    String version = CommandLine.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
