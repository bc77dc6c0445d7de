package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.SearchQuery;
import io.mcpcatalogue.catalogue.SearchResult;
import io.mcpcatalogue.catalogue.SearchResult.ServerHit;
import io.mcpcatalogue.catalogue.SearchResult.ToolHit;
import io.mcpcatalogue.catalogue.Statistics;
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
import io.mcpcatalogue.cli.words.Values;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** {@code search}: finds tools and servers in the catalogue. */
public final class SearchCommand implements Command {
  private static final int DESCRIPTION_WIDTH = 100;
  private static final int NARROWEST_DESCRIPTION = 20;
  private static final int INDENT = 4;

  /** So much of a description is looked at for those columns: the rest would only cost time. */
  private static final int MOST_CHARACTERS = 400;

  private final Console console;
  private final Parameter<String> words =
      Parameter.texts("TEXT", 1, Parameter.ANY, "The words to look for.");
  private final Option<Category> category =
      Option.oneOf(Category.values(), "--category", "CATEGORY", "Only tools that do this.");
  private final Option<Severity> severity =
      Option.oneOf(
          Severity.values(),
          "--severity",
          "SEVERITY",
          "Only tools of this severity or a graver one.");
  private final Option<String> signal =
      Option.text("--signal", "ID", "Only tools with this signal.");
  private final Option<String> source =
      Option.text("--source", "SOURCE", "Only servers of this source: npm, pypi, github ...");
  private final Option<Integer> limit =
      Option.of("--limit", "N", "At most so many; default 20.", Values.NUMBER);
  private final Option<ListFormat> format = ListFormat.option("table (default) or json.");
  private final CatalogueOptions catalogue = CatalogueOptions.ofReader();

  public SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Finds tools and servers by their words.",
            "Tools are found by the words of their names, descriptions and parameters, servers by name and"
                + " description. All words must occur; 'log*' stands for all that begin so.")
        .with(words, category, severity, signal, source, limit, format, catalogue);
  }

  @Override
  public Integer call() throws CatalogueException {
    int most = limit.value(20);
    if (most < 1 || most > 10_000) {
      throw new UsageException("--limit must be from 1 to 10000");
    }
    SearchResult found;
    try (Catalogue opened = catalogue.openToRead(console)) {
      found =
          opened
              .reader()
              .search(
                  new SearchQuery(
                      String.join(" ", words.values()),
                      category.value(),
                      severity.value(),
                      signal.value(),
                      source.value(),
                      most));
      if (signal.isGiven() && isEmpty(found)) {
        checkSignal(signal.given(), opened.reader().statistics());
      }
    }
    if (ListFormat.isJson(format)) {
      console.out().println(json(found));
    } else {
      print(found, ReportOutput.pageColumns(console), console.out());
      if (isEmpty(found)) {
        console.err().println("whole words are looked for; 'delet*' finds all that begin so");
      }
    }
    return ExitCode.DONE.number();
  }

  /**
   * A signal is one of the rules or, found by a user's own rules, at least one of the catalogue.
   */
  private static void checkSignal(String id, Statistics statistics) {
    boolean known =
        statistics.signals().containsKey(id) || RuleOptions.library(List.of()).find(id).isPresent();
    if (!known) {
      throw new UsageException(
          "there is no signal '" + id + "'; 'mcp-catalogue rules list' names them all");
    }
  }

  private static boolean isEmpty(SearchResult found) {
    return found.tools().isEmpty() && found.servers().isEmpty();
  }

  private static void print(SearchResult found, int columns, PrintStream out) {
    if (isEmpty(found)) {
      out.println("nothing found");
    }
    for (ToolHit hit : found.tools()) {
      String head =
          String.format(
              Locale.ROOT,
              "%-11s %-8s  %s  %s",
              hit.category(),
              hit.severity(),
              hit.serverId(),
              hit.tool());
      print(head, hit.description(), columns, out);
    }
    if (!found.servers().isEmpty()) {
      out.println(found.tools().isEmpty() ? "Servers" : "\nServers");
    }
    for (ServerHit hit : found.servers()) {
      String grade = hit.grade().isEmpty() ? "not scanned" : "grade " + hit.grade();
      print("  " + hit.serverId() + "  " + grade, hit.description(), columns, out);
    }
  }

  /** The description stands behind its head or, where there is no room, in a line below. */
  private static void print(String head, String description, int columns, PrintStream out) {
    String safe = SafeText.line(head, MOST_CHARACTERS);
    int room = columns - SafeText.width(safe) - 2;
    boolean below = room < NARROWEST_DESCRIPTION;
    String cut = SafeText.cut(shortened(description), Math.max(1, below ? columns - INDENT : room));
    out.println(below ? safe + '\n' + " ".repeat(INDENT) + cut : safe + "  " + cut);
  }

  private static String shortened(String text) {
    String beginning = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    return SafeText.cut(beginning.replaceAll("\\s+", " "), DESCRIPTION_WIDTH);
  }

  private static JsonObject json(SearchResult found) {
    return new JsonObjectBuilder()
        .put("schema", "mcp-catalogue/search/1")
        .put(
            "tools",
            found.tools().stream()
                .map(
                    hit ->
                        new JsonObjectBuilder()
                            .put("server", hit.serverId())
                            .put("name", hit.tool())
                            .put("category", hit.category().name())
                            .put("severity", hit.severity().name())
                            .put("description", hit.description())
                            .build())
                .toList())
        .put(
            "servers",
            found.servers().stream()
                .map(
                    hit ->
                        new JsonObjectBuilder()
                            .put("id", hit.serverId())
                            .put("name", hit.name())
                            .putUnlessEmpty("grade", hit.grade())
                            .put("description", hit.description())
                            .build())
                .toList())
        .build();
  }
}
