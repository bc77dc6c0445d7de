package io.mcpcatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
  @TempDir private Path directory;
  private Catalogue catalogue;

  @BeforeEach
  void fill() throws CatalogueException {
    catalogue = Catalogue.open(directory.resolve("c.db"), Json::parse);
    save(
        Samples.report(
            "npm:pods",
            Samples.tool("getPodLogs", "Lines of a container"),
            Samples.tool("list", "Pods by label, such as app=logs"),
            Samples.tool("d\u00e9ployer", "Caf\u00e9 au lait"),
            Samples.tool("\u67e5\u8be2\u65e5\u5fd7", "\u67e5\u8be2")));
  }

  @AfterEach
  void close() throws CatalogueException {
    catalogue.close();
  }

  @Test
  void theWordsOfIdentifiersAreFound() throws CatalogueException {
    assertEquals(List.of("getPodLogs"), found("pod"));
    assertEquals(List.of("getPodLogs"), found("getPod"));
    assertEquals(List.of("getPodLogs"), found("CONTAINER logs"));
    assertEquals(List.of("list"), found("label app"));
  }

  @Test
  void whatIsNamedAfterTheWordStandsFirst() throws CatalogueException {
    assertEquals(List.of("getPodLogs", "list"), found("logs"));
    assertEquals(List.of("getPodLogs", "list"), found("log*"));
  }

  @Test
  void lettersOfOtherScriptsAreFound() throws CatalogueException {
    assertEquals(List.of("d\u00e9ployer"), found("DEPLOYER cafe"));
    assertEquals(List.of("\u67e5\u8be2\u65e5\u5fd7"), found("\u65e5\u5fd7"));
  }

  @Test
  void aServerIsFoundByWhatItSaysNow() throws CatalogueException {
    save(described("npm:notes", "Keeps notes in the cloud"));
    save(described("npm:notes", "Keeps notes on disk"));
    save(Samples.notScanned("npm:silent"));
    save(described("npm:silent", "Says something"));

    assertEquals(List.of(), servers("cloud"));
    assertEquals(List.of("npm:notes"), servers("disk"));
    assertEquals(List.of("npm:silent"), servers("something"));
    assertEquals(List.of("npm:silent"), servers("silent"));
  }

  private static ServerReport described(String id, String description) {
    ServerManifest manifest = Samples.manifest(id, List.of(Samples.tool("list", "Lists")));
    return Samples.report(manifest.withDescription(description), Samples.RULES);
  }

  private void save(ServerReport report) throws CatalogueException {
    try (CatalogueWriter writer = catalogue.writer()) {
      writer.save(report, Samples.RULES, Samples.NOON, List.of());
    }
  }

  private List<String> servers(String text) throws CatalogueException {
    return catalogue.reader().search(SearchQuery.of(text, 10)).servers().stream()
        .map(SearchResult.ServerHit::serverId)
        .toList();
  }

  private List<String> found(String text) throws CatalogueException {
    return catalogue.reader().search(SearchQuery.of(text, 10)).tools().stream()
        .map(SearchResult.ToolHit::tool)
        .toList();
  }
}
