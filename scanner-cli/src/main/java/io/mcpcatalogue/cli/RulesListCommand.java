package io.mcpcatalogue.cli;

import io.mcpcatalogue.classifier.load.RuleLibrary;
import java.util.Locale;

/** {@code rules list}: every rule with what it says. */
final class RulesListCommand implements Command {
  private final Console console;
  private final Parameter<String> prefix =
      Parameter.optionalText("PREFIX", "Only rules whose id begins so, such as schema/.");
  private final RuleOptions rules = new RuleOptions();

  RulesListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Lists the rules: id, severity, and what each says.").with(prefix, rules);
  }

  @Override
  public Integer call() {
    for (RuleLibrary.Entry rule : rules.library().entries()) {
      if (rule.id().startsWith(prefix.value(""))) {
        console
            .out()
            .printf(Locale.ROOT, "%-44s %-8s %s\n", rule.id(), rule.severity(), rule.summary());
      }
    }
    return ExitCode.DONE.number();
  }
}
