package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.ServerManifest;
import java.io.IOException;

/** What collectors stated about a server besides its tools, for people. */
public final class FactsPage {
  private FactsPage() {}

  /**
   * Writes the facts of a server, a line each; nothing where there are none.
   *
   * @param columns how wide a line may be
   */
  public static void write(ServerManifest manifest, int columns, Appendable out)
      throws IOException {
    if (manifest.facts().isEmpty()) {
      return;
    }
    out.append("\nFacts\n");
    for (Fact fact : manifest.facts()) {
      String where = fact.where().isEmpty() ? "" : "  (" + fact.where() + ")";
      for (String line :
          Wrapped.indented("  " + fact.id() + ": " + fact.value() + where, columns)) {
        out.append(line).append('\n');
      }
    }
  }
}
