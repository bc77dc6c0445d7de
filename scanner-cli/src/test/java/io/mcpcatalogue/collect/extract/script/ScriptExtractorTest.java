package io.mcpcatalogue.collect.extract.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test writes down a small server as its authors would, and reads its tools. */
class ScriptExtractorTest {
  private static final String MANIFEST =
      "{\"name\":\"notes\",\"bin\":\"x.js\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}";
  private static final String IMPORTS =
      """
      import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
      import { z } from "zod";
      const server = new McpServer({ name: "notes", version: "1" });
      """;

  private static ReadTools server(String source) {
    return ReadTools.of("package.json", MANIFEST, "src/index.ts", IMPORTS + source);
  }

  private static ReadTools files(String... pathsAndTexts) {
    String[] all = new String[pathsAndTexts.length + 2];
    all[0] = "package.json";
    all[1] = MANIFEST;
    System.arraycopy(pathsAndTexts, 0, all, 2, pathsAndTexts.length);
    return ReadTools.of(all);
  }

  @Test
  void readsARegistrationWithItsSchemaAndHints() {
    ReadTools read =
        server(
            """
            server.registerTool("make_note", {
              title: "Make note",
              description: "Makes " + "a note",
              inputSchema: {
                text: z.string().min(1).describe("What to write"),
                tags: z.array(z.string()).optional(),
                color: z.enum(["red", "blue"]).default("red"),
              },
              annotations: { readOnlyHint: false, destructiveHint: true },
            }, async ({ text }) => ({ content: [] }));
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals("Make note", read.tool("make_note").title());
    assertEquals("src/index.ts:4", read.tool("make_note").origin());
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"minLength\":1,\"description\":\"What to write\"}",
        read.parameter("make_note", "text"));
    assertEquals(
        "{\"type\":\"string\",\"enum\":[\"red\",\"blue\"],\"default\":\"red\"}",
        read.parameter("make_note", "color"));
    assertEquals(
        "{\"readOnlyHint\":false,\"destructiveHint\":true}",
        read.tool("make_note").annotations().toString());
  }

  @Test
  void tellsTheArgumentsOfThePositionalFormApart() {
    ReadTools read =
        server(
            """
            server.tool("a", async () => {});
            server.tool("b", "Bee", async () => {});
            server.tool("c", { description: z.string(), title: z.string() }, async () => {});
            server.tool("d", "Dee", { id: z.number().int() }, { readOnlyHint: true }, async () => {});
            """);
    assertEquals(List.of("a", "b", "c", "d"), read.names());
    assertEquals("Bee", read.tool("b").description());
    assertEquals(Set.of("description", "title"), read.parameters("c"));
    assertEquals("{\"type\":\"integer\"}", read.parameter("d", "id"));
    assertEquals("{\"readOnlyHint\":true}", read.tool("d").annotations().toString());
  }

  @Test
  void followsTheListHandlerThroughFilesConstantsAndSpreads() {
    ReadTools read =
        files(
            "src/index.ts",
            """
            import { Server } from "@modelcontextprotocol/sdk/server/index.js";
            import { ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
            import { noteTools } from "./tools/index.js";
            const server = new Server({});
            const extra = { name: "extra", description: "One more", inputSchema: { type: "object" } };
            server.setRequestHandler(ListToolsRequestSchema, async () => {
              const tools = [...noteTools, ...(flag ? [extra] : [])];
              return { tools: tools.filter((tool) => allowed(tool.name)) };
            });
            """,
            "src/tools/index.ts",
            """
            import { makeNote } from "./make";
            import * as names from "../names";
            export const noteTools = [makeNote, {
              name: names.DROP, description: `Drops ${names.WHAT}`,
              inputSchema: { type: "object", properties: { id: names.idParameter }, required: ["id"] },
            }];
            """,
            "src/tools/make.ts",
            """
            export const makeNote = {
              name: "make_note", description: ["Makes", "a note"].join("\\n"),
              inputSchema: { type: "object", properties: { text: { type: "string" } } },
            } as const;
            """,
            "src/names.ts",
            """
            export const WHAT = "a note";
            export const idParameter = { type: "string", description: "Which" };
            export enum Names { Drop = "drop_note" }
            export const DROP = Names.Drop;
            """);
    assertEquals(List.of("make_note", "drop_note", "extra"), read.names());
    assertEquals("Makes\na note", read.tool("make_note").description());
    assertEquals("Drops a note", read.tool("drop_note").description());
    assertEquals("[\"id\"]", read.required("drop_note"));
    assertEquals("src/tools/make.ts:1", read.tool("make_note").origin());
  }

  @Test
  void followsWrappersLoopsAndPrefixes() {
    ReadTools read =
        server(
            """
            const define = (name, title, description, shape, handler) =>
              server.registerTool(`notes_${name}`, { title, description, inputSchema: shape }, handler);
            define("make", "Make", "Makes a note", { text: z.string() }, async () => {});
            define("drop", "Drop", "Drops a note", { id: z.string() }, async () => {});
            const more = { list: { description: "Lists notes", schema: z.object({ page: z.number() }) } };
            for (const [key, tool] of Object.entries(more)) {
              server.registerTool(key, { description: tool.description, inputSchema: tool.schema.shape }, run);
            }
            [{ id: "a" }, { id: "b" }].forEach((each) => server.tool("get_" + each.id, "Gets it", {}, run));
            """);
    assertEquals(
        Set.of("notes_make", "notes_drop", "list", "get_a", "get_b"), Set.copyOf(read.names()));
    assertEquals("Drops a note", read.tool("notes_drop").description());
    assertEquals(Set.of("page"), read.parameters("list"));
  }

  @Test
  void evaluatesHowSchemasAreDerivedFromEachOther() {
    ReadTools read =
        server(
            """
            const Paging = z.object({ page: z.number().optional(), size: z.number() });
            const Base = z.object({ id: z.string(), secret: z.string() }).merge(Paging);
            const shape = { ...Paging.shape, query: z.string() };
            server.registerTool("a", { description: "A", inputSchema: Base.omit({ secret: true }).extend({ x: z.any() }) }, run);
            server.registerTool("b", { description: "B", inputSchema: Base.pick({ id: true }).partial().shape }, run);
            server.registerTool("c", { description: "C", inputSchema: shape }, run);
            """);
    assertEquals(List.of("id", "page", "size", "x"), List.copyOf(read.parameters("a")));
    assertEquals("[\"id\",\"size\",\"x\"]", read.required("a"));
    assertEquals("[]", read.required("b"));
    assertEquals(Set.of("page", "size", "query"), read.parameters("c"));
  }

  @Test
  void readsOneClassATool() {
    ReadTools read =
        server(
            """
            abstract class NoteTool {
              abstract name: string;
              readonly common = { dry: z.boolean().optional() };
              register(target: McpServer) {
                target.registerTool(this.name, { description: this.description, inputSchema: this.shape }, this.run);
              }
            }
            class MakeNote extends NoteTool {
              name = "make-note"
              description = "Makes a note"
              shape = { ...this.common, text: z.string() }
              async run() {}
            }
            class DropNote extends NoteTool {
              constructor(readonly suffix: string) { super(); this.name = "drop-" + suffix; }
              get description() { return "Drops a note"; }
              shape = { id: z.string() };
            }
            [new MakeNote(), new DropNote("note")].forEach((tool) => tool.register(server));
            """);
    assertEquals(Set.of("make-note", "drop-note"), Set.copyOf(read.names()));
    assertEquals(Set.of("dry", "text"), read.parameters("make-note"));
    assertEquals("Drops a note", read.tool("drop-note").description());
  }

  @Test
  void readsClassesThatExtendAGenericBaseAndNoneThatNobodyMakes() {
    ReadTools read =
        server(
            """
            abstract class NoteTool<Input extends ZodTypeAny, Output = unknown> {
              abstract readonly name: string;
              readonly inputSchema: Input;
              constructor(given: { inputSchema: Input }) { this.inputSchema = given.inputSchema; }
              installTo(target: McpServer) {
                const config: { description?: string } = {
                  description: this.description,
                  inputSchema: (this.inputSchema as unknown as z.ZodObject<any>).shape
                };
                return target.registerTool(this.name, config, (given) => this.run(given));
              }
            }
            const MakeInput = z.object({ text: z.string() });
            export class MakeNote extends NoteTool<typeof MakeInput> {
              readonly name = "make_note";
              readonly description = "Makes a note";
              constructor() { super({ inputSchema: MakeInput }); }
            }
            export class OldNote extends NoteTool<typeof MakeInput> {
              readonly name = "old_note";
              readonly description = "Is made no more";
              constructor() { super({ inputSchema: MakeInput }); }
            }
            [new MakeNote()].forEach((tool) => tool.installTo(server));
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(List.of(), read.gaps());
  }

  @Test
  void aServerThatRegistersWhatItIsGivenServesTheToolsOfItsLibraries() {
    ReadTools read =
        ReadTools.of(
            "package.json", "{\"name\":\"root\",\"private\":true,\"workspaces\":[\"packages/*\"]}",
            "packages/server/package.json",
                "{\"name\":\"@x/server\",\"bin\":\"x.js\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\",\"@x/notes\":\"1\"}}",
            "packages/server/src/index.ts",
                IMPORTS
                    + """
                    server.registerTool("about", { description: "About", inputSchema: {} }, run);
                    for (const tool of await loadAll(process.argv)) {
                      server.registerTool(tool.getName(), tool.getConfig(), (given) => tool.exec(given));
                    }
                    """,
            "packages/notes/package.json",
                "{\"name\":\"@x/notes\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}",
            "packages/notes/src/make.ts",
                """
                import { z } from "zod";
                import { NoteTool } from "@y/kit";
                export class MakeNote extends NoteTool<Shape> {
                  public getName(): string { return "make_note"; }
                  public getConfig(): Config {
                    return { title: "Make", description: "Makes a note", inputSchema: { text: z.string() } };
                  }
                  public async exec(given: Shape) { return given; }
                }
                """);
    assertEquals(List.of("@x/server"), read.servers());
    assertEquals(List.of("about", "make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void saysUnderWhichConditionAToolIsRegistered() {
    ReadTools read =
        server(
            """
            server.registerTool("list_notes", { description: "Lists", inputSchema: {} }, run);
            if (process.env.ALLOW_WRITES === "1") {
              server.registerTool("drop_note", { description: "Drops", inputSchema: {} }, run);
            }
            """);
    assertEquals(List.of("list_notes", "drop_note"), read.names());
    assertEquals(
        List.of(
            new Fact(
                "source/conditional-tool",
                "drop_note if process.env.ALLOW_WRITES === \"1\"",
                "src/index.ts:6")),
        read.facts());
  }

  @Test
  void theRestOfAToolIsNotATool() {
    ReadTools read =
        server(
            """
            for (const tool of await load()) server.registerTool(tool.name, tool.definition, run);
            enum Names { Make = "make_note" }
            export const tools = () => [
              { name: Names.Make, definition: { title: "Make", description: "Makes a note", inputSchema: z.object({}) } },
            ];
            """);
    assertEquals(List.of("make_note"), read.names());
  }

  @Test
  void readsModulesMapsAndHelpersByShapeWhereTheLoaderCannotBeFollowed() {
    String loader =
        IMPORTS
            + """
            for (const file of await readdir("./tools")) {
              const tool = await import("./tools/" + file);
              server.registerTool(tool.method, { description: tool.description }, run);
            }
            """;
    ReadTools read =
        files(
            "src/index.ts",
            loader,
            "src/tools/one.ts",
            """
            import { z } from "zod";
            export const method = "one";
            export const description = "First";
            export const parameters = z.object({ id: z.string() });
            """,
            "src/tools/two.ts",
            """
            import { z } from "zod";
            import { defineTool } from "elsewhere";
            export default defineTool({ name: "two", description: "Second", schema: { n: z.number() } });
            export const map = { three: { description: "Third", parameters: z.object({}) } };
            """);
    assertEquals(Set.of("one", "two", "three"), Set.copyOf(read.names()));
    assertEquals(Set.of("id"), read.parameters("one"));
    assertEquals(Gap.Kind.DYNAMIC, read.gaps().get(0).kind());
  }

  @Test
  void readsManifestsOfDataWithTheirModules() {
    ReadTools read =
        files(
            "manifests/boot.yaml",
            "names:\n  mcp: boot_note\nmodule: tools/boot\ndescription: Boots a note\n"
                + "annotations:\n  readOnlyHint: true\n",
            "src/tools/boot.ts",
            "import { z } from 'zod';\nexport const schema = { id: z.string() };",
            "src/index.ts",
            IMPORTS
                + "for (const m of load()) server.registerTool(m.name, { description: m.text }, run);");
    assertEquals(List.of("boot_note"), read.names());
    assertEquals(Set.of("id"), read.parameters("boot_note"));
    assertEquals("{\"readOnlyHint\":true}", read.tool("boot_note").annotations().toString());
    assertEquals("manifests/boot.yaml:1", read.tool("boot_note").origin());
  }

  @Test
  void readsCompiledAndBundledCode() {
    ReadTools read =
        files(
            "dist/index.js",
            """
            "use strict";
            Object.defineProperty(exports, "__esModule", { value: true });
            const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
            const zod_1 = require("zod");
            const names_1 = require("./names");
            const server = new mcp_js_1.McpServer({});
            (0, names_1.addNotes)(server);
            server.tool(names_1.Names.Make, "Makes a note", { text: zod_1.z.string() }, async () => {});
            """,
            "dist/names.js",
            """
            "use strict";
            exports.Names = exports.addNotes = void 0;
            var Names;
            (function (Names) { Names["Make"] = "make_note"; })(Names || (exports.Names = Names = {}));
            function addNotes(server) { server.tool("drop_note", "Drops a note", {}, async () => {}); }
            exports.addNotes = addNotes;
            """);
    assertEquals(Set.of("make_note", "drop_note"), Set.copyOf(read.names()));
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void readsMinifiedCode() {
    ReadTools read =
        files(
            "dist/index.js",
            "import{McpServer as e}from\"@modelcontextprotocol/sdk/server/mcp.js\";import{z as t}from"
                + "\"zod\";var n=\"make_note\",r={id:t.string()},o=new e({}),i=a=>a||\"x\";o.tool(n,"
                + "\"Makes a note\",{...r,text:t.string().optional()},async({id:a})=>({content:[]})),"
                + "o.registerTool(i(\"drop\"),{description:`Drops ${n}`,inputSchema:r},async()=>{});");
    assertEquals(List.of("make_note", "drop"), read.names());
    assertEquals("Drops make_note", read.tool("drop").description());
    assertEquals("[\"id\"]", read.required("make_note"));
  }

  @Test
  void inventsNoTools() {
    ReadTools read =
        files(
            "src/index.ts",
            IMPORTS
                + """
                server.registerPrompt("ask", { description: "A prompt", argsSchema: { q: z.string() } }, run);
                server.registerResource("notes", "note://all", { description: "All" }, run);
                const openai = [{ type: "function", function: { name: "fn", description: "No", parameters: { type: "object" } } }];
                // server.tool("commented", "No", {}, run);
                const text = 'server.tool("quoted", "No", {}, run)';
                server.tool("real", "Yes", { mode: z.enum(["alpha", "beta"]) }, run);
                """,
            "src/index.test.ts",
            IMPORTS + "server.tool('tested', 'No', {}, run);",
            "tests/fixtures/server.ts",
            IMPORTS + "server.tool('fixture', 'No', {}, run);");
    assertEquals(List.of("real"), read.names());
  }

  @Test
  void ignoresToolsOfOtherFrameworks() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\":\"chat\",\"dependencies\":{\"ai\":\"5\"}}",
            "src/chat.ts",
            "export const t = { name: 'weather', description: 'No', inputSchema: { type: 'object' } };");
    assertEquals(List.of(), read.names());
  }

  @Test
  void prefersSourcesToTheirBuild() {
    String source = IMPORTS + "server.tool('one', 'First', { a: z.string() }, run);";
    ReadTools read = files("src/index.ts", source, "dist/index.js", source, "dist/old.js", source);
    assertEquals(List.of("one"), read.names());
    assertEquals("src/index.ts:4", read.tool("one").origin());
  }

  @Test
  void saysWhatIsKnownOnlyAtRunTimeAndWhatIsPartial() {
    ReadTools read =
        server(
            """
            const remote = await fetch(url).then((r) => r.json());
            for (const tool of remote.tools) server.registerTool(tool.name, tool, run);
            server.registerTool("half", { description: `For ${process.env.USER}`, inputSchema: { a: z.string(), ...remote.shape } }, run);
            """);
    assertEquals(List.of("half"), read.names());
    assertEquals(SchemaCoverage.PARTIAL, read.tool("half").schemaCoverage());
    assertTrue(read.gaps().stream().anyMatch(gap -> gap.where().equals("src/index.ts:5")));
  }

  @Test
  void saysWhereSomethingIsRegisteredUnderATextThatIsNoName() {
    for (String name : List.of("delete all", "wipe\\u200b", "d".repeat(500))) {
      ReadTools read =
          server(
              "server.tool('good', 'Yes', {}, run);\n"
                  + ("server.registerTool(\""
                      + name
                      + "\", { description: \"No\" }, async () => {});\n")
                  + ("server.tool(\"" + name + "\", \"No\", { a: z.string() }, run);\n")
                  + "log.tool('calls a tool', { a: 1 });\n");
      assertEquals(List.of("good"), read.names());
      assertEquals(
          List.of("src/index.ts:5", "src/index.ts:6"),
          read.gaps().stream().map(Gap::where).toList(),
          name);
    }
  }

  @Test
  void keepsThePackagesOfARepositoryApart() {
    String server =
        """
        import { serve } from "@x/shared";
        import { z } from "zod";
        serve((server) => server.registerTool("run", { description: "Runs NAME", inputSchema: {} }, run));
        """;
    ReadTools read =
        ReadTools.of(
            "package.json", "{\"name\":\"root\",\"private\":true,\"workspaces\":[\"packages/*\"]}",
            "packages/shared/package.json",
                "{\"name\":\"@x/shared\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}",
            "packages/shared/src/index.ts",
                "export function serve(register) { register(new McpServer({})); }",
            "packages/a/package.json",
                "{\"name\":\"@x/a\",\"bin\":\"a.js\",\"dependencies\":{\"@x/shared\":\"*\",\"mcp-kit\":\"1\"}}",
            "packages/a/src/index.ts", server.replace("NAME", "a"),
            "packages/b/package.json",
                "{\"name\":\"@x/b\",\"bin\":\"b.js\",\"dependencies\":{\"@x/shared\":\"*\",\"mcp-kit\":\"1\"}}",
            "packages/b/src/index.ts", server.replace("NAME", "b"));
    assertEquals(
        List.of("Runs a", "Runs b"),
        read.tools().stream().map(tool -> tool.description()).toList());
  }

  @Test
  void aBundleBesideItsSourcesIsTheSameServerUnlessItSaysOtherwise() {
    String manifest = "{\"name\":\"notes\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}";
    String source =
        """
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        const server = new McpServer({ name: "notes", version: "1.0.0" });
        server.tool("make_note", "Makes a note", {}, run);
        """;
    assertEquals(
        List.of("notes"),
        ReadTools.of(
                "package.json", manifest,
                "index.js", source,
                "bundle/package.json", manifest,
                "bundle/index.js", source)
            .servers());
    assertEquals(
        List.of("notes", "notes"),
        ReadTools.of(
                "package.json", manifest,
                "index.js", source,
                "bundle/package.json", manifest,
                "bundle/index.js", source.replace("Makes", "Sends"))
            .servers());
  }

  @Test
  void survivesHostileSources() {
    for (String source :
        List.of(
            "[".repeat(200_000),
            "a(".repeat(50_000) + "\"x\"",
            "x=>".repeat(20_000),
            "`${".repeat(20_000),
            "const a=" + "a+".repeat(50_000) + "a",
            "server.tool(" + "{a:".repeat(20_000),
            "const f = () => f(); server.tool(f(), f(), f());",
            "const a = { ...b }; const b = { ...a }; server.tool(a.name, b.x, {});",
            "class A extends B {} class B extends A {} server.registerTool(new A().name, {}, run);",
            "server.tool(\"one\", \"unfinished")) {
      server(source);
    }
  }

  /** Sixty lines that each double what the line before made. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A + A", "`${A}${A}`", "A.concat(A)", "A.replaceAll('x', 'xxxxxxxxxxxx')", "[...A, ...A]",
        "{ l: A, r: A }", "[A, A]", "z.object({ l: A, r: A })", "z.union([A, A])", "A.and(A)"
      })
  @Timeout(60)
  void whatIsDoubledAgainAndAgainEndsSomewhere(String doubled) {
    for (String first : List.of("'x'", "['x']", "z.string()")) {
      ReadTools read = server("server.tool('good', 'Yes', {}, run);" + doubles(first, doubled));

      assertTrue(read.names().contains("good"), first);
    }
  }

  private static String doubles(String first, String doubled) {
    StringBuilder source = new StringBuilder("const a0 = " + first + ";\n");
    for (int i = 1; i <= 60; i++) {
      source.append("const a" + i + " = " + doubled.replace("A", "a" + (i - 1)) + ";\n");
    }
    return source
        + "server.registerTool('large', { description: a60, inputSchema: a60 }, run);\n"
        + "server.tool('larger', a60, { a: a60 }, run);\n"
        + "server.addTool(a60);";
  }

  @Test
  void readsABigMinifiedFileInOneLine() {
    String line =
        "var o={a:function(e,t){return e+t},b:\"text\",c:[1,2,3]};o.a(1,2);".repeat(150_000);
    ReadTools read = server("server.tool('one', 'First', {}, run);" + line);
    assertEquals(List.of("one"), read.names());
  }

  @Test
  void toolsWithAScreenAreToolsAndResourcesAreNone() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\": \"notes\"}",
            "src/index.ts",
            """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            import { registerAppTool } from "@modelcontextprotocol/ext-apps/server";
            import { z } from "zod";
            const server = new McpServer({ name: "notes", version: "1" });
            registerAppTool(
              server,
              "show_note",
              { description: "Shows a note", inputSchema: { id: z.string() } },
              async () => ({ content: [] }),
            );
            export const noteResource = {
              name: "note-by-id",
              description: "A note",
              uriTemplate: "note://{id}",
              paramsSchema: z.object({ id: z.string() }),
            };
            server.registerTool(fromSettings(), {}, run);
            """);
    assertEquals(List.of("show_note"), read.names());
    assertEquals(Set.of("id"), read.parameters("show_note"));
  }

  @Test
  void whatIsNamedAndDescribedWithoutBeingAToolIsNone() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\": \"notes\"}",
            "src/index.ts",
            """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            import { z } from "zod";
            const server = new McpServer({ name: "notes", version: "1", description: "Notes" });
            for (const tool of found()) server.registerTool(tool.name, tool, tool.run);
            export const makeNote = {
              name: "make_note",
              description: "Makes a note",
              inputSchema: z.object({ text: z.string() }),
            };
            export const endpoint = request({
              parameters: [
                { name: "page", type: "Query", schema: z.object({}), description: "Which page" },
                { name: "size", schema: z.number(), description: "How many" },
              ],
            });
            """,
            "src/prompts/summary.ts",
            """
            import { z } from "zod";
            export const summary = {
              name: "summary",
              description: "Sums up",
              schema: z.object({ id: z.string() }),
            };
            """);
    assertEquals(List.of("make_note"), read.names());
  }

  @Test
  void theCompiledExamplesOfAPackageAreAServerOfTheirOwn() {
    String example = "const server = new McpServer({}); server.tool('show', 'Shows', {}, run);";
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\": \"kit\", \"dependencies\": {\"@modelcontextprotocol/sdk\": \"1\"}}",
            "dist/cjs/examples/server/simple.js",
            example,
            "dist/esm/examples/server/simple.js",
            example);
    assertEquals(List.of("kit examples"), read.servers());
    assertEquals(List.of("show"), read.names());
    assertEquals("dist/cjs/examples", read.facts().get(0).value());
  }
}
