package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What descriptions for registries add to servers, and which packages are servers. */
class PublicationsTest {
  private static final String CODE =
      "new McpServer({}).tool('make_note', 'Makes a note', {}, async () => {});";

  private static List<ServerManifest> servers(String... files) {
    return Extraction.extract(MemoryTree.of(files), SourceIdentity.ofDirectory("memory")).servers();
  }

  private static List<String> facts(ServerManifest server) {
    return server.facts().stream()
        .map(fact -> fact.id() + " " + fact.value() + " " + fact.where())
        .toList();
  }

  @Test
  void aRecordForARegistryFillsInWhatTheManifestLeavesOpen() {
    ServerManifest server =
        servers(
                "package.json",
                "{\"name\":\"notes\",\"mcpName\":\"io.example/notes\"}",
                "index.js",
                CODE,
                "server.json",
                """
                {"name": "io.example/notes", "description": "Keeps notes", "version": "1.2.3",
                 "packages": [{"registryType": "npm", "identifier": "notes", "version": "1.2.3",
                   "environmentVariables": [{"name": "NOTES_KEY", "isSecret": true}, {"name": "HOME_OF"}]}],
                 "remotes": [{"type": "sse", "url": "https://me:pass@notes.example/sse"}]}
                """,
                "smithery.yaml",
                "startCommand:\n  type: stdio\n  configSchema:\n    properties:\n      depth: {}\n",
                "glama.json",
                "{\"maintainers\": [\"somebody\"]}")
            .get(0);
    assertEquals("Keeps notes", server.description());
    assertEquals("1.2.3", server.version());
    assertEquals(List.of(), server.gaps());
    assertEquals(
        List.of(
            "published/maintainer somebody glama.json",
            "published/setting depth smithery.yaml",
            "published/registry-name io.example/notes package.json",
            "published/registry-name io.example/notes server.json",
            "published/package npm:notes@1.2.3 server.json",
            "published/remote https://[redacted]@notes.example/sse server.json",
            "published/setting NOTES_KEY (secret) server.json",
            "published/setting HOME_OF server.json"),
        facts(server));
  }

  @Test
  void aRecordOfAnotherPackageContradictsTheManifest() {
    ServerManifest server =
        servers(
                "package.json",
                "{\"name\":\"notes\",\"mcpName\":\"io.example/notes\",\"version\":\"1.0.0\"}",
                "index.js",
                CODE,
                "server.json",
                "{\"name\":\"io.example/other\",\"version\":\"${VERSION}\",\"packages\":"
                    + "[{\"registryType\":\"npm\",\"identifier\":\"other\"}]}")
            .get(0);
    assertEquals("1.0.0", server.version());
    assertEquals(
        List.of(Gap.Kind.CONTRADICTION, Gap.Kind.CONTRADICTION),
        server.gaps().stream().map(Gap::kind).toList());
    assertTrue(server.gaps().get(0).reason().contains("published as other"));
    assertTrue(server.gaps().get(1).reason().contains("claims the name io.example/notes"));
  }

  @Test
  void aRecordBelongsToThePackageThatItNames() {
    List<ServerManifest> servers =
        servers(
            "package.json",
            "{\"name\":\"root\",\"private\":true}",
            "server.json",
            "{\"name\":\"io.example/b\",\"packages\":"
                + "[{\"registryType\":\"npm\",\"identifier\":\"@x/b\"}]}",
            "packages/a/package.json",
            "{\"name\":\"@x/a\"}",
            "packages/a/index.js",
            CODE,
            "packages/b/package.json",
            "{\"name\":\"@x/b\"}",
            "packages/b/index.js",
            CODE);
    assertEquals(List.of("@x/a", "@x/b"), servers.stream().map(ServerManifest::name).toList());
    assertEquals(List.of(), facts(servers.get(0)));
    assertEquals(2, servers.get(1).facts().size());
    assertEquals(List.of(), servers.get(1).gaps());
  }

  @Test
  void anUnreadableDescriptionIsAGap() {
    ServerManifest server =
        servers("package.json", "{\"name\":\"n\"}", "index.js", CODE, "smithery.yaml", "a: [")
            .get(0);
    assertEquals(Gap.Kind.MALFORMED, server.gaps().get(0).kind());
  }

  /** Scripts in the root of a workspace use its libraries as servers do, but serve nothing. */
  @Test
  void theRootOfAWorkspaceIsNoServerByWhatItsPackagesDeclare() {
    List<ServerManifest> servers =
        servers(
            "package.json",
            "{\"name\":\"root\",\"private\":true,"
                + "\"devDependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}",
            "scripts/count.ts",
            "import {addFind} from '../packages/shared/index.js'; console.log(addFind);",
            "packages/shared/package.json",
            "{\"name\":\"@x/shared\",\"main\":\"./index.ts\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}",
            "packages/shared/index.ts",
            "export function addFind(server) { server.tool('find', 'Finds', {}, f); }\n"
                + "export function make() { return new McpServer({}); }",
            "packages/a/package.json",
            "{\"name\":\"@x/a\",\"bin\":\"x.js\",\"dependencies\":{\"@x/shared\":\"1\",\"@modelcontextprotocol/sdk\":\"1\"}}",
            "packages/a/index.ts",
            "import {make, addFind} from '@x/shared'; const server = make(); addFind(server);");
    assertEquals(List.of("@x/a"), servers.stream().map(ServerManifest::name).toList());
  }
}
