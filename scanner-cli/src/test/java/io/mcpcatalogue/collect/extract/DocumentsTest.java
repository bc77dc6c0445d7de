package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What manifests, snapshots and READMEs add to the sources. */
class DocumentsTest {
  private static final String PACKAGE =
      "{\"name\":\"notes\",\"bin\":\"x.js\",\"dependencies\":{\"@modelcontextprotocol/sdk\":\"1\"}}";

  private static ServerManifest only(String... files) {
    Collected collected =
        Extraction.extract(MemoryTree.of(files), SourceIdentity.ofDirectory("memory"));
    assertEquals(1, collected.servers().size());
    return collected.servers().get(0);
  }

  private static List<String> names(ServerManifest server) {
    return server.tools().stream().map(ToolDefinition::name).toList();
  }

  @Test
  void aReadmeStandsInWhereTheSourcesYieldNothing() {
    ServerManifest server =
        only(
            "package.json", PACKAGE,
            "cli.js", "require('@modelcontextprotocol/elsewhere').run()",
            "README.md",
                """
                # Notes
                - `not_here` is no tool
                ## Tools
                - **make_note** - Makes a note
                  - `text_of_it`: a parameter
                | `drop_note` | Drops a note | more |
                | Tool | What |
                | `notes_today` | `notes://today` | The notes of a day |
                ### list_notes
                ## Usage
                - `other_thing`
                """);
    assertEquals(List.of("make_note", "drop_note", "list_notes"), names(server));
    assertEquals("Makes a note", server.tools().get(0).description());
    assertEquals("README.md:4", server.tools().get(0).origin());
    assertEquals(SchemaCoverage.UNKNOWN, server.tools().get(0).schemaCoverage());
    assertEquals(CollectionMethod.DECLARED, server.method());
    assertStandsIn("README.md", server);
  }

  /** What a document names is not what the sources do: they stay unread. */
  private static void assertStandsIn(String document, ServerManifest server) {
    assertEquals(
        List.of(document + " DYNAMIC"),
        server.gaps().stream().map(gap -> gap.where() + " " + gap.kind()).toList());
  }

  @Test
  void aManifestThatStandsInLeavesTheSourcesUnread() {
    ServerManifest server =
        only(
            "package.json", PACKAGE,
            "cli.js", "require('elsewhere').run()",
            "manifest.json",
                "{\"manifest_version\":\"0.2\",\"server\":{},\"tools\":[{\"name\":\"make_note\"}]}");
    assertEquals(List.of("make_note"), names(server));
    assertStandsIn("manifest.json", server);
  }

  @Test
  void whatListsToolsForCataloguesIsAManifestToo() {
    ServerManifest server =
        only(
            "package.json",
            PACKAGE,
            "cli.js",
            "require('elsewhere').run()",
            "mcp.json",
            """
            {"name": "notes", "tools": [
              {"name": "make_note", "description": "Makes a note",
               "input_schema": {"type": "object", "properties": {"text": {"type": "string"}}}},
              {"name": "drop_notes", "description": "Drops all", "parameters": {"type": "object"}}]}
            """,
            ".vscode/mcp.json",
            "{\"tools\": [{\"name\": \"other_note\", \"description\": \"Of an editor\"}]}");
    assertEquals(List.of("make_note", "drop_notes"), names(server));
    assertEquals("{\"text\":{\"type\":\"string\"}}", parameters(server.tools().get(0)));
    assertEquals(SchemaCoverage.COMPLETE, server.tools().get(1).schemaCoverage());
    assertStandsIn("mcp.json", server);
  }

  private static String parameters(ToolDefinition tool) {
    return tool.inputSchema().object("properties").toString();
  }

