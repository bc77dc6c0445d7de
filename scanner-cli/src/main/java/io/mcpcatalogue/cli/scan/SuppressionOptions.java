package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.classifier.load.RuleLoadException;
import io.mcpcatalogue.classifier.load.SuppressionsReader;
import io.mcpcatalogue.classifier.rule.Suppressions;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.scan.AcceptedFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The option that names accepted findings. */
final class SuppressionOptions implements Syntax.Part {
  private final Option<Path> file =
      Option.path(
          "--suppressions",
          "FILE",
          "Findings that were accepted, each with its reason; see docs/rules.md.");

  @Override
  public void addTo(Syntax syntax) {
    syntax.with(file);
  }

  AcceptedFindings accepted() {
    if (!file.isGiven()) {
      return new AcceptedFindings(Suppressions.NONE);
    }
    try {
      return new AcceptedFindings(
          Suppressions.asOf(LocalDate.now(ZoneOffset.UTC), SuppressionsReader.read(file.given())));
    } catch (RuleLoadException e) {
      throw new UsageException("the suppressions have faults:\n" + e.getMessage());
    } catch (IOException e) {
      throw new UsageException(InputFile.describe(file.given(), e));
    }
  }
}
