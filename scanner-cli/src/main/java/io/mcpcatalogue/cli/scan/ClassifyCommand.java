package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.scan.LineClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** {@code classify}: lines of tool definitions in, lines of assessments out. */
public final class ClassifyCommand implements Command {
  private final Console console;
  private final Parameter<String> file =
      Parameter.optionalText("FILE", "The file to read; - or nothing means standard input.");
  private final RuleOptions rules = new RuleOptions();

  public ClassifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Classifies tool definitions from a file or standard input.",
            "One JSON object a line in, one a line out, in the same order.")
        .with(file, rules)
        .footer(
            "",
            "A line in: {\"name\":…, \"server\"?, \"id\"?, \"title\"?, \"description\"?, \"inputSchema\"?, \"annotations\"?}",
            "A line that cannot be read gives {\"error\":…,\"line\":N} in its place, and exit code 5.");
  }

  @Override
  public Integer call() {
    RuleSet ruleSet = rules.ruleSet();
    LineClassifier classifier =
        new LineClassifier(
            new Classifier(ruleSet), RuleOptions.policies(ruleSet, RuleOptions.RECOMMENDED));
    String named = file.value(Console.STANDARD_INPUT);
    try (InputStream in = console.open(named)) {
      return classify(in, classifier).number();
    } catch (IOException e) {
      throw new UsageException(InputFile.describe(named, e));
    }
  }

  private ExitCode classify(InputStream in, LineClassifier classifier) throws IOException {
    BoundedLines lines = new BoundedLines(in, (int) JsonLimits.DEFAULT.maxDocumentLength());
    ExitCode exitCode = ExitCode.DONE;
    for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      LineClassifier.Answer answer = classifier.answer(line.get());
      console.out().print(answer.text() + "\n");
      if (answer.isError()) {
        exitCode = ExitCode.GAPS;
      }
    }
    return exitCode;
  }
}
