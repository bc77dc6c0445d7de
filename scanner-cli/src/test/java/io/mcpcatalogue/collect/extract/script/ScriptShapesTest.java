package io.mcpcatalogue.collect.extract.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unusual ways to write down what is usual. */
class ScriptShapesTest {
  private static final String MANIFEST =
      "{\"name\":\"notes\",\"bin\":\"x.js\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}";
  private static final String IMPORTS =
      """
      import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
      import { z } from "zod";
      """;

  private static ReadTools server(String source) {
    return ReadTools.of("package.json", MANIFEST, "src/index.ts", IMPORTS + source);
  }

  @Test
  void methodsThatMayBeMissingAreCalledAllTheSame() {
    ReadTools read =
        server(
            """
            export function register(server: ExtendedServer) {
              server.registerTool?.("make_note", {
                description: "Makes a note",
                inputSchema: { text: z.string() },
              }, async () => {});
              server.registerTool("drop_note", { description: "Drops a note" }, async () => {});
            }
            register(new McpServer({ name: "notes", version: "1" }));
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void factoriesAreGivenTheDescription() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            for (const tool of found()) server.registerTool(tool.name, tool, tool.run);
            function makeNote(describe: (context: Context) => string) {
              return Object.freeze({
                name: "make_note",
                description: describe(EVERYTHING),
                inputSchema: z.object({ text: z.string() }),
              } as const);
            }
            export const plain = makeNote(() => "Makes a note");
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
  }

  @Test
  void whatDescribesARequestIsNoTool() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            for (const tool of found()) server.registerTool(tool.name, tool, tool.run);
            export const listNotes = { method: "GET", path: "/notes", description: "Lists notes",
              inputSchema: z.object({ text: z.string() }) };
            export const findNotes = { name: "find_notes", description: "Finds notes",
              inputSchema: z.object({ text: z.string() }) };
            """);
    assertEquals(List.of("find_notes"), read.names());
  }

