package io.mcpcatalogue.cli.words;

import io.mcpcatalogue.cli.console.Console;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The help of a command: how to write it, what it does, and what may follow its name. */
final class HelpPage {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 100;

  /** What is wider stands on a line of its own, above its description. */
  private static final int LEFT_COLUMN = 26;

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final String path;
  private final Command command;
  private final boolean colour;
  private final int columns;
  private final StringBuilder page = new StringBuilder();

  private HelpPage(String path, Command command, Console console) {
    this.path = path;
    this.command = command;
    this.colour = console.colour();
    this.columns = Math.max(NARROWEST, Math.min(WIDEST, console.columns()));
  }

  /**
   * Writes the help of a command.
   *
   * @param path the words that name it, the program's included
   */
  static void write(String path, Command command, Console console, PrintStream out) {
    HelpPage help = new HelpPage(path, command, console);
    help.write(command.syntax());
    out.print(help.page);
  }

  private void write(Syntax syntax) {
    List<String> synopsis = syntax.synopsis().isEmpty() ? synopsis(syntax) : syntax.synopsis();
    for (int i = 0; i < synopsis.size(); i++) {
      page.append(i == 0 ? "Usage: " : "       ").append(bold(path));
      wrap(synopsis.get(i), 7 + path.length() + 1, 7 + path.length());
    }
    syntax.description().forEach(paragraph -> wrap(paragraph, 0, 0));
    page.append('\n');
    for (Parameter<?> parameter : syntax.parameters()) {
      row("      " + written(parameter), parameter.help());
    }
    options(syntax);
    if (command instanceof CommandGroup<?> group) {
      page.append("\nCommands:\n");
      for (String name : group.names()) {
        row("  " + name, group.member(name).syntax().description().get(0));
      }
    }
    syntax.footer().forEach(line -> page.append(line).append('\n'));
  }

  private List<String> synopsis(Syntax syntax) {
    StringBuilder words = new StringBuilder();
    Set<Option<?>> options = new LinkedHashSet<>(syntax.options().values());
    options.stream()
        .filter(Option::isRequired)
        .forEach(option -> words.append(written(option)).append(' '));
    words.append("[OPTIONS]");
    syntax.parameters().forEach(parameter -> words.append(' ').append(written(parameter)));
    return List.of(words.append(command instanceof CommandGroup ? " COMMAND" : "").toString());
  }

  /** Those without a heading come first. */
  private void options(Syntax syntax) {
    syntax
        .sections()
        .forEach(
            (heading, options) -> {
              page.append(heading.isEmpty() ? "" : "\n" + heading + "\n");
              options.forEach(option -> row("      " + written(option), option.help()));
              if (heading.isEmpty()) {
                row("  -h, --help", "Show this help message and exit.");
                row("  -V, --version", "Print version information and exit.");
              }
            });
  }

  private static String written(Parameter<?> parameter) {
    String word = parameter.label() + (parameter.most() == Parameter.ANY ? "..." : "");
    return parameter.least() == 0 ? "[" + word + "]" : word;
  }

  private static String written(Option<?> option) {
    String value =
        switch (option.follows()) {
          case NONE -> "";
          case ONE -> "=" + option.label();
          case MAY_BE_MISSING -> "[=" + option.label() + "]";
        };
    return String.join(", ", option.names()) + value;
  }

  private void row(String left, String description) {
    page.append(bold(left));
    if (left.length() >= LEFT_COLUMN) {
      page.append('\n');
      wrap(description, LEFT_COLUMN, 0);
    } else {
      wrap(description, LEFT_COLUMN, left.length());
    }
  }

  /** Appends a paragraph, whose lines begin at a column, to a line that is written so far. */
  private void wrap(String text, int indent, int written) {
    int column = written;
    for (String line : lines(text, columns - indent)) {
      page.append(" ".repeat(indent - column)).append(line).append('\n');
      column = 0;
    }
  }

  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank > 0 ? blank : width;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private String bold(String text) {
    return colour ? BOLD + text + PLAIN : text;
  }
}
