import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const server = new McpServer({ name: "notes-server", version: "1.0.0" });
const notes = new Map();

server.registerTool(
  "search_notes",
  {
    description: "Search notes by text and return their titles.",
    inputSchema: { query: z.string().describe("What to look for") },
  },
  async ({ query }) => ({
    content: [...notes.values()].filter((note) => note.includes(query)).map((text) => ({ type: "text", text })),
  }),
);

server.registerTool(
  "empty_trash",
  {
    description: "Delete every note in the trash. They cannot be restored.",
    annotations: { destructiveHint: true },
  },
  async () => {
    notes.clear();
    return { content: [{ type: "text", text: "done" }] };
  },
);

await server.connect(new StdioServerTransport());
