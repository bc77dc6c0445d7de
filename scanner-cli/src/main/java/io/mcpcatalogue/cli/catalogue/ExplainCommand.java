package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.options.ReportOutput;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.listing.ListingCollector;
import io.mcpcatalogue.export.ExplanationPage;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import io.mcpcatalogue.scan.ToolExplainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code explain}: every rule that spoke about a tool, and those that came close. */
public final class ExplainCommand implements Command {
  private final Console console;
  private final Parameter<String> names =
      Parameter.texts("SERVER TOOL", 1, 2, "The server's id or name, and the tool's name.");
  private final Option<String> file =
      Option.text(
          "--file",
          "FILE",
          "A saved tools/list result to look for TOOL in, instead of the catalogue.");
  private final CatalogueOptions catalogue = new CatalogueOptions();
  private final RuleOptions rules = new RuleOptions();

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Shows every rule that spoke about a tool, for and against.",
            "Each is shown with its weight and words, and so are the rules that an exception kept silent."
                + " The tool is judged by the present rules.")
        .synopsis(
            "[--db=FILE] [--rules=DIR]... SERVER TOOL",
            "--file=FILE [--rules=DIR]... TOOL",
            "[--rules=DIR]... -")
        .with(names, file, catalogue, rules)
        .footer(
            "",
            "SERVER TOOL names a tool of the catalogue; --file a saved listing that holds TOOL; - reads one",
            "tool definition, {\"name\":…, \"server\"?, \"description\"?, \"inputSchema\"?, …}, from standard input.");
  }

  @Override
  public Integer call() throws CatalogueException, IOException {
    List<Found> tools = find();
    ToolExplainer explainer = new ToolExplainer(rules.ruleSet());
    for (Found found : tools) {
      ExplanationPage.write(
          explainer.explain(found.tool(), found.server(), found.stored()),
          ReportOutput.pageColumns(console),
          console.out());
    }
    return ExitCode.DONE.number();
  }

  /** A tool to explain, with the verdict that the catalogue holds. */
  private record Found(ToolDefinition tool, String server, Optional<Assessment> stored) {}

  private List<Found> find() throws CatalogueException, IOException {
    List<String> named = names.values();
    if (file.isGiven()) {
      expect(1, "with --file, name the tool and nothing else");
      return inListing(file.given(), named.get(0));
    }
    if (named.equals(List.of(Console.STANDARD_INPUT))) {
      return List.of(fromInput());
    }
    expect(2, "name the server and the tool");
    return inCatalogue(named.get(0), named.get(1));
  }

  private void expect(int count, String otherwise) {
    if (names.values().size() != count) {
      throw new UsageException(otherwise + "; see 'mcp-catalogue explain --help'");
    }
  }

  private List<Found> inCatalogue(String server, String tool) throws CatalogueException {
    StoredScan scan = catalogue.latest(server, console);
    ServerManifest manifest = scan.report().manifest();
    List<Assessment> stored = scan.report().assessment().tools();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < manifest.tools().size(); i++) {
      if (manifest.tools().get(i).name().equals(tool)) {
        found.add(new Found(manifest.tools().get(i), manifest.name(), Optional.of(stored.get(i))));
      }
    }
    return atLeastOne(found, server, tool);
  }

  private static List<Found> inListing(String file, String tool) {
    try {
      List<Found> found = new ArrayList<>();
      for (ServerManifest manifest :
          new ListingCollector()
              .collect(ScanTarget.parse(file), CollectOptions.DEFAULT)
              .servers()) {
        manifest.tools().stream()
            .filter(each -> each.name().equals(tool))
            .forEach(each -> found.add(new Found(each, manifest.name(), Optional.empty())));
      }
      return atLeastOne(found, file, tool);
    } catch (CollectException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static List<Found> atLeastOne(List<Found> found, String where, String tool) {
    if (found.isEmpty()) {
      throw new UsageException("'" + where + "' has no tool '" + tool + "'");
    }
    return found;
  }

  private Found fromInput() throws IOException {
    try {
      byte[] bytes = console.in().readNBytes((int) JsonLimits.DEFAULT.maxDocumentLength() + 1);
      JsonObject object = JsonReader.withDefaultLimits().parse(bytes).asObject();
      if (object.text("name").orElse("").isEmpty()) {
        throw new UsageException("standard input: no tool definition: no name");
      }
      return new Found(
          ToolDefinition.of(object, "standard input"),
          object.text("server").orElse(""),
          Optional.empty());
    } catch (MalformedJsonException e) {
      throw new UsageException("standard input: " + e.getMessage());
    }
  }
}
