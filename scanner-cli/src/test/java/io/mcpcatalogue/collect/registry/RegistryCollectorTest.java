package io.mcpcatalogue.collect.registry;

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
import io.mcpcatalogue.collect.source.DownloadCollector;
import io.mcpcatalogue.collect.source.NpmCollector;
import io.mcpcatalogue.collect.source.OciCollector;
import io.mcpcatalogue.collect.source.PackageCache;
import io.mcpcatalogue.collect.source.SourceSettings;
import io.mcpcatalogue.collect.source.archive.TarWriter;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryCollectorTest {
  @TempDir private Path home;
  @AutoClose private final LocalServer server = new LocalServer();

  @Test
  void collectsFromThePackageThatTheRecordNames() throws Exception {
    server.at("/v0/servers/io.x%2Fnotes/versions/latest", record("npm", "notes"));
    byte[] tarball = TarWriter.tgz("package/index.js", "x");
    server.at("/t.tgz", Reply.bytes(tarball));
    server.at(
        "/notes",
        Reply.json(
            "{\"dist-tags\":{\"latest\":\"1.0.0\"},\"versions\":{\"1.0.0\":{\"dist\":{\"tarball\":\""
                + server.url()
                + "/t.tgz\"}}}}"));
    ServerManifest notes = collect("registry:io.x/notes").servers().get(0);
    assertEquals("npm:notes", notes.id());
    assertEquals("registry:io.x/notes", notes.target());
    assertEquals("Takes notes", notes.description());
  }

  @Test
  void aRecordMustNotLeadIntoThePrivateNetwork() throws Exception {
    server.at(
        "/v0/servers/io.x%2Fnotes/versions/1.0.0",
        record("oci", server.hostAndPort() + "/me/notes"));
    Collected collected = collect("registry:io.x/notes@1.0.0");
    assertEquals(Gap.Kind.NOT_ALLOWED, collected.servers().get(0).gaps().get(0).kind());
    assertEquals(1, server.requests().size());
  }

  @Test
  void readsTheBundleThatTheRecordNamesAndChecksIt() throws Exception {
    byte[] bundle =
        zip(
            "manifest.json",
            "{\"manifest_version\":\"0.3\",\"name\":\"notes\",\"version\":\"1.0.0\",\"server\":{\"type\":\"node\","
                + "\"entry_point\":\"server/index.js\"},\"tools\":[{\"name\":\"make_note\",\"description\":\"Makes a note\"}]}");
    server.at("/notes.mcpb", Reply.bytes(bundle));
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bundle));

    Collected notes = download(server.url() + "/notes.mcpb#sha256=" + sha256);
    assertEquals(server.url() + "/notes.mcpb", notes.servers().get(0).id());
    assertEquals(
        List.of("make_note"),
        notes.servers().get(0).tools().stream().map(ToolDefinition::name).toList());
    assertEquals(List.of(server.hostAndPort()), List.copyOf(notes.hosts()));

    CollectException other =
        assertThrows(
            CollectException.class,
            () -> download(server.url() + "/notes.mcpb#sha256=" + "00".repeat(32)));
    assertEquals(Gap.Kind.CONTRADICTION, other.kind());
  }

  @Test
  void aBundleOfARecordMustNotLieInThePrivateNetwork() throws Exception {
    server.at(
        "/v0/servers/io.x%2Fnotes/versions/latest", record("mcpb", server.url() + "/notes.mcpb"));
    Collected collected = collect("registry:io.x/notes");
    assertEquals(Gap.Kind.NOT_ALLOWED, collected.servers().get(0).gaps().get(0).kind());
    assertEquals(1, server.requests().size());
  }

  @Test
  void saysWhyAPackageOfCompiledCodeIsNotRead() throws Exception {
    server.at("/v0/servers/io.x%2Fnotes/versions/latest", record("nuget", "Notes.Server"));
    ServerManifest notes = collect("registry:io.x/notes").servers().get(0);
    assertEquals(
        List.of(
            new Gap(
                "nuget:Notes.Server",
                Gap.Kind.UNSUPPORTED,
                "holds compiled code; which tools it has shows only when it runs")),
        notes.gaps());
  }

  @Test
  void saysWhenTheRegistryKnowsNoSuchServer() {
    CollectException failure =
        assertThrows(CollectException.class, () -> collect("registry:io.x/missing"));
    assertEquals(Gap.Kind.NOT_FOUND, failure.kind());
  }

  @Test
  void readsARecordOnDisk() throws Exception {
    Path file = home.resolve("server.json");
    Files.writeString(file, "{\"name\":\"io.x/notes\",\"version\":\"2.0.0\",\"packages\":[]}");
    ScanTarget target = ScanTarget.parse(file.toString());
    RecordFileCollector collector = new RecordFileCollector(new FirstAccepting(List.of()));
    assertTrue(collector.accepts(target));
    ServerManifest notes = collector.collect(target, CollectOptions.DEFAULT).servers().get(0);
    assertEquals("registry:io.x/notes", notes.id());
    assertEquals("2.0.0", notes.version());
    assertEquals(Gap.Kind.UNSUPPORTED, notes.gaps().get(0).kind());
    Files.writeString(file, "{\"tools\":[{\"name\":\"x\"}]}");
    assertFalse(collector.accepts(target));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'a','packages':[{'registryType':'npm','identifier':'@s/a','version':'1.0.0'}]} | npm:@s/a@1.0.0",
        "{'name':'a','packages':[{'registry_type':'pypi','identifier':'a','version':'1'}]} | pypi:a@1",
        "{'name':'a','packages':[{'registry_name':'docker','name':'me/a','version':'2'}]} | oci:me/a:2",
        "{'name':'a','packages':[{'registryType':'oci','identifier':'ghcr.io/me/a:3'}]} | oci:ghcr.io/me/a:3",
        "{'name':'a','remotes':[{'type':'streamable-http','url':'https://a.b/mcp'}]} | https://a.b/mcp",
        "{'name':'a','remotes':[{'type':'sse','url':'https://{tenant}.b/mcp'}]} | ''",
        "{'name':'a','repository':{'url':'https://github.com/me/a.git','subfolder':'./src/x/'}} | github:me/a/src/x",
        "{'name':'a','packages':[{'registryType':'mcpb','identifier':'https://github.com/m/a/releases/download/1/a.mcpb','fileSha256':'ab'}]}"
            + " | https://github.com/m/a/releases/download/1/a.mcpb#sha256=ab",
        "{'server':{'name':'a','packages':[{'registryType':'nuget','identifier':'x'}]}} | ''",
        "{'name':'a','packages':[{'registryType':'npm','identifier':'../../x'}]} | ''",
      })
  void findsTheBestPlaceOfARecord(String record, String target) throws Exception {
    ServerRecord read =
        ServerRecord.of(JsonReader.withDefaultLimits().parse(record.replace('\'', '"')).asObject())
            .orElseThrow();
    assertEquals(target, read.targets().stream().findFirst().map(ScanTarget::text).orElse(""));
  }

  private static Reply record(String type, String identifier) {
    return Reply.json(
        "{\"server\":{\"name\":\"io.x/notes\",\"version\":\"1.0.0\",\"description\":\"Takes notes\","
            + "\"packages\":[{\"registryType\":\""
            + type
            + "\",\"identifier\":\""
            + identifier
            + "\"}]}}");
  }

  private static Collected download(String target) throws Exception {
    return new DownloadCollector(new Network(HttpSettings.PLAIN), PackageCache.none())
        .collect(ScanTarget.parse(target), CollectOptions.DEFAULT);
  }

  private static byte[] zip(String path, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(path));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Collected collect(String target) throws Exception {
    Network network = new Network(HttpSettings.PLAIN);
    SourceSettings settings = new SourceSettings(Map.of("npm_config_registry", server.url()), home);
    return new RegistryCollector(
            network,
            server.uri("/"),
            new FirstAccepting(
                List.of(
                    new NpmCollector(
                        network, settings, PackageCache.none(), new StdioCollector(notice -> {})),
                    new OciCollector(network),
                    new DownloadCollector(network, PackageCache.none()))))
        .collect(ScanTarget.parse(target), CollectOptions.DEFAULT);
  }
}
