package io.mcpcatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.catalogue.sql.Rows;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.ToolDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void signsThatBelongToALetterDoNotPartAWord() throws CatalogueException {
    save(
        Samples.report(
            "npm:signs",
            Samples.tool("hindi", "\u0939\u093f\u0928\u094d\u0926\u0940 \u0916\u094b\u091c"),
            Samples.tool("parted", "re\u0301sume\u0301")));

    assertEquals(List.of("hindi"), found("\u0939\u093f\u0928\u094d\u0926\u0940"));
    assertEquals(List.of("parted"), found("r\u00e9sum\u00e9"));
    assertEquals(List.of("parted"), found("RESUME"));
  }

  @Test
  void allWordsMustOccurAndEachAsAWhole() throws CatalogueException {
    assertEquals(List.of(), found("pod lait"));
    assertEquals(List.of(), found("contain"));
    assertEquals(List.of("getPodLogs"), found("contain* line*"));
    assertEquals(List.of(), found("?!"));
    assertEquals(List.of(), found(""));
  }

  @Test
  void wordsThatBeginAlikeAreToldApart() throws CatalogueException {
    String word = "internationalisation";
    ToolDefinition[] tools = new ToolDefinition[word.length()];
    for (int i = 0; i < tools.length; i++) {
      tools[i] = Samples.tool("t" + i, word.substring(0, i + 1));
    }
    save(Samples.report("npm:alike", tools));

    for (int i = 0; i < tools.length; i++) {
      assertEquals(List.of("t" + i), found(word.substring(0, i + 1)));
    }
  }

  @Test
  void linesThatShareWordsAreEachFoundByTheirOwn() throws CatalogueException {
    PreparedLines lines = new PreparedLines(Samples.RULES, Samples.NOON);
    List<PreparedScan> scans = new ArrayList<>();
    for (String town : List.of("Oslo", "Turku", "Narva")) {
      scans.add(
          lines.prepare(
              Samples.report("npm:" + town, Samples.tool("weather" + town, "Weather of " + town)),
              LineDigest.EMPTY));
    }
    try (CatalogueWriter writer = catalogue.writer()) {
      // One of them is left out, and what they share stays announced over a commit.
      writer.save(List.of(scans.get(0)));
      writer.save(List.of(scans.get(2)));
    }

    assertEquals(List.of("weatherOslo", "weatherNarva"), found("weather"));
    assertEquals(List.of("weatherNarva"), found("narva"));
    assertEquals(List.of(), found("turku"));
  }

  /** Time decides where a transaction ends, so that it may be anywhere within such lines. */
  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 1_500, 1_999})
  void linesThatShareWordsAreFoundWhereverATransactionEnds(int first) throws CatalogueException {
    int all = 2_000;
    PreparedLines lines = new PreparedLines(Samples.RULES, Samples.NOON);
    List<PreparedScan> scans = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      scans.add(
          lines.prepare(
              Samples.report("npm:shared-" + i, Samples.tool("tool" + i, "Shared by all")),
              LineDigest.EMPTY));
    }
    try (CatalogueWriter writer = catalogue.writer()) {
      writer.save(scans.subList(0, first));
      assertEquals(first, catalogue.reader().search(SearchQuery.of("shared", all)).tools().size());
      writer.save(scans.subList(first, all));
    }

    assertEquals(all, catalogue.reader().search(SearchQuery.of("shared", all)).tools().size());
    assertEquals(List.of("tool1999"), found("tool1999"));
  }

  @Test
  void ofAWordThatNeverEndsTheBeginningCounts() throws CatalogueException {
    String endless = "b".repeat(1_000_000);
    save(Samples.report("npm:long", Samples.tool("long", endless)));

    assertEquals(List.of("long"), found(endless));
  }

  @Test
  void whatWasSavedInManyTransactionsIsFoundInAllOfThem() throws CatalogueException {
    int saved = 300;
    for (int i = 0; i < saved; i++) {
      save(
          Samples.report(
              "npm:many-" + i,
              Samples.tool("tool" + i, "Number " + i + " of many, group" + i % 7)));
    }

    assertEquals(saved, catalogue.reader().search(SearchQuery.of("many", 1000)).tools().size());
    assertEquals(saved, catalogue.reader().search(SearchQuery.of("many", 1000)).servers().size());
    assertEquals(43, catalogue.reader().search(SearchQuery.of("group3 many", 1000)).tools().size());
    for (int i = 0; i < saved; i += 13) {
      assertEquals(List.of("tool" + i), found("number " + i));
      assertEquals(List.of("npm:many-" + i), servers("many " + i));
    }
  }

  @Test
  void mergingLeavesNoEmptyRoomInTheFile() throws CatalogueException, SQLException {
    // What was filled in before was saved first; the sixteenth is merged with those before it.
    for (int i = 1; i < 16; i++) {
      StringBuilder words = new StringBuilder();
      for (int k = 0; k < 10_000; k++) {
        words.append(" w").append(i).append('x').append(k);
      }
      save(Samples.report("npm:large-" + i, Samples.tool("large" + i, words.toString())));
    }

    assertEquals(1, number("SELECT count(*) FROM search_segment"));
    assertEquals(List.of("large7"), found("w7x9999"));
    long pages = number("PRAGMA page_count");
    long empty = number("PRAGMA freelist_count");
    assertTrue(empty * 20 < pages, empty + " of " + pages + " pages are empty");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("c.db"))) {
      return Rows.number(connection, sql);
    }
  }

  @Test
  void filtersAreAppliedBeforeHitsAreCounted() throws CatalogueException {
    List<ToolDefinition> tools = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      tools.add(Samples.tool("list" + i, "Common"));
    }
    tools.add(Samples.tool("exec", "Common"));
    save(Samples.report("npm:common", tools.toArray(ToolDefinition[]::new)));
    SearchQuery query =
        new SearchQuery(
            "common",
            Optional.of(Category.EXECUTE),
            Optional.empty(),
            Optional.empty(),
            Optional.of("NPM"),
            10);

    assertEquals(1, catalogue.reader().search(query).tools().size());
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
