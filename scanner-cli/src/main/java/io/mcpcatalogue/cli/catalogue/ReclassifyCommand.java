package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.changes.Change;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.scan.Judge;
import io.mcpcatalogue.scan.Reclassification;
import java.util.List;

/** {@code reclassify}: new rules over all that is stored. */
public final class ReclassifyCommand implements Command {
  private final Console console;
  private final Option<ListFormat> format =
      ListFormat.option("table (default), or json: one object a line.");
  private final CatalogueOptions catalogue = new CatalogueOptions();
  private final RuleOptions rules = new RuleOptions();

  public ReclassifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Judges all that the catalogue holds by the present rules.",
            "Its sources are not needed. Each verdict that changed is told; earlier ones are kept.")
        .with(format, catalogue, rules);
  }

  @Override
  public Integer call() throws CatalogueException {
    Judge judge = RuleOptions.judge(rules.ruleSet());
    long judged;
    try (Catalogue opened = catalogue.openExisting(console)) {
      judged = new Reclassification(judge.rulesDigest(), judge::judge).run(opened, this::tell);
    }
    if (!ListFormat.isJson(format)) {
      console.out().println(Counted.of(judged, "server") + " judged again");
    }
    return ExitCode.DONE.number();
  }

  private void tell(String server, List<Change> changes) {
    if (ListFormat.isJson(format)) {
      console
          .out()
          .println(
              new JsonObjectBuilder()
                  .put("schema", "mcp-catalogue/changes/1")
                  .put("server", server)
                  .put("changes", changes.stream().map(ChangeText::json).toList())
                  .build());
      return;
    }
    console.out().println(SafeText.line(server));
    changes.forEach(change -> console.out().println("  " + ChangeText.line(change)));
  }
}
