package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What tools answer is read by the model as well, so that what the sources say of it is kept. */
class OutputSchemaTest {
  private static final String MANIFEST =
      "{\"name\":\"notes\",\"bin\":\"x.js\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}";

  @Test
  void shapesInTypeScript() {
    ReadTools read =
        script(
            """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            import { z } from "zod";
            const server = new McpServer({ name: "notes", version: "1" });
            server.registerTool("read_note", {
              description: "Reads a note",
              inputSchema: { id: z.string() },
              outputSchema: { text: z.string().describe("What was written") },
            }, async () => {});
            """);
    assertEquals("What was written", answer(read, "read_note", "text"));
  }

  @Test
  void schemasInAListHandler() {
    ReadTools read =
        script(
            """
            import { Server } from "@modelcontextprotocol/sdk/server/index.js";
            import { ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
            const server = new Server({ name: "notes", version: "1" }, { capabilities: { tools: {} } });
            server.setRequestHandler(ListToolsRequestSchema, async () => ({
              tools: [{
                name: "read_note",
                description: "Reads a note",
                inputSchema: { type: "object", properties: {} },
                outputSchema: {
                  type: "object",
                  properties: { text: { type: "string", description: "What was written" } },
                },
              }],
            }));
            """);
    assertEquals("What was written", answer(read, "read_note", "text"));
  }

  @Test
  void schemasInPython() {
    ReadTools read =
        ReadTools.of(
            "server.py",
            """
            from mcp.server import Server
            from mcp.types import Tool

            app = Server("notes")

            @app.list_tools()
            async def list_tools():
                return [
                    Tool(
                        name="read_note",
                        description="Reads a note",
                        inputSchema={"type": "object", "properties": {}},
                        outputSchema={
                            "type": "object",
                            "properties": {"text": {"description": "What was written"}},
                        },
                    )
                ]
            """);
    assertEquals("What was written", answer(read, "read_note", "text"));
  }

  @Test
  void schemasInGo() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes\nrequire github.com/modelcontextprotocol/go-sdk v1.0.0\n",
            "main.go",
            """
            package main

            import "github.com/modelcontextprotocol/go-sdk/mcp"

            func main() {
              server := mcp.NewServer(&mcp.Implementation{Name: "notes"}, nil)
              server.AddTool(&mcp.Tool{
                Name:        "read_note",
                Description: "Reads a note",
                InputSchema: json.RawMessage(`{"type":"object"}`),
                OutputSchema: json.RawMessage(
                  `{"type":"object","properties":{"text":{"description":"What was written"}}}`),
              }, handle)
            }
            """);
    assertEquals("What was written", answer(read, "read_note", "text"));
  }

  @Test
  void nothingIsSaidWhereTheSourcesSayNothing() {
    ReadTools read =
        script(
            """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            const server = new McpServer({ name: "notes", version: "1" });
            server.registerTool("read_note", { description: "Reads a note" }, async () => {});
            """);
    assertEquals(false, read.tool("read_note").raw().get("outputSchema").isPresent());
  }

  private static ReadTools script(String source) {
    return ReadTools.of("package.json", MANIFEST, "src/index.ts", source);
  }

  private static String answer(ReadTools read, String tool, String member) {
    return read.tool(tool)
        .raw()
        .object("outputSchema")
        .object("properties")
        .object(member)
        .text("description")
        .orElse("");
  }
}
