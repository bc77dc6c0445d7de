package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server tells every model stands in its sources as well. */
class InstructionsTest {
  private static final String MANIFEST =
      "{\"name\":\"notes\",\"bin\":\"x.js\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}";

  @Test
  void ofServersInTypeScript() {
    assertEquals(
        List.of("Read the list first."),
        ReadTools.of(
                "package.json",
                MANIFEST,
                "src/index.ts",
                """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            const ADVICE = "Read the list" + " first.";
            const server = new McpServer({ name: "notes", version: "1" }, { instructions: ADVICE });
            server.registerTool("read_note", { description: "Reads a note" }, async () => {});
            """)
            .instructions());
  }

  @Test
  void ofServersInPython() {
    assertEquals(
        List.of("Read the list first."),
        ReadTools.of(
                "server.py",
                """
            from mcp.server.fastmcp import FastMCP
            ADVICE = "Read the list first."
            mcp = FastMCP("notes", instructions=ADVICE)

            @mcp.tool()
            def read_note(id: str) -> str:
                \"""Reads a note.\"""
            """)
            .instructions());
  }

  @Test
  void ofSeveralServersAllAreKept() {
    assertEquals(
        List.of("One.\n\nTwo."),
        ReadTools.of(
                "package.json",
                MANIFEST,
                "src/index.ts",
                """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            const one = new McpServer({ name: "notes", version: "1" }, { instructions: "One." });
            const two = new McpServer({ name: "notes", version: "1" }, { instructions: "Two." });
            const again = new McpServer({ name: "notes", version: "1" }, { instructions: "One." });
            one.registerTool("read_note", { description: "Reads a note" }, async () => {});
            """)
            .instructions());
  }

  @Test
  void otherInstructionsAreNotTheServers() {
    assertEquals(
        List.of(""),
        ReadTools.of(
                "package.json",
                MANIFEST,
                "src/index.ts",
                """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            const server = new McpServer({ name: "notes", version: "1" });
            const agent = new Agent({ instructions: "Answer in verse." });
            server.registerTool("read_note", { description: "Reads a note" }, async () => {});
            """)
            .instructions());
  }
}
