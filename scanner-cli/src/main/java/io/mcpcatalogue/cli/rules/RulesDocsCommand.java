package io.mcpcatalogue.cli.rules;

import io.mcpcatalogue.classifier.load.RulePages;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code rules docs}: writes one page a rule. */
final class RulesDocsCommand implements Command {
  private final Console console;
  private final Option<Path> folder =
      Option.path("--out", "DIR", "The folder to write to; made if it is not there.").required();
  private final RuleOptions rules = new RuleOptions();

  RulesDocsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Writes the documentation of the rules as Markdown.").with(folder, rules);
  }

  @Override
  public Integer call() {
    Map<String, String> pages = RulePages.of(rules.library());
    try {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Path file = folder.given().resolve(page.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      }
    } catch (IOException e) {
      throw new UsageException(AtomicFile.describe(folder.given(), e));
    }
    console.err().print(pages.size() + " pages written to " + folder.given() + "\n");
    return ExitCode.DONE.number();
  }
}
