package io.mcpcatalogue.collect.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.LocalServer;
import io.mcpcatalogue.collect.http.LocalServer.Reply;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.source.GithubCollector;
import io.mcpcatalogue.collect.source.SourceSettings;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a registry that speaks the official API, and lists of other kinds. */
class CrawlerTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir private Path directory;
  @AutoClose private final LocalServer server = new LocalServer();
  private Path out;

  @BeforeEach
  void start() {
    out = directory.resolve("index.jsonl");
  }

  @Test
  void walksAllPagesByCursor() throws Exception {
    page("", "c 1/x", record("io.x/a", "npm", "a-server", "1.0.0"));
    page("&cursor=c+1%2Fx", "", record("io.x/b", "pypi", "b_server", "2.0"));
    Crawl crawl = crawl("registry", FIRST);
    assertEquals(2, crawl.written());
    assertTrue(crawl.complete());
    assertEquals(
        List.of(
            "{\"id\":\"npm:a-server\",\"name\":\"io.x/a\",\"version\":\"1.0.0\",\"source\":{\"type\":\"npm\","
                + "\"ref\":\"a-server@1.0.0\"},\"description\":\"About io.x/a\",\"target\":\"npm:a-server@1.0.0\"}",
            "{\"id\":\"pypi:b-server\",\"name\":\"io.x/b\",\"version\":\"2.0\",\"source\":{\"type\":\"pypi\","
                + "\"ref\":\"b_server@2.0\"},\"description\":\"About io.x/b\",\"target\":\"pypi:b_server@2.0\"}"),
        Files.readAllLines(out));
  }

  @Test
  void goesOnWhereItWasInterrupted() throws Exception {
    page("", "next", record("io.x/a", "npm", "a", "1.0.0"));
    server.at("/v0/servers?limit=100&version=latest&cursor=next", Reply.of(500, ""));
    Crawl first = crawl("registry", FIRST);
    assertFalse(first.complete());
    assertEquals(Gap.Kind.UNREACHABLE, first.gaps().get(0).kind());
    // A kill in the middle of writing leaves half a line behind.
    Files.writeString(out, "{\"id\":\"npm:half", StandardOpenOption.APPEND);
    page("&cursor=next", "", record("io.x/b", "npm", "b", "1.0.0"));
    assertTrue(crawl("registry", SECOND).complete());
    assertEquals(List.of("npm:a", "npm:b"), ids());
  }

  @Test
  void asksOnlyForWhatChangedSinceTheLastCrawl() throws Exception {
    page("", "", record("io.x/a", "npm", "a", "1.0.0"), record("io.x/b", "npm", "b", "1.0.0"));
    crawl("registry", FIRST);
    String since = "&updated_since=2026-01-01T00%3A00%3A00Z";
    page(
        since,
        "",
        record("io.x/b", "npm", "b", "1.1.0"),
        "{\"server\":{\"name\":\"io.x/a\"},\"_meta\":{\"io.modelcontextprotocol.registry/official\":"
            + "{\"status\":\"deleted\"}}}");
    assertEquals(1, crawl("registry", SECOND).written());
    assertEquals(List.of("npm:b"), ids());
    assertTrue(Files.readString(out).contains("b@1.1.0"));
    page("&updated_since=2026-02-01T00%3A00%3A00Z", "");
    assertTrue(crawl("registry", SECOND).unchanged());
  }

  @Test
  void walksTheFirstFormOfTheApiByOffset() throws Exception {
    String item =
        "{\"id\":\"1\",\"name\":\"io.x/%s\",\"description\":\"\",\"repository\":{\"url\":"
            + "\"https://github.com/x/%s\"},\"version_detail\":{\"version\":\"1\",\"is_latest\":true}}";
    server.at(
        "/v0/servers?limit=100&version=latest",
        Reply.json("{\"servers\":[" + item.formatted("a", "a") + "],\"total_count\":2}"));
    server.at(
        "/v0/servers?limit=100&version=latest&offset=1",
        Reply.json("{\"servers\":[" + item.formatted("b", "b") + "],\"total_count\":2}"));
    crawl(server.url() + "/v0/servers", FIRST);
    assertEquals(List.of("github:x/a", "github:x/b"), ids());
  }

  @Test
  void endsWhenTheRegistryGoesRoundInCircles() throws Exception {
    server.otherwise(
        request ->
            Reply.json(
                "{\"servers\":["
                    + record("io.x/a", "npm", "a", "1.0.0")
                    + "],\"metadata\":{\"nextCursor\":\"same\"}}"));
    Crawl crawl = crawl("registry", FIRST);
    assertEquals(List.of("npm:a"), ids());
    assertTrue(crawl.gaps().get(0).reason().contains("same page again"));
  }

  @Test
  void endsWhenTheRegistryNamesAPageThatNobodyCanAskFor() throws Exception {
    page("", "A".repeat(100_000), record("io.x/a", "npm", "a", "1.0.0"));
    Crawl crawl = crawl("registry", FIRST);
    assertEquals(List.of(Gap.Kind.LIMIT), crawl.gaps().stream().map(Gap::kind).toList());
    assertEquals(List.of("npm:a"), ids());
    assertEquals(1, server.requests().size());
  }

  @Test
  void startsAnewWhereTheFirstPageCouldNotBeHad() throws Exception {
    assertThrows(CollectException.class, () -> crawl("registry", FIRST));
    page("", "", record("io.x/a", "npm", "a", "1.0.0"));
    assertEquals(1, crawl("registry", SECOND).written());
  }

  @Test
  void stopsAfterSoManyPagesAndGoesOnNextTime() throws Exception {
    page("", "2", record("io.x/a", "npm", "a", "1.0.0"));
    page("&cursor=2", "", record("io.x/b", "npm", "b", "1.0.0"));
    CrawlOptions one = options(FIRST).withMaxPages(1);
    assertFalse(crawler(one).crawl("registry", out).complete());
    assertTrue(crawler(one).crawl("registry", out).complete());
    assertEquals(List.of("npm:a", "npm:b"), ids());
  }

  @Test
  void neverOverwritesWhatItDidNotWrite() throws Exception {
    Files.writeString(out, "precious\n");
    CollectException failure = assertThrows(CollectException.class, () -> crawl("registry", FIRST));
    assertEquals(Gap.Kind.NOT_ALLOWED, failure.kind());
    assertEquals("precious\n", Files.readString(out));
  }

  @Test
  void readsAPageOfLinksOnceUntilItChanges() throws Exception {
    String page =
        "<!doctype html><html><body><nav><a href='https://github.com/site/itself'>Us</a></nav>"
            + "<ul><li><a href='https://github.com/me/notes'>Notes</a> Takes notes</li>"
            + "<li><a href='https://www.npmjs.com/package/@me/files'>Files</a></li>"
            + "<li><a href='https://github.com/topics/mcp'>Topic</a></li>"
            + "<li><a href='https://github.com/me/notes/issues'>Issues</a></li>"
            + "<li><a href='javascript:alert(1)'>Bad</a></li></ul></body></html>";
    server.at(
        "/list",
        request ->
            request.header("if-none-match").isPresent()
                ? new Reply(304, Map.of(), new byte[0])
                : Reply.of(200, page).with("etag", "\"1\""));
    assertEquals(2, crawl(server.url() + "/list", FIRST).written());
    assertEquals(List.of("github:me/notes", "npm:@me/files"), ids());
    assertTrue(Files.readString(out).contains("\"description\":\"Takes notes\""));
    assertTrue(crawl(server.url() + "/list", SECOND).unchanged());
    assertEquals(2, ids().size());
  }

  @Test
  void walksTheCursorsOfADirectoryThatAnswersInJson() throws Exception {
    server.at(
        "/api/servers?first=1",
        Reply.json(
            "{\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":\"a=\"},\"servers\":[{\"id\":\"x1\",\"name\":\"Notes\","
                + "\"description\":\"Takes\\nnotes\",\"repository\":{\"url\":\"https://github.com/me/notes\"}}]}"));
    server.at(
        "/api/servers?first=1&after=a%3D",
        Reply.json(
            "{\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":\"a=\"},\"servers\":[{\"name\":\"Closed\"},"
                + "{\"name\":\"Shop\",\"url\":\"https://www.npmjs.com/package/shop\"}]}"));

    Crawl crawl = crawl(server.url() + "/api/servers?first=1", FIRST);

    assertEquals(List.of("github:me/notes", "npm:shop"), ids());
    assertTrue(Files.readString(out).contains("\"description\":\"Takes notes\""));
    assertEquals(
        List.of(Gap.Kind.LIMIT, Gap.Kind.UNSUPPORTED),
        crawl.gaps().stream().map(Gap::kind).toList());
  }

  @Test
  void walksTheNumberedPagesOfADirectoryThatAnswersInJson() throws Exception {
    server.at(
        "/servers",
        Reply.json(
            "{\"servers\":[{\"qualifiedName\":\"@me/notes\",\"displayName\":\"Notes\",\"homepage\":"
                + "\"https://github.com/me/notes\"}],\"pagination\":{\"currentPage\":1,\"totalPages\":2}}"));
    server.at(
        "/servers?page=2",
        Reply.json(
            "{\"servers\":[{\"name\":\"shop\",\"url\":\"https://www.npmjs.com/package/shop\"}],"
                + "\"pagination\":{\"currentPage\":2,\"totalPages\":2}}"));

    Crawl crawl = crawl(server.url() + "/servers", FIRST);

    assertEquals(List.of("github:me/notes", "npm:shop"), ids());
    assertTrue(crawl.complete());
    assertEquals(List.of(), crawl.gaps());
  }

  @Test
  void goesOnInADirectoryWhereAPageCouldNotBeHad() throws Exception {
    server.at("/servers", listingPage("a", 1));
    server.at("/servers?page=2", Reply.of(500, ""));
    Crawl broken = crawl(server.url() + "/servers", FIRST);
    assertFalse(broken.complete());
    Gap gap = broken.gaps().get(0);
    assertEquals(Gap.Kind.UNREACHABLE, gap.kind());
    assertFalse(gap.reason().contains(gap.where()), gap.reason());
    assertEquals(List.of("npm:a"), ids());

    server.at("/servers", Reply.of(500, "the first page is not asked for again"));
    server.at("/servers?page=2", listingPage("b", 2));
    server.at("/servers?page=3", Reply.json("<html>busy</html>"));
    assertFalse(crawl(server.url() + "/servers", FIRST).complete());
    assertEquals(List.of("npm:a", "npm:b"), ids());

    server.at("/servers?page=3", listingPage("c", 3));
    Crawl whole = crawl(server.url() + "/servers", FIRST);
    assertTrue(whole.complete());
    assertEquals(1, whole.written());
    assertEquals(List.of("npm:a", "npm:b", "npm:c"), ids());
  }

  private static Reply listingPage(String name, int page) {
    return Reply.json(
        "{\"servers\":[{\"url\":\"https://www.npmjs.com/package/%s\"}],\"pagination\":{\"currentPage\":%d,\"totalPages\":3}}"
            .formatted(name, page));
  }

  @Test
  void readsAnAwesomeListInMarkdown() throws Exception {
    Path list =
        Files.writeString(
            directory.resolve("README.md"),
            """
            # Awesome servers [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)
            See [the guide](https://github.com/some/guide).
            ## Notes
            - [me/notes](https://github.com/me/notes) 📇 ☁️ - Takes **notes** ([docs](https://x.y))
            * **[Files](https://github.com/me/mono/tree/main/src/files)** – Reads files
            | [Table](https://pypi.org/project/table-server/) | Tables |
            - [me/notes](https://github.com/me/notes) again
            """);
    crawl(list.toString(), FIRST);
    assertEquals(
        List.of("github:me/notes", "github:me/mono/src/files", "pypi:table-server"), ids());
    assertTrue(Files.readString(out).contains("Takes notes"), Files.readString(out));
  }

  @Test
  void readsTheListInAFolderWithoutServers() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("awesome"));
    Files.writeString(
        folder.resolve("README.md"),
        "\ufeff# Servers\r\n- [me/notes](https://github.com/me/notes) - Takes notes\r\n");

    crawl(folder.toString(), FIRST);

    assertEquals(List.of("github:me/notes"), ids());
  }

  @Test
  void readsARegistryOfFilesWithToolsInBothShapes() throws Exception {
    folder(
        "notes",
        "name: notes\nimage: mcp/notes\ntype: server\nabout:\n  title: Notes\n  description: Takes notes\n",
        "[{\"name\":\"add\",\"description\":\"Adds\",\"arguments\":[{\"name\":\"text\",\"type\":\"string\",\"desc\":\"The text\"}]}]");
    folder(
        "files",
        "name: files\nremote:\n  url: https://files.example.com/mcp\n",
        "{\"tools\":[{\"name\":\"read\",\"inputSchema\":{\"type\":\"object\"}}]}");
    folder("broken", "name: [", "");
    Crawl crawl = crawl(directory.resolve("tree").toString(), FIRST);
    assertEquals(List.of("https://files.example.com/mcp", "docker:mcp/notes"), ids());
    String notes = Files.readAllLines(out).get(1);
    assertTrue(notes.contains("\"properties\":{\"text\":"), notes);
    assertFalse(notes.contains("\"target\""), notes);
    assertEquals(Gap.Kind.MALFORMED, crawl.gaps().get(0).kind());
  }

  @Test
  void saysWhenThereIsNothingToCrawl() {
    server.at("/empty", Reply.of(200, "<html><body>Hello</body></html>"));
    assertEquals(Gap.Kind.UNSUPPORTED, kind(server.url() + "/empty"));
    assertEquals(Gap.Kind.NOT_FOUND, kind(server.url() + "/missing"));
    assertEquals(Gap.Kind.NOT_FOUND, kind(directory.resolve("missing").toString()));
  }

  private Gap.Kind kind(String source) {
    return assertThrows(CollectException.class, () -> crawl(source, FIRST)).kind();
  }

  private void folder(String name, String yaml, String tools) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("tree/servers/" + name));
    Files.writeString(folder.resolve("server.yaml"), yaml);
    if (!tools.isEmpty()) {
      Files.writeString(folder.resolve("tools.json"), tools);
    }
  }

  private void page(String query, String next, String... records) {
    String metadata = next.isEmpty() ? "{}" : "{\"nextCursor\":\"" + next + "\"}";
    server.at(
        "/v0/servers?limit=100&version=latest" + query,
        Reply.json(
            "{\"servers\":[" + String.join(",", records) + "],\"metadata\":" + metadata + "}"));
  }

  private static String record(String name, String type, String identifier, String version) {
    return "{\"server\":{\"name\":\""
        + name
        + "\",\"version\":\""
        + version
        + "\",\"description\":\"About "
        + name
        + "\",\"packages\":[{\"registryType\":\""
        + type
        + "\",\"identifier\":\""
        + identifier
        + "\",\"version\":\""
        + version
        + "\"}]},\"_meta\":{\"io.modelcontextprotocol.registry/official\":{\"status\":\"active\","
        + "\"isLatest\":true}}}";
  }

  private Crawl crawl(String source, Instant now) throws CollectException, IOException {
    return crawler(options(now)).crawl(source, out);
  }

  private static CrawlOptions options(Instant now) {
    return CrawlOptions.startingAt(now).withDelay(Duration.ofMillis(1));
  }

  private Crawler crawler(CrawlOptions options) {
    Network network = new Network(HttpSettings.PLAIN);
    GithubCollector github = new GithubCollector(network, new SourceSettings(Map.of(), directory));
    return new Crawler(network, server.uri("/"), github, options);
  }

  private List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      JsonObject object = JsonReader.withDefaultLimits().parse(line).asObject();
      ids.add(object.text("id").orElseThrow());
    }
    return ids;
  }
}
