package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Prompts and resources stand in the sources as well; models read their texts. */
class OfferedItemsTest {
  private static final String MANIFEST =
      "{\"name\":\"notes\",\"bin\":\"x.js\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}";
  private static final String IMPORTS =
      """
      import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
      import { z } from "zod";
      const server = new McpServer({ name: "notes", version: "1" });
      server.registerTool("read_note", { description: "Reads a note" }, async () => {});
      """;

  private static List<String> offered(String... files) {
    return ReadTools.of(files).offered().stream()
        .map(item -> item.kind() + " " + item.raw())
        .toList();
  }

  private static List<String> script(String source) {
    return offered("package.json", MANIFEST, "src/index.ts", IMPORTS + source);
  }

  @Test
  void registeredInTypeScript() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"title\":\"Review\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\",\"description\":\"The note\"}]}",
            "PROMPT {\"name\":\"sum_up\",\"description\":\"Sums up\"}",
            "RESOURCE_TEMPLATE {\"name\":\"note\",\"description\":\"One note\","
                + "\"uriTemplate\":\"note://{id}\"}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}"),
        script(
            """
            server.registerPrompt("review", {
              title: "Review",
              description: "Reviews " + "a note",
              argsSchema: { text: z.string().describe("The note") },
            }, ({ text }) => ({ messages: [] }));
            server.prompt("sum_up", "Sums up", () => ({ messages: [] }));
            server.resource("all", "note://all", { description: "All notes" }, read);
            const one = new ResourceTemplate("note://{id}", { list: undefined });
            server.registerResource("note", one, { description: "One note" }, async () => {});
            """));
  }

  @Test
  void listedByHandlersAndRegisteredAsObjectsInTypeScript() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"sort\",\"description\":\"Sorts notes\"}",
            "RESOURCE_TEMPLATE {\"name\":\"note\",\"description\":\"A note\","
                + "\"uriTemplate\":\"note://{id}\"}",
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\",\"required\":true}]}"),
        script(
            """
            const PROMPTS = [{
              name: "review",
              description: "Reviews a note",
              arguments: [{ name: "text", required: true }],
            }];
            kit.setRequestHandler(ListPromptsRequestSchema, async () => ({ prompts: PROMPTS }));
            server.addPrompt({ name: "sort", description: "Sorts notes", load: async () => "" });
            server.addResource({
              uriTemplate: "note://{id}",
              name: "note",
              description: "A note",
              load: async () => {},
            });
            """));
  }

  @Test
  void whatIsCalledLikeThemIsNone() {
    assertEquals(
        List.of(),
        script(
            """
            const answer = await model.prompt("Sort the notes of today");
            await inquirer.prompt([{ name: "folder", message: "Where?" }]);
            router.resource("notes", { only: ["show"] });
            """));
  }

  @Test
  void decoratedInPython() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note.\","
                + "\"arguments\":[{\"name\":\"text\"}]}",
            "PROMPT {\"name\":\"sort\",\"description\":\"Sorts notes\"}",
            "PROMPT {\"name\":\"sum_up\",\"title\":\"Sum up\",\"description\":\"Sums up\"}",
            "RESOURCE_TEMPLATE {\"name\":\"note\",\"description\":\"One note.\","
                + "\"uriTemplate\":\"note://{id}\"}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes.\",\"uri\":\"note://all\"}"),
        offered(
            "server.py",
            """
            from mcp.server.fastmcp import FastMCP
            mcp = FastMCP("notes")

            @mcp.tool()
            def read_note(id: str) -> str:
                \"""Reads a note.\"""
            """,
            "prompts.py",
            """
            from server import mcp

            @mcp.prompt
            def review(text: str) -> str:
                \"""Reviews a note.\"""

            def register(mcp, found):
                @mcp.prompt(name="sort", description="Sorts notes")
                def sort() -> str:
                    return found.prompt

            @mcp.prompt(name="sum_up", title="Sum up", description="Sums up")
            def summary() -> str:
                return ""

            @mcp.resource("note://{id}")
            def note(id: str) -> str:
                \"""One note.\"""

            @mcp.resource("note://all", name="all")
            def everything() -> str:
                \"""All notes.\"""
            """));
  }

  @Test
  void listedInPython() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\"}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}"),
        offered(
            "server.py",
            """
            from mcp import types
            from mcp.server import Server
            server = Server("notes")

            @server.list_tools()
            async def tools():
                return [types.Tool(name="read_note", description="Reads", inputSchema={})]

            @server.list_prompts()
            async def prompts():
                return [types.Prompt(name="review", description="Reviews a note")]

            @server.list_resources()
            async def resources():
                return [types.Resource(uri="note://all", name="all", description="All notes")]
            """));
  }
}
