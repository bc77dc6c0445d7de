package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.IndexCounts;
import io.mcpcatalogue.catalogue.IndexCounts.Kind;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.Notices;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.options.CollectorOptions;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.cli.words.Values;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.scan.Collectors;
import io.mcpcatalogue.scan.Judge;
import io.mcpcatalogue.scan.Scanner;
import io.mcpcatalogue.scan.batch.Batch;
import io.mcpcatalogue.scan.batch.BatchOptions;
import io.mcpcatalogue.scan.batch.IndexInput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;

/** {@code batch}: an index of servers into the catalogue. */
public final class BatchCommand implements Command {
  private final Console console;
  private final Parameter<String> index =
      Parameter.text("INDEX", "The index, plain or compressed with gzip; - for standard input.");
  private final CatalogueOptions catalogue = new CatalogueOptions();
  private final RuleOptions rules = new RuleOptions();
  private final CollectorOptions collect = new CollectorOptions();
  private final Option<Integer> jobs =
      Option.of(
          "--jobs",
          "N",
          "Work on so many lines at a time; default one for each core.",
          Values.NUMBER);
  private final Option<Long> limit =
      Option.of(
          "--limit",
          "N",
          "Only the first N lines; a later run goes on behind them.",
          Values.LONG_NUMBER);
  private final Option<String> only =
      Option.text("--only", "PATTERN", "Only servers whose id or target matches, such as 'npm:*'.");
  private final Option<String> retryFailed =
      Option.flag("--retry-failed", "Only what could not be read in the run before.");

  public BatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Brings an index of servers into the catalogue.",
            "An index is one JSON object a line. What is there already is passed over; a run that was"
                + " killed goes on where it was.")
        .with(index, catalogue, rules, collect, jobs, limit, only, retryFailed)
        .footer(
            "",
            "A line is one of",
            "  {\"id\", \"name\", \"source\": {\"type\", \"ref\"}, \"description\", \"tools\": [...]}",
            "  {\"target\": \"npm:NAME\"}, or the same with \"source\" instead of \"target\"",
            "  a record of the official registry: {\"server\": {...}}, or its server.json",
            "Lines that cannot be read, and servers that cannot be scanned, are noted in the catalogue and",
            "never stop the run.");
  }

  @Override
  public Integer call() throws CatalogueException, InterruptedException {
    Batch batch = batch(options());
    IndexInput input = input();
    IndexCounts counts;
    try (BatchWatcher watcher = new BatchWatcher(console);
        Catalogue opened = catalogue.open(console)) {
      counts = batch.run(opened, input, Instant.now(), watcher::watch);
    } catch (IOException e) {
      throw new UsageException(
          index.given()
              + " cannot be read to its end: "
              + (e instanceof EOFException ? "it is cut short" : e.getMessage())
              + "; what was read is saved");
    }
    summarise(counts);
    return exitCode(counts).number();
  }

  private BatchOptions options() {
    int parallel = jobs.value(BatchOptions.DEFAULT.jobs());
    if (parallel < 1 || parallel > 256) {
      throw new UsageException("--jobs must be from 1 to 256");
    }
    if (limit.isGiven() && limit.given() < 1) {
      throw new UsageException("--limit must be at least 1");
    }
    return new BatchOptions(
        parallel,
        limit.isGiven() ? OptionalLong.of(limit.given()) : OptionalLong.empty(),
        only.value(""),
        retryFailed.isGiven(),
        BatchOptions.MAX_LINE_BYTES);
  }

  private Batch batch(BatchOptions options) {
    Judge judge = RuleOptions.judge(rules.ruleSet());
    Scanner scanner =
        new Scanner(Collectors.all(console.environment(), new Notices(console)), judge);
    CollectOptions collectOptions = collect.optionsForIndex(console.environment());
    return new Batch(
        options, judge.rulesDigest(), judge::judge, target -> scanner.scan(target, collectOptions));
  }

  private IndexInput input() {
    String named = index.given();
    if (Files.isRegularFile(Path.of(named))) {
      return IndexInput.of(Path.of(named));
    }
    try {
      // Standard input, or a pipe: it can be read once.
      return IndexInput.of(console.open(named));
    } catch (IOException e) {
      throw new UsageException(InputFile.describe(named, e));
    }
  }

  private void summarise(IndexCounts counts) {
    console
        .out()
        .println(
            Counted.of(counts.of(Kind.ADDED), "server")
                + " new, "
                + counts.of(Kind.CHANGED)
                + " changed, "
                + counts.of(Kind.JUDGED_AGAIN)
                + " judged again, "
                + counts.of(Kind.UNCHANGED)
                + " unchanged; "
                + Counted.of(counts.of(Kind.TOOLS), "tool")
                + " judged");
    if (counts.hasGaps()) {
      console
          .out()
          .println(
              Counted.of(counts.of(Kind.FAILED), "server")
                  + " not scanned, "
                  + counts.of(Kind.WITH_GAPS)
                  + " scanned with gaps, "
                  + Counted.of(counts.of(Kind.BAD), "line")
                  + " not readable or double; 'stats' counts why, the views gaps and index_gaps of "
                  + catalogue.file(console)
                  + " say which");
    }
    if (counts.of(Kind.LEFT_OUT) > 0) {
      console.out().println(Counted.of(counts.of(Kind.LEFT_OUT), "line") + " left out");
    }
  }

  private static ExitCode exitCode(IndexCounts counts) {
    if (!counts.hasGaps()) {
      return ExitCode.DONE;
    }
    return counts.scanned() == 0 ? ExitCode.NOTHING_SCANNED : ExitCode.GAPS;
  }
}
