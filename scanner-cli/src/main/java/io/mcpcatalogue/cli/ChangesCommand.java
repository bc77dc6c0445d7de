package io.mcpcatalogue.cli;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.ServerChanges;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.SafeText;
import java.time.Instant;
import java.util.Optional;

/** {@code changes}: what changed in the whole catalogue. */
final class ChangesCommand implements Command {
  private final Console console;
  private Optional<String> since = Optional.empty();
  private boolean risk;
  private ListFormat format = ListFormat.TABLE;
  private final CatalogueOptions catalogue = new CatalogueOptions();

  ChangesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Lists what changed on all servers since a moment, scan by scan.")
        .option(
            "--since",
            "MOMENT",
            "Such as 2026-01-31, or 2026-01-31T12:00:00Z; default: ever.",
            word -> since = Optional.of(word))
        .flag("--risk", "Only servers that became riskier.", () -> risk = true)
        .with(
            ListFormat.option(
                "table (default), or json: one object a line.", chosen -> format = chosen))
        .with(catalogue);
  }

  @Override
  public Integer call() throws CatalogueException {
    Instant moment = since.map(Moments::parse).orElse(Instant.EPOCH);
    try (Catalogue opened = catalogue.openToRead(console)) {
      opened.reader().forEachChange(moment, this::tell);
    }
    return ExitCode.DONE.number();
  }

  private void tell(ServerChanges changes) {
    boolean nothing = !changes.isNew() && changes.changes().isEmpty();
    if (nothing || (risk && !changes.risk())) {
      return;
    }
    if (format == ListFormat.JSON) {
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
