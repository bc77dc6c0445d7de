package io.mcpcatalogue.cli.rules;

import io.mcpcatalogue.classifier.load.RuleLibrary;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
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