  @Test
  void aToolMayBeNamedAsAMethodOfARequestIs() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            for (const tool of found()) server.registerTool(tool.name, tool, tool.run);
            export const dropNotes = { name: "DELETE", description: "Drops notes",
              inputSchema: z.object({ text: z.string() }) };
            """);
    assertEquals(List.of("DELETE"), read.names());
  }

  @Test
  void aToolIsNamedByTheMemberThatItIsMadeFor() {
    ReadTools read =
        server(
            """
            import { createServer, tool } from "./elsewhere";
            import * as kit from "kit";
            createServer({ name: "notes", tools: {
              makeNote: tool({ description: "Makes a note", parameters: z.object({ text: z.string() }),
                async execute({ text }) { return text; } }),
              dropNote: kit.tools.make({ description: "Drops a note", parameters: z.object({}) }),
            } });
            """);
    assertEquals(List.of("makeNote", "dropNote"), read.names());
    assertEquals("Makes a note", read.tool("makeNote").description());
    assertEquals(Set.of("text"), read.parameters("makeNote"));
  }

  @Test
  void aToolThatIsThereInShortAndInFullIsTheFullOne() {
    ReadTools read =
        server(
            """
            const FULL = { name: "find_notes", description: "Finds notes, and drops them if asked to",
              inputSchema: { type: "object", properties: { text: { type: "string" }, drop: { type: "boolean" } } } };
            const SHORT = { name: "find_notes", description: "Finds notes",
              inputSchema: { type: "object", properties: { text: { type: "string" } } } };
            const server = new Server({ name: "notes", version: "1" });
            server.setRequestHandler(ListToolsRequestSchema, async () => {
              const find = process.env.SHORT ? SHORT : FULL;
              return { tools: [find] };
            });
            """);
    assertEquals("Finds notes, and drops them if asked to", read.tool("find_notes").description());
    assertEquals(Set.of("text", "drop"), read.parameters("find_notes"));
  }

  @Test
  void ofTwoSetsOfToolsTheLargerIsMeant() {
    ReadTools read =
        server(
            """
            const all = {
              make: { name: "make_note", description: "Makes a note", inputSchema: { text: z.string() } },
              drop: { name: "drop_note", description: "Drops a note", inputSchema: { id: limited(z.string()) } },
            };
            const server = new McpServer({ name: "notes", version: "1" });
            const registry = process.env.ONLY_MAKE ? { make: all.make } : all;
            for (const tool of Object.values(registry)) {
              server.registerTool(tool.name, tool, async () => {});
            }
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
  }

  @Test
  void parametersThatAreAddedToRequestsAreNoTools() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            for (const tool of found()) server.registerTool(tool.name, tool, tool.run);
            parameters.push({
              name: "confirm",
              in: "Query",
              description: "Whether it is meant",
              schema: { type: "object" },
            });
            """);
    assertEquals(List.of(), read.names());
  }

  @Test
  void descriptionsStandInAFileOfData() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            MANIFEST,
            "data/texts.json",
            """
            {"make_note": {"title": "Make note", "description": "Makes a note",
                           "annotations": {"readOnlyHint": false}}}
            """,
            "src/make.ts",
            """
            import { z } from "zod";
            const schema = z.object({ text: z.string() });
            export const run = async (parameters) => ({ content: [] });
            export default () => ({ name: "make_note", schema, handler: run });
            """,
            "src/index.ts",
            IMPORTS
                + """
                import texts from "../data/texts.json";
                import makeNote from "./make";
                const server = new McpServer({ name: "notes", version: "1" });
                const known = { make_note: makeNote };
                for (const name of enabled(texts)) {
                  const tool = known[name]();
                  server.registerTool(name, { ...texts[name], inputSchema: tool.schema }, tool.handler);
                }
                """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals("Make note", read.tool("make_note").title());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void aServerWhoseToolsLieInADependencySaysSo() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\":\"notes\",\"bin\":\"x.js\",\"dependencies\":{\"@acme/notes-mcp\":\"1\"}}",
            "src/index.ts",
            """
            import { start } from "@acme/notes-mcp";
            start();
            """);
    assertEquals(
        List.of(
            "no tools are declared in the sources; they may lie in the dependencies"
                + " @acme/notes-mcp"),
        read.gaps().stream().map(Gap::reason).toList());
  }

  @Test
  void clientsCallBackWithTheToolsThatTheyBring() {
    ReadTools read =
        server(
            """
            class Making {
              prefix = "notes";
              registerTools(register, ask) {
                register({ title: "Make Note", summary: "Makes a note",
                           inputSchema: z.object({ text: z.string() }) }, async () => {});
                for (const tool of [new Drop(this)]) register(tool.specification, tool.run);
              }
            }
            class Drop {
              specification = { title: "Drop  Note", summary: "Drops a note" };
            }
            class Notes extends McpServer {
              nameOf(client, title: string): string {
                return `${client.prefix}_${title.replace(/\\s+/g, "_").toLowerCase()}`;
              }
              addClient(client) {
                client.registerTools(
                  (params, run) => {
                    const name = this.nameOf(client, params.title);
                    return super.registerTool(
                      name, { description: params.summary, inputSchema: params.inputSchema }, run);
                  },
                  async (question) => {});
              }
            }
            const server = new Notes();
            for (const client of clients()) server.addClient(client);
            """);
    assertEquals(List.of("notes_make_note", "notes_drop_note"), read.names());
    assertEquals("Makes a note", read.tool("notes_make_note").description());
    assertEquals(Set.of("text"), read.parameters("notes_make_note"));
  }

  @Test
  void namesThatAreGivenAPrefixBeforeTheyAreListed() {
    ReadTools read =
        server(
            """
            const make = { name: "make", description: "Makes a note",
                           inputSchema: { type: "object" } };
            const drop = { name: "drop", description: "Drops a note",
                           inputSchema: { type: "object" } };
            const making = [];
            if (isEnabled("making")) making.push(...[make]);
            function prefixed(feature: string, tools) {
              return tools.map((tool) => ({ ...tool, name: `${feature}_${tool.name}` }));
            }
            const byFeature = { making: prefixed("notes", making), dropping: prefixed("notes", [drop]) };
            const byName = new Map(Object.values(byFeature).flat().map((each) => [each.name, each]));
            function named(names: string[]) {
              const selected = new Set();
              for (const name of names) selected.add(byName.get(name));
              return Array.from(selected);
            }
            async function available(names?: string[]) {
              if (names?.length) return named(names);
              return [...Object.keys(byFeature).flatMap((each) => byFeature[each] || []),
                      ...(await remote())];
            }
            class Notes {
              constructor() {
                this.server = new Server({ name: "notes", version: "1" });
                this.server.setRequestHandler(ListToolsRequestSchema, this.list.bind(this));
              }
              async list() {
                return { tools: await available(this.wanted) };
              }
            }
            """);
    assertEquals(List.of("notes_make", "notes_drop"), read.names());
    assertEquals(List.of(Gap.Kind.DYNAMIC), read.gaps().stream().map(Gap::kind).toList());
  }

  @Test
  void kindsOfTextThatHaveABuilderOfTheirOwn() {
    ReadTools read =
        ReadTools.of(
            "server.ts",
            """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            import { z as zod } from "zod";
            const params = zod.object({ id: zod.guid(), from: zod.ipv4().optional() });
            const server = new McpServer({ name: "notes", version: "1" });
            server.registerTool("drop_note", { description: "Drops", inputSchema: params.shape }, run);
            """);
    assertEquals("{\"type\":\"string\",\"format\":\"uuid\"}", read.parameter("drop_note", "id"));
    assertEquals("[\"id\"]", read.required("drop_note"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("drop_note").schemaCoverage());
  }

  @Test
  void modulesSayInOneObjectWhatTheyAre() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\":\"notes\",\"dependencies\":{\"xmcp\":\"1\"}}",
            "src/tools/make-note.ts",
            """
            import { z } from "zod";
            export const schema = { text: z.string().describe("What to write") };
            export const metadata: ToolMetadata = {
              name: "make_note",
              description: "Makes a note",
              annotations: { readOnlyHint: false },
            };
            export default async function makeNote({ text }: InferSchema<typeof schema>) {
              return text;
            }
            """,
            "src/tools/count-notes.ts",
            """
            export const metadata = { name: "count_notes", description: "Counts the notes" };
            export default () => "3";
            """,
            "src/prompts/review-note.ts",
            """
            export const schema = { text: z.string() };
            export const metadata = { name: "review_note", description: "Reviews a note" };
            export default ({ text }) => text;
            """,
            "src/resources/(notes)/[id].ts",
            """
            export const schema = { id: z.string() };
            export const metadata = { name: "note", description: "A note" };
            export default ({ id }) => id;
            """,
            "src/app/page.tsx",
            """
            export const metadata = { title: "Notes", description: "All notes" };
            export default function Page() {}
            """);
    assertEquals(Set.of("make_note", "count_notes"), Set.copyOf(read.names()));
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(Set.of(), read.parameters("count_notes"));
    assertEquals("{\"readOnlyHint\":false}", read.tool("make_note").annotations().toString());
  }

  @Test
  void classesKeepWhatTheyAreInOneObjectAndTheSchemaBesideIt() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            for (const each of found()) server.registerTool(each.name, each, each.run);
            const NAMED = { name: "make_note", description: "Makes a note" } as const;
            export class MakeNote extends NoteTool {
              static override readonly METADATA = NAMED;
              protected override getParamsSchema() { return z.object({ text: z.string() }); }
              async execute() {}
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void whatIsMadeAResourceOrAPromptIsNoTool() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            for (const each of found()) server.registerTool(each.name, each, each.run);
            export const note = resource("note://{id}", {
              name: "note",
              description: "A note",
              params: z.object({ id: z.string() }),
            });
            export const review = definePrompt({
              name: "review_note",
              description: "Reviews a note",
              args: z.object({ text: z.string() }),
              handler: () => [],
            });
            server.registerPrompt("sum_up", {
              description: "Sums the notes up",
              argsSchema: { id: z.string() },
            }, ({ id }) => ({ messages: [] }));
            export const drop = defineNoteTool("drop_note", {
              description: "Drops a note",
              input: z.object({ id: z.string() }),
              handler: async () => {},
            });
            """);
    assertEquals(List.of("drop_note"), read.names());
    assertEquals(Set.of("id"), read.parameters("drop_note"));
  }

  @Test
  void toolsAreReadWhereTheHelperIsOfTheSameSources() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            MANIFEST,
            "src/tool.ts",
            """
            export function tool(name: string, options: Options) {
              return { name, ...options };
            }
            """,
            "src/index.ts",
            IMPORTS
                + """
                import { tool } from "./tool.js";
                const server = new McpServer({ name: "notes", version: "1" });
                for (const each of found()) server.registerTool(each.name, each, each.run);
                export const drop = tool("drop_note", {
                  description: "Drops a note",
                  input: z.object({ id: z.string() }),
                  handler: async () => {},
                });
                """);
    assertEquals(List.of("drop_note"), read.names());
  }

  @Test
  void whatIsLoggedOfACallIsNoRegistration() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            server.tool("make_note", "Makes a note", async () => {});
            async function call(request) {
              logger.tool(request.params.name, "start", { arguments: request.params.arguments });
              this.logger.tool(request.params.name, "end");
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(List.of(), read.gaps());
  }

  @Test
  void messagesOfTheProtocolAreNoTools() {
    ReadTools read =
        server(
            """
            const server = new McpServer({ name: "notes", version: "1" });
            class Tools {
              add(name: string, options: Options) {
                server.registerTool(name, options, options.run);
              }
            }
            new Tools().add("make_note", { description: "Makes a note" });
            queue.add("notifications/tools/list_changed");
            """);
    assertEquals(List.of("make_note"), read.names());
  }
}
