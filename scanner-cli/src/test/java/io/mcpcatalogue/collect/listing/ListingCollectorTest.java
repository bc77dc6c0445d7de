package io.mcpcatalogue.collect.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingCollectorTest {
  private static final String ECHO =
      "{\"name\":\"echo\",\"description\":\"Echoes\",\"inputSchema\":{\"type\":\"object\"}}";
  private static final String ADD =
      "{\"name\":\"add\",\"description\":\"Adds\",\"inputSchema\":{\"type\":\"object\"}}";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tools\":[" + ECHO + "," + ADD + "]}",
        "[" + ECHO + "," + ADD + "]",
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"tools\":[" + ECHO + "," + ADD + "]}}",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":["
            + ECHO
            + "],\"nextCursor\":\"2\"}},"
            + "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"tools\":["
            + ADD
            + "]}}]",
        "[{\"tools\":[" + ECHO + "]},{\"tools\":[" + ADD + "]}]",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":["
            + ECHO
            + "]}}\n\r\n"
            + "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"tools\":["
            + ADD
            + "]}}\n",
        "\ufeff{\"tools\":[" + ECHO + "," + ADD + "]}"
      })
  void everyFormOfSavedListingIsRead(String listing) throws Exception {
    ServerManifest server = collect(listing);

    assertEquals(List.of("echo", "add"), names(server));
    assertEquals(CollectionMethod.LISTED, server.method());
    assertEquals(List.of(), server.gaps());
    assertEquals("file:shop.v2", server.id());
    assertEquals("shop.v2", server.name());
    assertEquals(file().toString(), server.target());
  }

  @Test
  void aFileOfUtf16IsRead() throws Exception {
    Files.write(file(), ("\ufeff{\"tools\":[" + ECHO + "]}").getBytes(StandardCharsets.UTF_16LE));

    assertEquals(List.of("echo"), names(collect()));
  }

  @Test
  void theWholeToolIsKept() throws Exception {
    ServerManifest server =
        collect(
            "{\"tools\":[{\"name\":\"echo\",\"title\":\"Echo\",\"vendor\":1.50,"
                + "\"annotations\":{\"readOnlyHint\":true},\"inputSchema\":{\"type\":\"object\"}}]}");

    ToolDefinition tool = server.tools().get(0);
    assertEquals("Echo", tool.title());
    assertEquals("{\"readOnlyHint\":true}", tool.annotations().toString());
    assertTrue(tool.raw().toString().contains("\"vendor\":1.50"));
  }

  @Test
  void theNameGivenByTheUserNamesTheServer() throws Exception {
    write("{\"tools\":[" + ECHO + "]}");

    ServerManifest server =
        collect(CollectOptions.DEFAULT.withName(Optional.of("My Shop"))).servers().get(0);

    assertEquals("file:My Shop", server.id());
    assertEquals("My Shop", server.name());
  }

  @Test
  void aRecordedSessionTellsServerInstructionsPromptsAndResources() throws Exception {
    ServerManifest server =
        collect(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"serverInfo\":{\"name\":\"shop\\u001b[31m\","
                + "\"version\":\"1.2\"},\"instructions\":\"Ask first.\"}}\n"
                + "{\"id\":2,\"result\":{\"tools\":["
                + ECHO
                + "]}}\n"
                + "{\"id\":3,\"result\":{\"prompts\":[{\"name\":\"greet\"}]}}\n"
                + "{\"id\":4,\"result\":{\"resources\":[{\"uri\":\"file:///x\"}]}}\n");

    assertEquals("shop\\u{1b}[31m", server.name());
    assertEquals("1.2", server.version());
    assertEquals("Ask first.", server.instructions());
    assertEquals(
        List.of("greet", "file:///x"), server.offered().stream().map(item -> item.name()).toList());
  }

  @Test
  void registryStyleArgumentsBecomeASchema() throws Exception {
    ServerManifest server =
        collect(
            "[{\"name\":\"exec\",\"description\":\"Runs\",\"arguments\":["
                + "{\"name\":\"command\",\"type\":\"string\",\"desc\":\"The command\"},"
                + "{\"name\":\"env\",\"type\":\"array\",\"items\":{\"type\":\"string\"},"
                + "\"desc\":\"Variables\",\"optional\":true},"
                + "{\"name\":\"image\",\"type\":\"string\",\"optional\":false},"
                + "\"nonsense\",{\"type\":\"string\"}]}]");

    ToolDefinition tool = server.tools().get(0);
    assertEquals(
        "{\"type\":\"object\",\"properties\":{"
            + "\"command\":{\"type\":\"string\",\"description\":\"The command\"},"
            + "\"env\":{\"type\":\"array\",\"description\":\"Variables\","
            + "\"items\":{\"type\":\"string\"}},"
            + "\"image\":{\"type\":\"string\"}},\"required\":[\"image\"]}",
        tool.inputSchema().toString());
    assertEquals(SchemaCoverage.COMPLETE, tool.schemaCoverage());
    assertEquals(CollectionMethod.DECLARED, server.method());
  }

  @Test
  void namesAndDescriptionsAloneAreADeclarationWithUnknownSchemas() throws Exception {
    ServerManifest server =
        collect("[{\"name\":\"exec\",\"description\":\"Runs\"},{\"name\":\"list\"}]");

    assertEquals(CollectionMethod.DECLARED, server.method());
    server
        .tools()
        .forEach(
            tool -> {
              assertEquals(SchemaCoverage.UNKNOWN, tool.schemaCoverage());
              assertEquals(JsonObject.EMPTY, tool.inputSchema());
            });
  }

  @Test
  void otherSpellingsOfTheSchemaAreRead() throws Exception {
    ServerManifest server =
        collect(
            "[{\"name\":\"a\",\"input_schema\":{\"type\":\"object\",\"title\":\"A\"}},"
                + "{\"type\":\"function\",\"function\":{\"name\":\"b\",\"description\":\"B\","
                + "\"parameters\":{\"type\":\"object\",\"title\":\"B\"}}}]");

    assertEquals(List.of("a", "b"), names(server));
    assertEquals(
        "{\"type\":\"object\",\"title\":\"B\"}", server.tools().get(1).inputSchema().toString());
  }

  @Test
  void toolsOfWrongShapeAreGapsAndTheRestIsRead() throws Exception {
    ServerManifest server =
        collect(
            "{\"tools\":[1,null,\"x\",[],{},{\"name\":\"\"},{\"name\":7},"
                + "{\"name\":\"a\",\"description\":[],\"inputSchema\":\"none\"},"
                + ECHO
                + "]}");

    assertEquals(List.of("a", "echo"), names(server));
    assertEquals(SchemaCoverage.UNKNOWN, server.tools().get(0).schemaCoverage());
    assertEquals(
        List.of(
            "tool 1 is a number, not an object",
            "tool 2 is null, not an object",
            "tool 3 is a string, not an object",
            "tool 4 is an array, not an object",
            "tool 5 has no name",
            "tool 6 has an empty name",
            "tool 7 has a name that is a number",
            "tool 8 (a) has a description that is an array, no text",
            "tool 8 (a) has an inputSchema that is a string, not an object"),
        reasons(server, Gap.Kind.MALFORMED));
  }

  @Test
  void toolsListedTwiceAreKeptAndReported() throws Exception {
    ServerManifest server = collect("[" + ECHO + "," + ADD + "," + ECHO + "," + ECHO + "]");

    assertEquals(List.of("echo", "add", "echo", "echo"), names(server));
    assertEquals(
        List.of("the tool \"echo\" is listed 3 times"), reasons(server, Gap.Kind.DUPLICATE));
  }

  @Test
  void toolsBeyondTheLimitAreReported() throws Exception {
    write("[" + ECHO + "," + ADD + "," + ECHO + "]");

    ServerManifest server =
        collect(CollectOptions.DEFAULT.withLimits(new CollectLimits(1 << 20, 1, 10)))
            .servers()
            .get(0);

    assertEquals(List.of("echo"), names(server));
    assertEquals(
        List.of("only the first 1 tools were read; 2 more were listed"),
        reasons(server, Gap.Kind.LIMIT));
  }

  @Test
  void faultsWithoutNumberStayFew() throws Exception {
    ServerManifest server = collect("{\"tools\":[" + "0,".repeat(9_999) + "0]}");

    assertEquals(101, server.gaps().size());
    assertEquals("9900 more faults of the same list", server.gaps().get(100).reason());
  }

  @Test
  void aMissingNextPageIsAGap() throws Exception {
    ServerManifest server = collect("{\"tools\":[" + ECHO + "],\"nextCursor\":\"p2\"}");

    assertEquals(1, reasons(server, Gap.Kind.LIMIT).size());
  }

  @Test
  void bytesThatAreNoUtf8AreReplacedAndReported() throws Exception {
    Files.write(file(), "[{\"name\":\"caf\u00e9\"}]".getBytes(Charset.forName("windows-1252")));

    ServerManifest server = collect();

    assertEquals(List.of("caf\ufffd"), names(server));
    assertEquals(1, reasons(server, Gap.Kind.MALFORMED).size());
  }

  @Test
  void halfACharacterInANameIsReplacedAndReported() throws Exception {
    write(
        """
        {"tools":[{"name":"first","inputSchema":{"type":"object","properties":{"\\ud83d":{"type":"string"}}}},
        {"name":"second","description":"Half a \\udca9 is no matter here."}]}""");

    ServerManifest server = collect();

    assertEquals(List.of("first", "second"), names(server));
    assertEquals(List.of(JsonText.REPLACED), reasons(server, Gap.Kind.MALFORMED));
  }

  @Test
  void aNumberOfManyDigitsIsKept() throws Exception {
    String number = "9".repeat(5_000);
    write(
        "[{\"name\":\"count\",\"inputSchema\":{\"type\":\"object\",\"maxProperties\":"
            + number
            + "}}]");

    assertTrue(collect().tools().get(0).raw().toString().contains(number));
  }

  @Test
  void anEmptyListIsAServerWithoutTools() throws Exception {
    assertEquals(List.of(), names(collect("{\"tools\":[]}")));
  }

  @Test
  void aFileThatIsNoListingSaysWhatItIs() throws Exception {
    assertFails("{\"mcpServers\":{}}", Gap.Kind.UNSUPPORTED, "a client configuration");
    assertFails("{\"name\":\"x\",\"inputSchema\":{}}", Gap.Kind.UNSUPPORTED, "one tool");
    assertFails(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"no\\u001b[2J\"}}",
        Gap.Kind.UNSUPPORTED,
        "holds an error answer: no\\u{1b}[2J");
    String server =
        "{\"id\":\"npm:a\",\"source\":{\"type\":\"npm\",\"ref\":\"a\"},\"tools\":[" + ECHO + "]}\n";
    assertFails(server + server, Gap.Kind.UNSUPPORTED, "an index of servers, which 'batch' reads");
    assertFails(server + "{\"target\":\"npm:b\"}", Gap.Kind.UNSUPPORTED, "an index of servers");
    assertFails("{\"a\":1}", Gap.Kind.UNSUPPORTED, "no listing of tools");
    assertFails("17", Gap.Kind.UNSUPPORTED, "no listing of tools");
    assertFails("", Gap.Kind.MALFORMED, "the input is empty");
    assertFails("{\"tools\":[", Gap.Kind.MALFORMED, "no valid JSON");
    assertFails("[".repeat(100_000), Gap.Kind.LIMIT, "nested too deep");
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() throws Exception {
    CollectException missing =
        assertThrows(CollectException.class, () -> collect(CollectOptions.DEFAULT));
    assertEquals(Gap.Kind.NOT_FOUND, missing.kind());

    Files.createDirectory(file());
    CollectException directory =
        assertThrows(CollectException.class, () -> collect(CollectOptions.DEFAULT));
    assertTrue(directory.getMessage().endsWith(": is a directory"), directory.getMessage());
  }

  @Test
  void aFileBeyondTheLimitIsRefused() throws Exception {
    write("{\"tools\":[" + ECHO + "]}");

    CollectException failure =
        assertThrows(
            CollectException.class,
            () -> collect(CollectOptions.DEFAULT.withLimits(new CollectLimits(10, 5, 5))));

    assertEquals(Gap.Kind.LIMIT, failure.kind());
  }

  private void assertFails(String content, Gap.Kind kind, String words) throws IOException {
    write(content);
    CollectException failure =
        assertThrows(CollectException.class, () -> collect(CollectOptions.DEFAULT));
    assertEquals(kind, failure.kind(), failure.getMessage());
    assertTrue(failure.getMessage().startsWith(file() + ": "), failure.getMessage());
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
    assertFalse(failure.getMessage().contains("\u001b"));
  }

  private ServerManifest collect(String content) throws Exception {
    write(content);
    return collect();
  }

  private ServerManifest collect() throws CollectException {
    return collect(CollectOptions.DEFAULT).servers().get(0);
  }

  private Collected collect(CollectOptions options) throws CollectException {
    return new ListingCollector()
        .collect(new ScanTarget(ScanTarget.Kind.FILE, file().toString(), List.of()), options);
  }

  private void write(String content) throws IOException {
    Files.writeString(file(), content);
  }

  private Path file() {
    return folder.resolve("shop.v2.json");
  }

  private static List<String> names(ServerManifest server) {
    return server.tools().stream().map(ToolDefinition::name).toList();
  }

  private static List<String> reasons(ServerManifest server, Gap.Kind kind) {
    return server.gaps().stream().filter(gap -> gap.kind() == kind).map(Gap::reason).toList();
  }
}
