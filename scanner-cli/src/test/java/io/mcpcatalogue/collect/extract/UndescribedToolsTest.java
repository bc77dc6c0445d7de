package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.model.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that could not be read must not look like one that was never written. */
class UndescribedToolsTest {
  @Test
  void whatOnlyTheRunningServerKnowsIsTold() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\ndependencies = [\"mcp\"]\n",
            "server.py",
            """
            import os
            from mcp.server.fastmcp import FastMCP

            mcp = FastMCP("notes")

            @mcp.tool(description=os.environ["TEXT"])
            def read_note(id: str) -> str:
                ...

            @mcp.tool()
            def list_notes() -> str:
                ...

            @mcp.tool(description=load("text"))
            def drop_note(id: str) -> str:
                ...
            """);
    assertEquals(
        List.of(
            new Gap(
                "server.py:7",
                Gap.Kind.DYNAMIC,
                "the description of read_note is known only when the server runs; 2 of this kind")),
        read.gaps());
  }

  @Test
  void whatTheServerDoesNotSayIsNoGap() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\":\"notes\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}",
            "index.js",
            """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            const server = new McpServer({ name: "notes", version: "1" });
            server.registerTool("read_note", { inputSchema: {} }, async () => {});
            """);
    assertEquals(List.of(), read.gaps());
  }
}
