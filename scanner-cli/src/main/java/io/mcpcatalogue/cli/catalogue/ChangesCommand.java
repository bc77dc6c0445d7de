package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.changes.ServerChanges;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.SafeText;
import java.time.Instant;

/** {@code changes}: what changed in the whole catalogue. */
public final class ChangesCommand implements Command {
  private final Console console;
  private final Option<String> since =
      Option.text(
          "--since", "MOMENT", "Such as 2026-01-31, or 2026-01-31T12:00:00Z; default: ever.");
  private final Option<String> risk = Option.flag("--risk", "Only servers that became riskier.");
  private final Option<ListFormat> format =
      ListFormat.option("table (default), or json: one object a line.");
  private final CatalogueOptions catalogue = CatalogueOptions.ofReader();

  public ChangesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Lists what changed on all servers since a moment, scan by scan.")
        .with(since, risk, format, catalogue);
  }

  @Override
  public Integer call() throws CatalogueException {
    Instant moment = since.value().map(Moments::parse).orElse(Instant.EPOCH);
    try (Catalogue opened = catalogue.openToRead(console)) {
      opened.reader().forEachChange(moment, this::tell);
    }
    return ExitCode.DONE.number();
  }

  private void tell(ServerChanges changes) {
    boolean nothing = !changes.isNew() && changes.changes().isEmpty();
    if (nothing || (risk.isGiven() && !changes.risk())) {
      return;
    }
    if (ListFormat.isJson(format)) {
      console
          .out()
          .println(
              new JsonObjectBuilder()
                  .put("schema", "mcp-catalogue/changes/1")
                  .put("server", changes.serverId())
                  .put("at", changes.at().toString())
                  .put("new", changes.isNew())
                  .put("changes", changes.changes().stream().map(ChangeText::json).toList())
                  .build());
      return;
    }
    console
        .out()
        .println(
            changes.at()
                + "  "
                + SafeText.line(changes.serverId())
                + (changes.isNew() ? "  new" : ""));
    changes.changes().forEach(change -> console.out().println("  " + ChangeText.line(change)));
  }
}
