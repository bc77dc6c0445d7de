package io.mcpcatalogue.collect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.live.command.StdioCollector;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real npm registry. Run with {@code mvn test -Dtest.excluded.groups=none}. */
@Tag("network")
class NpmRegistryTest {
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "npm:mcp-server-kubernetes@4.1.7, 23, kubectl_get",
    "npm:@modelcontextprotocol/server-filesystem@2026.8.31, 14, read_text_file",
    "npm:airtable-mcp-server@1.14.0, 16, list_records",
  })
  void readsPublishedPackages(String target, int tools, String one) throws Exception {
    SourceSettings settings = new SourceSettings(System.getenv(), home);
    NpmCollector collector =
        new NpmCollector(
            new Network(HttpSettings.fromEnvironment(System.getenv())),
            settings,
            PackageCache.in(home.resolve("cache")),
            new StdioCollector(notice -> {}));
    ServerManifest server =
        collector.collect(ScanTarget.parse(target), CollectOptions.DEFAULT).servers().get(0);
    assertEquals(tools, server.tools().size());
    assertTrue(server.tools().stream().anyMatch(tool -> tool.name().equals(one)));
    assertTrue(server.gaps().stream().noneMatch(gap -> gap.kind() == Gap.Kind.MALFORMED));
  }
}
