package io.mcpcatalogue.cli.policies;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.CommandGroup;
import io.mcpcatalogue.cli.words.Syntax;
import java.util.List;

/** {@code policies}: what can be done with policies without a catalogue. Immutable. */
public final class PolicyCommands extends CommandGroup {
  private final Console console;

  public PolicyCommands(Console console) {
    super(
        Syntax.of("Lists the policy formats and checks policy files."),
        "say what to do with policies",
        List.of("formats", "validate"));
    this.console = console;
  }

  @Override
  public Command member(String name) {
    return switch (name) {
      case "formats" -> new PolicyFormatsCommand(console);
      case "validate" -> new PolicyValidateCommand(console);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
