package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueWriter;
import io.mcpcatalogue.catalogue.PreparedScan;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.scan.CatalogueLines;
import io.mcpcatalogue.scan.Judge;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code import}: what another catalogue exported. */
public final class ImportCommand implements Command {
  private static final int SERVERS_A_TRANSACTION = 500;
  private static final int MAX_LINE = 64 << 20;

  /** A file that is no export at all must not fill the terminal. */
  private static final int MAX_TOLD = 20;

  private final Console console;
  private final Parameter<String> file =
      Parameter.text("FILE", "The export; - for standard input.");
  private final CatalogueOptions catalogue = new CatalogueOptions();
  private final RuleOptions rules = new RuleOptions();

  public ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Reads what 'export catalogue --format jsonl' wrote.",
            "The tools come as they are; the verdicts are made anew by the present rules.")
        .with(file, catalogue, rules);
  }

  @Override
  public Integer call() throws CatalogueException {
    Import running = new Import(RuleOptions.judge(rules.ruleSet()));
    try (InputStream in = console.open(file.given());
        Catalogue opened = catalogue.open(console);
        CatalogueWriter writer = opened.writer()) {
      BoundedLines lines = new BoundedLines(in, MAX_LINE);
      for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        running.add(line.get(), writer);
      }
      running.save(writer);
      running.tellRest();
    } catch (IOException e) {
      throw new UsageException(InputFile.describe(file.given(), e));
    }
    console
        .out()
        .println(
            Counted.of(running.imported, "server")
                + " imported, "
                + Counted.of(running.refused, "line")
                + " refused"
                + (running.older == 0 ? "" : ", " + running.older + " older than what is known"));
    if (running.refused == 0) {
      return ExitCode.DONE.number();
    }
    return (running.imported == 0 ? ExitCode.USAGE : ExitCode.GAPS).number();
  }

  /** An import under way; for one thread. */
  private final class Import {
    private final JsonReader reader =
        new JsonReader(
            new JsonLimits(
                JsonLimits.DEFAULT.maxDepth() + 10,
                JsonLimits.DEFAULT.maxStringLength(),
                JsonLimits.DEFAULT.maxDocumentLength(),
                JsonLimits.DEFAULT.maxMemory()));

    /** By the ids of their servers. */
    private final Map<String, PreparedScan> waiting = new LinkedHashMap<>();

    private final Judge judge;
    private long imported;
    private long refused;
    private long older;

    Import(Judge judge) {
      this.judge = judge;
    }

    void add(BoundedLines.Line line, CatalogueWriter writer) throws CatalogueException {
      if (line.isBlank()) {
        return;
      }
      Optional<CatalogueLines.Line> server = read(line);
      if (server.isEmpty()) {
        refused++;
        return;
      }
      String id = server.get().manifest().id();
      if (waiting.containsKey(id)) {
        // The writer must know it, so that of two lines about a server the newer one holds.
        save(writer);
      }
      if (isOlder(server.get(), writer)) {
        older++;
        return;
      }
      imported++;
      waiting.put(
          id,
          PreparedScan.ofPast(
              judge.judge(server.get().manifest()),
              judge.rulesDigest(),
              server.get().scannedAt(),
              server.get().checkedAt(),
              server.get().hosts()));
      if (waiting.size() >= SERVERS_A_TRANSACTION) {
        save(writer);
      }
    }

    /** An old export must not turn back what was seen since. */
    private boolean isOlder(CatalogueLines.Line line, CatalogueWriter writer)
        throws CatalogueException {
      return writer
          .seen(line.manifest().id())
          .filter(seen -> seen.isAfter(line.checkedAt()))
          .isPresent();
    }

    void save(CatalogueWriter writer) throws CatalogueException {
      writer.save(List.copyOf(waiting.values()));
      waiting.clear();
    }

    void tellRest() {
      if (refused > MAX_TOLD) {
        console
            .err()
            .println(file.given() + ": " + (refused - MAX_TOLD) + " more lines like these");
      }
    }

    private Optional<CatalogueLines.Line> read(BoundedLines.Line line) {
      String reason = "no line of an export";
      if (line.tooLong()) {
        reason = "too long";
      } else {
        try {
          Optional<CatalogueLines.Line> server =
              CatalogueLines.read(reader.parse(line.bytes()).asObject());
          if (server.isPresent()) {
            return server;
          }
        } catch (MalformedJsonException e) {
          reason = e.getMessage();
        }
      }
      if (refused < MAX_TOLD) {
        console.err().println(SafeText.line(file.given() + ":" + line.number() + ": " + reason));
      }
      return Optional.empty();
    }
  }
}