  @Test
  void aManifestAboveTheSourcesOfItsServerIsNoServerBesideIt() {
    ReadTools read =
        ReadTools.of(
            "manifest.json",
            "{\"manifest_version\":\"0.2\",\"server\":{},\"tools\":[{\"name\":\"make_note\"}]}",
            "src/notes/pyproject.toml",
            "[project]\nname = \"notes\"\n",
            "src/notes/main.py",
            "from fastmcp import FastMCP\nmcp = FastMCP('n')\n@mcp.tool\ndef make_note(text: str): 'Makes'\n");
    assertEquals(List.of("notes"), read.servers());
  }

  @Test
  void aManifestThatPromisesOtherToolsIsContradicted() {
    ServerManifest server =
        only(
            "package.json",
            PACKAGE,
            "index.js",
            "server.tool('make_note', 'Makes a note', {}, async () => {});",
            "manifest.json",
            "{\"manifest_version\":\"0.2\",\"server\":{},\"tools\":[{\"name\":\"make_note\","
                + "\"description\":\"x\"},{\"name\":\"gone\"}]}");
    assertEquals(List.of("make_note"), names(server));
    assertEquals("Makes a note", server.tools().get(0).description());
    assertEquals(CollectionMethod.EXTRACTED, server.method());
    Gap gap = server.gaps().get(0);
    assertEquals(Gap.Kind.CONTRADICTION, gap.kind());
    assertTrue(gap.reason().endsWith(": gone"), gap.reason());
  }

  @Test
  void aSnapshotFillsInWhatIsKnownOnlyAtRunTime() {
    ServerManifest server =
        only(
            "package.json",
            PACKAGE,
            "index.js",
            "server.registerTool('a', {description: text(), inputSchema: load()}, run);"
                + "for (const t of await load()) server.registerTool(t.name, t, run);",
            "tools.json",
            "[{\"name\":\"a\",\"description\":\"First\",\"inputSchema\":{\"type\":\"object\","
                + "\"properties\":{\"x\":{}}}},{\"name\":\"b\",\"inputSchema\":{\"type\":\"object\"}}]",
            "other/manifest.json",
            "{\"name\":\"an extension\",\"tools\":[{\"name\":\"c\"}]}");
    assertEquals(List.of("a", "b"), names(server));
    assertEquals("First", server.tools().get(0).description());
    assertEquals(SchemaCoverage.COMPLETE, server.tools().get(0).schemaCoverage());
  }

  @Test
  void toolsThatAreLoadedAtRunTimeMayHaveAFileEach() {
    ServerManifest server =
        only(
            "pyproject.toml",
            "[project]\nname = \"notes\"\n",
            "server.py",
            """
            from mcp.types import Tool
            from mcp.server.lowlevel import Server
            server = Server("notes")

            @server.list_tools()
            async def list_tools():
                return [Tool(name=each["name"], inputSchema=each["inputSchema"]) for each in load()]
            """,
            "config/tools/make_note.json",
            "{\"name\": \"make_note\", \"description\": \"Makes a note\","
                + "\"inputSchema\": {\"type\": \"object\", \"properties\": {\"text\": {}}}}",
            "config/tools/drop_note.json",
            "{\"name\": \"drop_note\", \"inputSchema\": {\"type\": \"object\"}}",
            "config/tools/settings.json",
            "{\"name\": \"no_tool\", \"description\": \"What the folder needs\"}");
    assertEquals(List.of("drop_note", "make_note"), names(server));
    assertEquals("Makes a note", server.tools().get(1).description());
    assertEquals(SchemaCoverage.COMPLETE, server.tools().get(1).schemaCoverage());
  }

  private static final String SPECIFICATION =
      """
      openapi: 3.0.0
      paths:
        /notes/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: integer}}
          put:
            operationId: changeNote
            summary: Changes a note
            parameters:
              - $ref: '#/components/parameters/Dry'
            requestBody:
              required: true
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Note'}
          get:
            summary: has no name
      components:
        parameters:
          Dry: {name: dry, in: query, description: Only tries, schema: {type: boolean}}
        schemas:
          Note: {type: object, required: [text], properties: {text: {type: string},
            answers: {type: array, items: {$ref: '#/components/schemas/Note'}}}}
      """;

