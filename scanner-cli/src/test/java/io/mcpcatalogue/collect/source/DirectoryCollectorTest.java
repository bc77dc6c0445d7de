package io.mcpcatalogue.collect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryCollectorTest {
  @TempDir private Path folder;

  @Test
  void statesWhatIsRunByWhoeverInstallsTheSources() throws Exception {
    Files.writeString(
        folder.resolve("package.json"),
        "{\"name\":\"notes\",\"version\":\"1.0.0\",\"scripts\":{\"postinstall\":\"node x.js\"}}");
    Files.writeString(
        folder.resolve("index.js"),
        """
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        const server = new McpServer({ name: "notes", version: "1.0.0" });
        server.tool("make_note", "Makes a note", {}, async () => ({ content: [] }));
        """);

    ServerManifest notes =
        new DirectoryCollector()
            .collect(ScanTarget.parse(folder.toString()), CollectOptions.DEFAULT)
            .servers()
            .get(0);

    assertEquals(
        List.of(new Fact("package/install-script", "postinstall: node x.js", "package.json")),
        notes.facts());
  }

  @Test
  void aDirectoryWithoutAnyServerIsAGap() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "Milk, eggs");

    Collected collected =
        new DirectoryCollector()
            .collect(ScanTarget.parse(folder.toString()), CollectOptions.DEFAULT);

    assertEquals(
        List.of(
            new Gap(
                folder.toString(),
                Gap.Kind.NOT_FOUND,
                "no server was found in what can be read of the directory")),
        collected.gaps());
  }
}
