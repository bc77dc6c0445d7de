package io.mcpcatalogue.cli;

import io.mcpcatalogue.classifier.load.RuleLibrary;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rules list}: every rule with what it says. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the rules: id, severity, and what each says.")
final class RulesListCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PREFIX",
      arity = "0..1",
      description = "Only rules whose id begins so, such as schema/.")
  private String prefix = "";

  @Mixin private RuleOptions rules;

  RulesListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (RuleLibrary.Entry rule : rules.library().entries()) {
      if (rule.id().startsWith(prefix)) {
        console
            .out()
            .printf(Locale.ROOT, "%-44s %-8s %s\n", rule.id(), rule.severity(), rule.summary());
      }
    }
    return ExitCode.DONE.number();
  }
}
