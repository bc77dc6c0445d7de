package io.mcpcatalogue.collect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.FirstAccepting;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.LocalServer;
import io.mcpcatalogue.collect.http.LocalServer.Reply;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.live.command.StdioCollector;
import io.mcpcatalogue.collect.source.archive.TarWriter;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyPI, GitHub and image registries, each spoken by a server on loopback. */
class RemoteSourcesTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  @TempDir private Path home;
  private final Map<String, String> environment = new TreeMap<>();
  @AutoClose private final LocalServer server = new LocalServer();

  @BeforeEach
  void start() {
    environment.put("MCP_CATALOGUE_PYPI_URL", server.url());
    environment.put("GITHUB_API_URL", server.url());
  }

  @Test
  void readsASourceDistributionAndStatesThatItRunsCode() throws Exception {
    byte[] sdist = TarWriter.tgz("notes-1.0/setup.py", "x", "notes-1.0/notes/server.py", "y");
    publish("/pypi/notes/json", sdist, sha256(sdist));
    ServerManifest notes = collect("pypi:Notes").servers().get(0);
    assertEquals("pypi:notes", notes.id());
    assertEquals("1.0", notes.version());
    assertEquals("Takes notes", notes.description());
    assertEquals("package/install-script", notes.facts().get(0).id());
  }

  @Test
  void asksForTheVersionThatWasNamed() throws Exception {
    byte[] sdist = TarWriter.tgz("notes-1.0/notes/server.py", "y");
    publish("/pypi/notes/1.0/json", sdist, sha256(sdist));
    assertEquals(1, collect("pypi:notes@1.0").servers().size());
    assertFails("pypi:notes@2.0", Gap.Kind.NOT_FOUND, "pypi:notes");
  }

  @Test
  void refusesAFileThatIsNotTheOnePublished() throws Exception {
    publish("/pypi/notes/json", TarWriter.tgz("a/b.py", "y"), "00".repeat(32));
    assertFails("pypi:notes", Gap.Kind.CONTRADICTION, "sha256 checksum");
  }

  @Test
  void readsARepositoryAtTheCommitOfItsDefaultBranch() throws Exception {
    environment.put("GITHUB_TOKEN", "s3cret");
    server.at("/repos/me/notes/commits/HEAD", Reply.of(200, COMMIT));
    server.at(
        "/repos/me/notes/tarball/" + COMMIT,
        Reply.bytes(TarWriter.tgz("me-notes-0123456/index.js", "x")));
    ServerManifest notes = collect("github:me/notes").servers().get(0);
    assertEquals("github:me/notes", notes.id());
    assertEquals(COMMIT, notes.version());
    assertEquals("Bearer s3cret", server.requests().get(0).header("authorization").orElse(""));
  }

  @Test
  void followsTheTarballElsewhereWithoutTheToken() throws Exception {
    environment.put("GH_TOKEN", "s3cret");
    try (LocalServer storage = new LocalServer()) {
      storage.at("/x", Reply.bytes(TarWriter.tgz("me-notes-0123456/index.js", "x")));
      server.at("/repos/me/notes/commits/v1%2Fx", Reply.of(200, COMMIT));
      server.at(
          "/repos/me/notes/tarball/" + COMMIT,
          Reply.of(302, "").with("location", storage.url() + "/x"));
      Collected collected = collect("github:me/notes@v1/x");
      assertFalse(storage.requests().get(0).header("authorization").isPresent());
      assertEquals(2, collected.hosts().size());
    }
  }

  @Test
  void readsOneDirectoryOfARepository() throws Exception {
    server.at("/repos/me/notes/commits/HEAD", Reply.of(200, COMMIT));
    server.at(
        "/repos/me/notes/tarball/" + COMMIT,
        Reply.bytes(TarWriter.tgz("r/src/one/index.js", "x", "r/src/two/index.js", "x")));
    assertEquals(
        "github:me/notes/src/one", collect("github:me/notes/src/one").servers().get(0).id());
    assertFails("github:me/notes/src/none", Gap.Kind.NOT_FOUND, "no file lies there");
  }

  @Test
  void saysWhenTheLimitOfRequestsIsUsedUp() {
    server.otherwise(
        request ->
            Reply.of(403, "{}")
                .with("x-ratelimit-remaining", "0")
                .with("x-ratelimit-reset", "4102444800"));
    assertFails("github:me/notes", Gap.Kind.LIMIT, "a GITHUB_TOKEN allows many more");
  }

  @Test
  void saysWhenThereIsNoSuchRepository() {
    assertFails("github:me/missing", Gap.Kind.NOT_FOUND, "github:me/missing");
  }

  @Test
  void readsTheLabelsOfAnImageBehindATokenAndAnIndex() throws Exception {
    server.at(
        "/token?service=registry&scope=repository%3Ame%2Fnotes%3Apull",
        Reply.json("{\"token\":\"t0ken\"}"));
    server.at(
        "/v2/me/notes/manifests/1",
        request ->
            request.header("authorization").isPresent()
                ? Reply.json(
                    "{\"manifests\":[{\"digest\":\"sha256:"
                        + "00".repeat(32)
                        + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"arm64\"}},{\"digest\":\""
                        + DIGEST
                        + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}}]}")
                : Reply.of(401, "")
                    .with(
                        "www-authenticate",
                        "Bearer realm=\""
                            + server.url()
                            + "/token\",service=\"registry\",scope=\"repository:me/notes:pull\""));
    server.at(
        "/v2/me/notes/manifests/" + DIGEST,
        Reply.json("{\"config\":{\"digest\":\"" + DIGEST + "\"}}"));
    server.at(
        "/v2/me/notes/blobs/" + DIGEST,
        Reply.json(
            "{\"config\":{\"User\":\"app\",\"Labels\":{"
                + "\"io.modelcontextprotocol.server.name\":\"io.github.me/notes\","
                + "\"org.opencontainers.image.source\":\"https://github.com/me/notes\"}}}"));
    ServerManifest image = collect("oci:" + server.hostAndPort() + "/me/notes:1").servers().get(0);
    assertEquals("docker:me/notes", image.id());
    assertEquals("io.github.me/notes", image.name());
    assertEquals(CollectionMethod.DECLARED, image.method());
    assertEquals(
        List.of(new Fact("image/source", "https://github.com/me/notes", "label")), image.facts());
    assertEquals(1, image.gaps().size());
  }

  @Test
  void anImageWithoutTheLabelMayBeNoServer() throws Exception {
    server.at(
        "/v2/redis/manifests/latest", Reply.json("{\"config\":{\"digest\":\"" + DIGEST + "\"}}"));
    server.at("/v2/redis/blobs/" + DIGEST, Reply.json("{\"config\":{}}"));
    ServerManifest image = collect("oci:" + server.hostAndPort() + "/redis").servers().get(0);
    assertEquals("image/runs-as-root", image.facts().get(0).id());
    assertTrue(image.gaps().get(0).reason().contains("may be no MCP server"));
  }

  @Test
  void offlineContactsNobody() {
    for (String target : List.of("pypi:a", "github:a/b", "oci:" + server.hostAndPort() + "/x")) {
      CollectException failure =
          assertThrows(
              CollectException.class,
              () -> collect(target, CollectOptions.DEFAULT.withOffline(true)));
      assertEquals(Gap.Kind.NOT_ALLOWED, failure.kind());
    }
    assertEquals(List.of(), server.requests());
  }

  private void publish(String path, byte[] file, String sha256) {
    server.at("/files/notes-1.0.tar.gz", Reply.bytes(file));
    server.at(
        path,
        Reply.json(
            "{\"info\":{\"name\":\"Notes\",\"version\":\"1.0\",\"summary\":\"Takes notes\"},"
                + "\"urls\":[{\"packagetype\":\"sdist\",\"filename\":\"notes-1.0.tar.gz\",\"url\":\""
                + server.url()
                + "/files/notes-1.0.tar.gz\",\"digests\":{\"sha256\":\""
                + sha256
                + "\"}}]}"));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private Collected collect(String target) throws Exception {
    return collect(target, CollectOptions.DEFAULT);
  }

  private Collected collect(String text, CollectOptions options) throws Exception {
    Network network = new Network(HttpSettings.PLAIN);
    SourceSettings settings = new SourceSettings(environment, home);
    return new FirstAccepting(
            List.of(
                new PypiCollector(
                    network, settings, PackageCache.none(), new StdioCollector(notice -> {})),
                new GithubCollector(network, settings),
                new OciCollector(network)))
        .collect(ScanTarget.parse(text), options);
  }

  private void assertFails(String target, Gap.Kind kind, String part) {
    CollectException failure = assertThrows(CollectException.class, () -> collect(target));
    assertEquals(kind, failure.kind(), failure.getMessage());
    assertTrue(failure.getMessage().contains(part), failure.getMessage());
  }
}
