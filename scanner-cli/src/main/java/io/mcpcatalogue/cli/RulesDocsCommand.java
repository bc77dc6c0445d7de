package io.mcpcatalogue.cli;

import io.mcpcatalogue.classifier.load.RulePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules docs}: writes one page a rule. */
@Command(
    name = "docs",
    mixinStandardHelpOptions = true,
    description = "Writes the documentation of the rules as Markdown.")
final class RulesDocsCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to; made if it is not there.")
  private Path folder;

  @Mixin private RuleOptions rules;

  RulesDocsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, String> pages = RulePages.of(rules.library());
    try {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Path file = folder.resolve(page.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      }
    } catch (IOException e) {
      throw new UsageException(folder + ": cannot be written: " + e.getMessage());
    }
    console.err().print(pages.size() + " pages written to " + folder + "\n");
    return ExitCode.DONE.number();
  }
}
