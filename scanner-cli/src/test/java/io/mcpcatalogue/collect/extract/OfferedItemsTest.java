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

  @Test
  void describedByStructuresAndOptionsInGo() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\",\"description\":\"The note\",\"required\":true}]}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}",
            "RESOURCE_TEMPLATE {\"name\":\"note\",\"description\":\"One note\","
                + "\"uriTemplate\":\"note://{id}\"}",
            "PROMPT {\"name\":\"sort\",\"description\":\"Sorts notes\","
                + "\"arguments\":[{\"name\":\"by\",\"description\":\"By what\"}]}",
            "RESOURCE {\"name\":\"Log\",\"description\":\"What was done\",\"uri\":\"log://all\"}",
            "RESOURCE_TEMPLATE {\"name\":\"Day\",\"description\":\"One day\","
                + "\"uriTemplate\":\"log://{day}\"}"),
        offered(
            "go.mod",
            "module example.com/notes\n",
            "main.go",
            """
            package main
            import "github.com/modelcontextprotocol/go-sdk/mcp"
            func main() {
              server := mcp.NewServer(&mcp.Implementation{Name: "notes"}, nil)
              mcp.AddTool(server, &mcp.Tool{Name: "read_note", Description: "Reads"}, read)
            }
            """,
            "offers.go",
            """
            package main
            import "github.com/modelcontextprotocol/go-sdk/mcp"
            const scheme = "note://"
            func offer(server *mcp.Server) {
              server.AddPrompt(&mcp.Prompt{
                Name: "review", Description: "Reviews a note",
                Arguments: []*mcp.PromptArgument{{Name: "text", Description: "The note", Required: true}},
              }, review)
              server.AddResource(&mcp.Resource{URI: scheme + "all", Name: "all", Description: "All notes"}, all)
              for _, one := range []mcp.ResourceTemplate{
                {URITemplate: scheme + "{id}", Name: "note", Description: "One note"},
              } {
                server.AddResourceTemplate(&one, note)
              }
            }
            """,
            "other.go",
            """
            package main
            import "github.com/mark3labs/mcp-go/mcp"
            func other(s *server.MCPServer) {
              s.AddPrompt(mcp.NewPrompt("sort", mcp.WithPromptDescription("Sorts notes"),
                mcp.WithArgument("by", mcp.ArgumentDescription("By what"), mcp.RequiredArgument())), sort)
              s.AddResource(mcp.NewResource("log://all", "Log",
                mcp.WithResourceDescription("What was done"), mcp.WithMIMEType("text/plain")), log)
              s.AddResourceTemplate(mcp.NewResourceTemplate("log://{day}", "Day",
                mcp.WithTemplateDescription("One day")), day)
            }
            """));
  }

  @Test
  void annotatedInCsharp() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"sort\",\"description\":\"Sorts notes\","
                + "\"arguments\":[{\"name\":\"by\",\"description\":\"By what\",\"required\":true}]}",
            "PROMPT {\"name\":\"review_note\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\",\"description\":\"The note\"}]}",
            "RESOURCE_TEMPLATE {\"name\":\"note\",\"description\":\"One note\","
                + "\"uriTemplate\":\"note://{id}\"}"),
        offered(
            "notes.csproj",
            "<Project/>",
            "Tools.cs",
            """
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public class Tools {
              [McpServerTool, Description("Reads")]
              public static string ReadNote(string id) => "";
            }
            """,
            "Prompts.cs",
            """
            using ModelContextProtocol.Server;
            [McpServerPromptType]
            public class Prompts {
              [McpServerPrompt, Description("Reviews a note")]
              public static string ReviewNote([Description("The note")] string text) => "";

              [McpServerResource(UriTemplate = "note://{id}", Name = "note")]
              [Description("One note")]
              public static string Note(string id) => "";
            }
            """,
            "Program.cs",
            """
            using ModelContextProtocol.Server;
            builder.Services.AddMcpServer().WithListPromptsHandler((context, token) =>
              new ListPromptsResult {
                Prompts = [
                  new Prompt {
                    Name = "sort", Description = "Sorts notes",
                    Arguments = [new PromptArgument { Name = "by", Description = "By what", Required = true }],
                  },
                ],
              });
            """));
  }

  @Test
  void annotatedAndBuiltInJava() {
    assertEquals(
        List.of(
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}",
            "PROMPT {\"name\":\"sort\",\"description\":\"Sorts notes\","
                + "\"arguments\":[{\"name\":\"by\",\"description\":\"By what\",\"required\":true}]}",
            "RESOURCE {\"name\":\"log\",\"description\":\"What was done\",\"uri\":\"log://all\"}",
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\",\"description\":\"The note\"}]}",
            "RESOURCE_TEMPLATE {\"name\":\"note\",\"description\":\"One note\","
                + "\"uriTemplate\":\"note://{id}\"}"),
        offered(
            "pom.xml",
            "<project><artifactId>notes</artifactId></project>",
            "src/main/java/Tools.java",
            """
            import io.modelcontextprotocol.server.McpServer;
            class Tools {
              @McpTool(description = "Reads") String readNote(String id) { return ""; }
              @Resource(name = "jdbc/notes") DataSource source;
            }
            """,
            "src/main/java/Built.java",
            """
            import io.modelcontextprotocol.spec.McpSchema;
            class Built {
              void offer() {
                var all = McpSchema.Resource.builder().uri("note://all").name("all")
                    .description("All notes").mimeType("text/plain").build();
                var sort = new McpSchema.Prompt("sort", "Sorts notes",
                    List.of(new McpSchema.PromptArgument("by", "By what", true)));
                var log = new Resource("log://all", "log", "What was done", "text/plain", null);
                var asked = new Prompt("Sort the notes", options);
              }
            }
            """,
            "src/main/java/Prompts.java",
            """
            import org.springaicommunity.mcp.annotation.McpPrompt;
            class Prompts {
              @McpPrompt(name = "review", description = "Reviews a note")
              GetPromptResult review(@McpArg(name = "text", description = "The note") String text) { return null; }

              @McpResource(uri = "note://{id}", name = "note", description = "One note")
              String note(String id) { return ""; }

              @Resource(name = "jdbc/notes")
              void source(DataSource source) {}
            }
            """));
  }

  @Test
  void addedInKotlin() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\",\"description\":\"The note\",\"required\":true}]}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}"),
        offered(
            "build.gradle.kts",
            "",
            "src/main/kotlin/Main.kt",
            """
            import io.modelcontextprotocol.kotlin.sdk.server.Server
            fun main() {
              val server = Server(Implementation("notes", "1"), options)
              server.addTool(name = "read_note", description = "Reads") { CallToolResult() }
              server.addPrompt(
                name = "review",
                description = "Reviews a note",
                arguments = listOf(PromptArgument(name = "text", description = "The note", required = true)),
              ) { request -> GetPromptResult() }
              server.addResource("note://all", "all", "All notes", "text/html") { request -> read(request) }
            }
            """));
  }

  @Test
  void annotatedAndDescribedInRust() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\"}",
            "RESOURCE {\"name\":\"all\",\"uri\":\"note://all\"}",
            "PROMPT {\"name\":\"sort\",\"description\":\"Sorts notes\","
                + "\"arguments\":[{\"name\":\"by\",\"description\":\"By what\",\"required\":true}]}",
            "RESOURCE_TEMPLATE {\"name\":\"note\",\"description\":\"One note\","
                + "\"uriTemplate\":\"note://{id}\"}"),
        offered(
            "Cargo.toml",
            "[package]\nname = \"notes\"\n[dependencies]\nrmcp = \"1\"\n",
            "src/main.rs",
            """
            use rmcp::ServerHandler;
            #[tool_router]
            impl Notes {
                #[tool(description = "Reads")]
                fn read_note(&self) -> String { String::new() }

                /// Reviews a note
                #[prompt(name = "review")]
                async fn review_note(&self) -> Vec<PromptMessage> { vec![] }

                async fn list(&self) -> ListResourcesResult {
                    let resources = vec![RawResource::new("note://all", "all").no_annotation()];
                    let prompts = vec![Prompt::new(
                        "sort",
                        Some("Sorts notes"),
                        Some(vec![PromptArgument {
                            name: "by".to_string(),
                            description: Some("By what".to_string()),
                            required: Some(true),
                        }]),
                    )];
                    let templates = vec![RawResourceTemplate {
                        uri_template: "note://{id}".to_string(),
                        name: "note".to_string(),
                        description: Some("One note".into()),
                        mime_type: None,
                    }];
                }
            }
            """));
  }

  @Test
  void describedInSwiftAndPhp() {
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\"}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}"),
        offered(
            "Package.swift",
            "",
            "Sources/main.swift",
            """
            import MCP
            let server = Server(name: "notes", version: "1")
            let read = Tool(name: "read_note", description: "Reads", inputSchema: .object([:]))
            let review = Prompt(name: "review", description: "Reviews a note")
            let all = Resource(name: "all", uri: "note://all", description: "All notes")
            """));
    assertEquals(
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\"}]}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}"),
        offered(
            "composer.json",
            "{\"name\":\"a/notes\"}",
            "src/Notes.php",
            """
            <?php
            use PhpMcp\\Server\\Attributes\\McpTool;
            class Notes {
                #[McpTool(name: 'read_note', description: 'Reads')]
                public function read(string $id): string { return ''; }

                #[McpPrompt(name: 'review', description: 'Reviews a note')]
                public function review(string $text): array { return []; }

                #[McpResource(uri: 'note://all', name: 'all', description: 'All notes')]
                public function all(): string { return ''; }
            }
            """));
  }

  @Test
  void listedByHandInRustAndPython() {
    List<String> both =
        List.of(
            "PROMPT {\"name\":\"review\",\"description\":\"Reviews a note\","
                + "\"arguments\":[{\"name\":\"text\",\"description\":\"The note\",\"required\":true}]}",
            "RESOURCE {\"name\":\"all\",\"description\":\"All notes\",\"uri\":\"note://all\"}");
    assertEquals(
        both,
        offered(
            "Cargo.toml",
            "[package]\nname = \"notes\"\n",
            "src/mcp.rs",
            """
            fn answer(method: &str) -> Value {
                match method {
                    "initialize" => json!({ "serverInfo": { "name": "notes" } }),
                    "tools/list" => json!({ "tools": [
                        { "name": "read_note", "description": "Reads", "inputSchema": { "type": "object" } },
                    ] }),
                    "prompts/list" => json!({ "prompts": [{
                        "name": "review",
                        "description": "Reviews a note",
                        "arguments": [{ "name": "text", "description": "The note", "required": true }],
                    }] }),
                    _ => json!({ "resources": [
                        { "uri": "note://all", "name": "all", "description": "All notes" },
                    ] }),
                }
            }
            """));
    assertEquals(
        both,
        offered(
            "server.py",
            """
            def answer(method):
                if method == "initialize":
                    return {"serverInfo": {"name": "notes"}}
                if method == "tools/list":
                    return {"tools": [{"name": "read_note", "description": "Reads", "inputSchema": {}}]}
                if method == "prompts/list":
                    return {"prompts": [{
                        "name": "review",
                        "description": "Reviews a note",
                        "arguments": [{"name": "text", "description": "The note", "required": True}],
                    }]}
                return {"resources": [
                    {"uri": "note://all", "name": "all", "description": "All notes"},
                ]}
            """));
  }
}
