package io.mcpcatalogue.cli.rules;

import io.mcpcatalogue.classifier.load.RuleLibrary;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import java.io.PrintStream;

/** {@code rules show}: one rule with its reasons, its source and its examples. */
final class RulesShowCommand implements Command {
  private final Console console;
  private final Parameter<String> id = Parameter.text("ID", "The rule's id, as in results.");
  private final RuleOptions rules = new RuleOptions();

  RulesShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Shows a rule: why it is there, what it looks for, and its examples.")
        .with(id, rules);
  }

  @Override
  public Integer call() {
    RuleLibrary.Entry rule =
        rules
            .library()
            .find(id.given())
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no rule '" + id.given() + "'; see 'mcp-catalogue rules list'"));
    PrintStream out = console.out();
    out.print(rule.id() + "\n" + rule.summary() + "\n\n");
    print("", rule.why());
    print("Severity: ", rule.severity());
    print("Confidence: ", rule.confidence());
    print("What to do: ", rule.advice());
    out.print("-- " + rule.path() + ".yml\n" + rule.source());
    print("\n-- " + rule.path() + ".test.yml\n", rule.examples());
    return ExitCode.DONE.number();
  }

  private void print(String title, String text) {
    if (!text.isEmpty()) {
      console.out().print(title + text + "\n");
    }
  }
}
