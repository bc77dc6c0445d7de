package io.mcpcatalogue.cli.rules;

import io.mcpcatalogue.classifier.check.ExampleCheck;
import io.mcpcatalogue.classifier.load.ExamplesReader;
import io.mcpcatalogue.classifier.rule.Example;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code rules test}: holds rules against the examples beside them. */
final class RulesTestCommand implements Command {
  private final Console console;
  private final Parameter<Path> packs =
      Parameter.paths("DIR", 0, Parameter.ANY, "Rule packs, laid over the built-in rules.");

  RulesTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Tries rules on the examples beside them; exit code 2 when one does not hold.",
            "Without a folder the built-in rules are tried.")
        .with(packs);
  }

  @Override
  public Integer call() {
    ExampleCheck check = new ExampleCheck(RuleOptions.ruleSet(packs.values()));
    List<Example> examples = examples();
    List<ExampleCheck.Failure> failures = check.failures(examples);
    for (ExampleCheck.Failure failure : failures) {
      console.out().print(failure.place() + ": " + failure.rule() + " " + failure.message() + "\n");
    }
    console.out().print(examples.size() + " examples, " + failures.size() + " do not hold\n");
    return (failures.isEmpty() ? ExitCode.DONE : ExitCode.USAGE).number();
  }

  private List<Example> examples() {
    if (!packs.isGiven()) {
      return ExamplesReader.builtIn();
    }
    List<Example> examples = new ArrayList<>();
    for (Path pack : packs.values()) {
      examples.addAll(RuleOptions.loaded("examples", () -> ExamplesReader.read(pack)));
    }
    return examples;
  }
}
