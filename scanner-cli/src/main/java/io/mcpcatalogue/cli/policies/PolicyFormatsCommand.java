package io.mcpcatalogue.cli.policies;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.policy.PolicyFormat;
import io.mcpcatalogue.export.policy.PolicyFormats;
import java.util.Locale;

/** {@code policies formats}: what can be written. */
final class PolicyFormatsCommand implements Command {
  private final Console console;

  PolicyFormatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Lists the policy formats.");
  }

  @Override
  public Integer call() {
    for (PolicyFormat format : PolicyFormats.all()) {
      console.out().printf(Locale.ROOT, "%-12s %s%n", format.id(), format.description());
    }
    return ExitCode.DONE.number();
  }
}
