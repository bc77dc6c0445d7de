package io.mcpcatalogue.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file that is made to fill the memory hides nothing but itself, and that is told. */
class SmallMemoryTest {
  @TempDir private Path folder;

  @Test
  void aFileThatIsAllTokensDoesNotHideTheToolsBesideIt() throws Exception {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Files.writeString(repository.resolve("tokens.ts"), "x+".repeat(5_000_000));
    Files.writeString(
        repository.resolve("server.ts"),
        """
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        const server = new McpServer({ name: "notes", version: "1.0.0" });
        server.tool("delete_note", "Deletes a note for good.", {}, async () => ({ content: [] }));
        """);
    Path output = folder.resolve("output.txt");

    Process scan =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.mcpcatalogue.cli.Main",
                "scan",
                "--no-db",
                repository.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertEquals(5, scan.waitFor());
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertTrue(said.contains("delete_note"), said);
    assertTrue(said.contains("tokens.ts: LIMIT"), said);
  }
}