  @Test
  void theOperationsOfAnInterfaceStandInWhereToolsAreMadeOfThem() {
    ServerManifest server =
        only(
            "package.json",
            PACKAGE,
            "index.js",
            "const spec = load('specs/openapi.yaml'); new McpServer({});"
                + "for (const t of toolsOf(spec)) server.registerTool(t.name, t, run);",
            "specs/openapi.yaml",
            SPECIFICATION);
    assertEquals(List.of("changeNote"), names(server));
    ToolDefinition tool = server.tools().get(0);
    assertEquals("Changes a note", tool.description());
    assertEquals(CollectionMethod.DECLARED, server.method());
    assertTrue(
        tool.inputSchema()
            .toString()
            .startsWith(
                "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\"},"
                    + "\"dry\":{\"type\":\"boolean\",\"description\":\"Only tries\"},"
                    + "\"text\":{\"type\":\"string\"},\"answers\""),
        tool.inputSchema().toString());
    assertTrue(tool.inputSchema().toString().endsWith("\"required\":[\"id\",\"text\"]}"));
    assertEquals(SchemaCoverage.PARTIAL, tool.schemaCoverage());
  }

  @Test
  void codeThatNamesOperationsChoosesAmongThem() {
    StringBuilder paths = new StringBuilder("openapi: 3.0.0\npaths:\n");
    for (String name : List.of("a", "b", "c", "d")) {
      paths.append("  /notes/" + name + ":\n    get: {operationId: read-" + name + "}\n");
    }
    ServerManifest server =
        only(
            "package.json",
            PACKAGE,
            "index.js",
            "const chosen = ['GET /notes/a', \"GET /notes/b\", 'GET /notes/d', 'GET /else'];"
                + "const spec = load('openapi.yaml'); new McpServer({});"
                + "for (const t of toolsOf(spec, chosen)) server.registerTool(t.name, t, run);",
            "openapi.yaml",
            paths.toString());
    assertEquals(List.of("read-a", "read-b", "read-d"), names(server));
  }

  @Test
  void anInterfaceThatNoToolsAreMadeOfDeclaresNone() {
    String registers = "server.tool('make_note', 'Makes a note', {}, async () => {});";
    assertEquals(
        List.of("make_note"),
        names(
            only(
                "package.json",
                PACKAGE,
                "index.js",
                "serve('openapi.yaml');" + registers,
                "openapi.yaml",
                SPECIFICATION)));
    assertEquals(
        List.of("make_note"),
        names(
            only(
                "package.json",
                PACKAGE,
                "index.js",
                registers + "for (const t of await load()) server.registerTool(t.name, t, run);",
                "openapi.yaml",
                SPECIFICATION)));
  }

