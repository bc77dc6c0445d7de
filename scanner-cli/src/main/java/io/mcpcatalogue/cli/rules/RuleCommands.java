package io.mcpcatalogue.cli.rules;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.CommandGroup;
import io.mcpcatalogue.cli.words.Syntax;
import java.util.List;

/** {@code rules}: the rules themselves, and what they would make of tools. Immutable. */
public final class RuleCommands extends CommandGroup {
  private final Console console;

  public RuleCommands(Console console) {
    super(
        Syntax.of("Lists, shows, tests, documents and compares rules."),
        "say what to do with rules",
        List.of("list", "show", "test", "docs", "compare"));
    this.console = console;
  }

  @Override
  public Command member(String name) {
    return switch (name) {
      case "list" -> new RulesListCommand(console);
      case "show" -> new RulesShowCommand(console);
      case "test" -> new RulesTestCommand(console);
      case "docs" -> new RulesDocsCommand(console);
      case "compare" -> new RulesCompareCommand(console);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
