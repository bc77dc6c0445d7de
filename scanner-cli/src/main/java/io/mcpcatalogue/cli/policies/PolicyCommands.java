package io.mcpcatalogue.cli.policies;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.CommandGroup;
import io.mcpcatalogue.cli.words.Syntax;

/** {@code policies}: what can be done with policies without a catalogue. Immutable. */
public final class PolicyCommands extends CommandGroup<PolicyCommands.Name> {
  private final Console console;

  enum Name {
    FORMATS,
    VALIDATE
  }

  public PolicyCommands(Console console) {
    super(
        Syntax.of("Lists the policy formats and checks policy files."),
        "say what to do with policies",
        Name.values());
    this.console = console;
  }

  @Override
  protected Command make(Name name) {
    return switch (name) {
      case FORMATS -> new PolicyFormatsCommand(console);
      case VALIDATE -> new PolicyValidateCommand(console);
    };
  }
}
