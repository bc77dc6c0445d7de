package io.mcpcatalogue.cli;

import io.mcpcatalogue.export.PolicyFormat;
import io.mcpcatalogue.export.PolicyFormats;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code policies formats}: what can be written. */
@Command(
    name = "formats",
    mixinStandardHelpOptions = true,
    description = "Lists the policy formats.")
final class PolicyFormatsCommand implements Callable<Integer> {
  private final Console console;

  PolicyFormatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (PolicyFormat format : PolicyFormats.all()) {
      console.out().printf(Locale.ROOT, "%-12s %s%n", format.id(), format.description());
    }
    return ExitCode.DONE.number();
  }
}