  @Test
  void aReadmeAboveOtherServersSpeaksOfTheirToolsAndOfVariables() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            "{\"name\": \"notes\", \"dependencies\": {\"@modelcontextprotocol/sdk\": \"1\"}}",
            "index.ts",
            """
            import { Server } from "@modelcontextprotocol/sdk/server/index.js";
            new Server({ name: "notes" }).setRequestHandler(ListToolsRequestSchema, () => proxied());
            """,
            "README.md",
            "## Tools\n\n- `make_note` - Makes\n- `drop_note` - Drops\n- `NOTES_FOLDER` - where\n- **Opt-in** only\n",
            "server/pyproject.toml",
            "[project]\nname = \"notes-server\"\n",
            "server/main.py",
            "from fastmcp import FastMCP\nmcp = FastMCP('n')\n@mcp.tool\ndef make_note(text: str): 'Makes'\n");
    assertEquals(List.of("make_note"), read.names());
  }

  @Test
  void whatAReadmeListsBelowTheNameOfAToolAreItsParameters() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\n",
            "server.py",
            "from mcp.server import Server\nserver = Server('notes')\nrun_tools(server)\n",
            "README.md",
            "## Tools\n\n### make_note\n\nMakes.\n\n- `note_text` - what it says\n\n### drop_note\n");
    assertEquals(List.of("make_note", "drop_note"), read.names());
  }

  @Test
  void sentencesInAReadmeThatBeginWithANameAreNoTools() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\n",
            "server.py",
            "from mcp.server import Server\nserver = Server('notes')\nrun_tools(server)\n",
            "README.md",
            """
            ## Disabling Tools
            - `"make_note"` - hides the tool
            - `hidden_tools` still applies to what is allowed
            ## Tools
            | Tool | |
            |---|---|
            | `make_note` | Makes a note |
            | `drop_note` | |
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
  }

  @Test
  void whatAReadmeSaysOfTheParametersOfToolsAreNoTools() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            PACKAGE,
            "cli.js",
            "require('@modelcontextprotocol/elsewhere').run()",
            "README.md",
            """
            ## Tools
            ### MakeNote
            - `noteText`: what it says
            ### FindNotes
            - `query_text`: what to look for
            ## Tool Parameters
            - `solution_path`: where
            """);
    assertEquals(List.of(), read.names());
  }

  @Test
  void aReadmeThatKnowsTheToolsAlsoKnowsThoseThatOnlyShowAtRunTime() {
    String source =
        """
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        const server = new McpServer({ name: "notes", version: "1" });
        server.registerTool("note_make", { description: "Makes a note", inputSchema: {} }, run);
        server.registerTool("note_drop", { description: "Drops a note", inputSchema: {} }, run);
        server.registerTool("note_list", { description: "Lists notes", inputSchema: {} }, run);
        """;
    String open = "for (const tool of await load()) server.registerTool(tool.name, tool, run);";
    String readme =
        """
        ## Tools
        - `note_make` - Makes
        - `note_drop` - Drops
        - `note_list` - Lists
        - `note_move` - Moves a note
        - `other_word` - Not of this server
        """;
    assertEquals(
        List.of("note_make", "note_drop", "note_list", "note_move"),
        ReadTools.of("package.json", PACKAGE, "index.js", source + open, "README.md", readme)
            .names());
    assertEquals(
        List.of("note_make", "note_drop", "note_list"),
        ReadTools.of("package.json", PACKAGE, "index.js", source, "README.md", readme).names());
  }

  @Test
  void aReadmeMayDescribeAToolInTheListBelowIt() {
    ReadTools read =
        ReadTools.of(
            "package.json",
            PACKAGE,
            "cli.js",
            "require('elsewhere').run()",
            "README.md",
            """
            ## Tools

            <!-- generated -->

            - **make_note**
              - Title: Make
              - Description: Makes a note
              - Parameters:
                - `text` (string, required): What it says: all of it
                - `tags` (array, optional): Words
                - `kind` (NoteKind)
              - Read-only: **false**
                - `no_parameter` (string): none

            - **drop_note**
              - Drops a note for good
              - Inputs: None
            - **find_note**
              -
              - Returns: notes
            Below:
              - Nothing of the tool
            """);
    assertEquals(List.of("make_note", "drop_note", "find_note"), read.names());
    assertEquals(
        List.of("Makes a note", "Drops a note for good", ""),
        read.tools().stream().map(ToolDefinition::description).toList());
    assertEquals(
        "{\"type\":\"object\",\"properties\":{"
            + "\"text\":{\"type\":\"string\",\"description\":\"What it says: all of it\"},"
            + "\"tags\":{\"type\":\"array\",\"description\":\"Words\"},\"kind\":{}},"
            + "\"required\":[\"text\"]}",
        read.tool("make_note").inputSchema().toString());
    assertEquals(SchemaCoverage.PARTIAL, read.tool("make_note").schemaCoverage());
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("drop_note").schemaCoverage());
  }
}
