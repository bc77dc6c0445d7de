package io.mcpcatalogue.cli.rules;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.CommandGroup;
import io.mcpcatalogue.cli.words.Syntax;

/** {@code rules}: the rules themselves, and what they would make of tools. Immutable. */
public final class RuleCommands extends CommandGroup<RuleCommands.Name> {
  private final Console console;

  enum Name {
    LIST,
    SHOW,
    TEST,
    DOCS,
    COMPARE
  }

  public RuleCommands(Console console) {
    super(
        Syntax.of("Lists, shows, tests, documents and compares rules."),
        "say what to do with rules",
        Name.values());
    this.console = console;
  }

  @Override
  protected Command make(Name name) {
    return switch (name) {
      case LIST -> new RulesListCommand(console);
      case SHOW -> new RulesShowCommand(console);
      case TEST -> new RulesTestCommand(console);
      case DOCS -> new RulesDocsCommand(console);
      case COMPARE -> new RulesCompareCommand(console);
    };
  }
}
