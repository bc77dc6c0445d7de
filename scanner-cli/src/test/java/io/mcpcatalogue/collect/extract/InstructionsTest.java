package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server tells every model stands in its sources as well. */
class InstructionsTest {
  private static final List<String> FIRST = List.of("Read the list first.");
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
  void givenToTheBaseOfAServerInTypeScript() {
    assertEquals(
        List.of("Read the list first."),
        ReadTools.of(
                "package.json",
                MANIFEST,
                "src/options.ts",
                "export const OPTIONS = { instructions: \"Read the list first.\" };",
                "src/index.ts",
                """
            import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
            import { OPTIONS } from "./options.js";
            class NotesServer extends McpServer {
              constructor() {
                super({ name: "notes", version: "1" }, OPTIONS);
                this.registerTool("read_note", { description: "Reads a note" }, async () => {});
              }
            }
            class Poet extends Agent {
              constructor() {
                super({ instructions: "Answer in verse." });
              }
            }
            """)
            .instructions());
  }

  @Test
  void ofServersInTypeScriptThatAnswerThemselves() {
    assertEquals(
        List.of("Read the list first."),
        ReadTools.of(
                "package.json",
                MANIFEST,
                "src/index.ts",
                """
            const tools = [{ name: "read_note", description: "Reads a note", inputSchema: {} }];
            function answer(request) {
              if (request.method === "tools/list") return { tools };
              return {
                protocolVersion: "2025-06-18",
                serverInfo: { name: "notes", version: "1" },
                instructions: "Read the list first.",
              };
            }
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
  void ofServersInGo() {
    String options =
        """
        package main
        import "github.com/mark3labs/mcp-go/server"

        const advice = "Read the list" + " first."

        func main() {
          s := server.NewMCPServer("notes", "1", server.WithInstructions(advice))
          server.ServeStdio(s)
        }
        """;
    String structure =
        """
        package main
        import "github.com/modelcontextprotocol/go-sdk/mcp"

        func main() {
          s := mcp.NewServer(&mcp.Implementation{Name: "notes"}, &mcp.ServerOptions{
            Instructions: "Read the list first.",
          })
          mcp.AddTool(s, &mcp.Tool{Name: "read_note", Description: "Reads a note"}, read)
        }
        """;
    assertEquals(FIRST, read("go.mod", "module notes\n", "main.go", options));
    assertEquals(FIRST, read("go.mod", "module notes\n", "main.go", structure));
  }

  @Test
  void ofServersInRust() {
    String server =
        """
        use rmcp::ServerHandler;
        impl ServerHandler for Notes {
          fn get_info(&self) -> ServerInfo {
            %s
          }
        }
        """;
    for (String info :
        List.of(
            "ServerInfo { instructions: Some(\"Read the list first.\".into()), ..Default::default() }",
            "ServerInfo::new(capabilities()).with_instructions(\"Read the list first.\")",
            "ServerInfo { instructions: Some(include_str!(\"../advice.md\").to_string()) }")) {
      assertEquals(
          FIRST,
          read(
              "Cargo.toml",
              "[package]\nname = \"notes\"\n",
              "src/main.rs",
              server.formatted(info),
              "advice.md",
              "Read the list first."));
    }
    assertEquals(
        FIRST,
        read(
            "Cargo.toml",
            "[package]\nname = \"notes\"\n",
            "src/main.rs",
            """
            use rmcp::ServerHandler;
            #[tool_handler(name = "notes", instructions = "Read the list first.")]
            impl ServerHandler for Notes {}
            """));
  }

  @Test
  void ofServersInCsharp() {
    String configured =
        """
        using ModelContextProtocol.Server;
        builder.Services.AddMcpServer(options =>
        {
            options.ServerInfo = new() { Name = "notes" };
            options.ServerInstructions = "Read the list first.";
        }).WithToolsFromAssembly();
        """;
    String made =
        """
        using ModelContextProtocol.Server;
        class Program {
            const string Advice = "Read the list first.";
            static void Main() {
                McpServer.Create(transport, new McpServerOptions { ServerInstructions = Advice });
            }
        }
        """;
    for (String program : List.of(configured, made)) {
      assertEquals(FIRST, read("Notes.csproj", "<Project/>", "Program.cs", program));
    }
  }

  @Test
  void ofServersInJavaAndKotlin() {
    assertEquals(
        FIRST,
        read(
            "pom.xml",
            "<project><artifactId>notes</artifactId></project>",
            "src/main/java/Main.java",
            """
            import io.modelcontextprotocol.server.McpServer;
            class Main {
              static final String ADVICE = "Read the list first.";
              void run() {
                McpServer.sync(transport).serverInfo("notes", "1").instructions(ADVICE).build();
                agent.builder().instructions("Answer in verse.").build();
              }
            }
            """));
    assertEquals(
        FIRST,
        read(
            "build.gradle.kts",
            "",
            "src/main/kotlin/Main.kt",
            """
            import io.modelcontextprotocol.kotlin.sdk.server.Server
            fun main() {
              val server = Server(Implementation("notes", "1"), options, instructions = "Read the list first.")
            }
            """));
  }

  @Test
  void ofServersInPhp() {
    String built =
        """
        <?php
        use Mcp\\Server;
        Server::builder()->setServerInfo('notes', '1')->setInstructions('Read the list first.')->build();
        """;
    String field =
        """
        <?php
        use Laravel\\Mcp\\Server;
        class NotesServer extends Server {
            protected string $instructions = 'Read the list first.';
        }
        """;
    String attribute =
        """
        <?php
        use Laravel\\Mcp\\Server;
        use Laravel\\Mcp\\Server\\Attributes\\Instructions;
        #[Instructions('Read the list first.')]
        class NotesServer extends Server {}
        """;
    for (String server : List.of(built, field, attribute)) {
      assertEquals(
          FIRST, read("composer.json", "{\"name\":\"acme/notes\"}", "src/Notes.php", server));
    }
  }

  @Test
  void ofServersInSwiftAndRuby() {
    assertEquals(
        FIRST,
        read(
            "Package.swift",
            "// swift-tools-version: 6.0\n",
            "Sources/main.swift",
            """
            import MCP
            let server = Server(name: "notes", version: "1", instructions: "Read the list first.")
            """));
    assertEquals(
        FIRST,
        read(
            "Gemfile",
            "gem 'mcp'\n",
            "server.rb",
            """
            require "mcp"
            server = MCP::Server.new(name: "notes", instructions: "Read the list first.", tools: [])
            MCP::Server::Transports::StdioTransport.new(server).open
            """));
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
  void thoseInTheConfigurationOfAJavaServer() {
    String tools =
        """
        import org.springaicommunity.mcp.annotation.McpTool;
        class Tools {
          @McpTool(description = "Reads") String readNote(String id) { return ""; }
        }
        """;
    assertEquals(
        List.of("Read before you write.\n"),
        read(
            "pom.xml",
            "<project><artifactId>notes</artifactId></project>",
            "src/main/java/Tools.java",
            tools,
            "src/main/resources/application.yaml",
            """
            server:
              port: 8080
            ---
            spring:
              ai:
                mcp:
                  server:
                    instructions: |
                      Read before you write.
                chat:
                  instructions: Answer in verse.
            """));
    assertEquals(
        List.of("Read before you write."),
        read(
            "pom.xml",
            "<project><artifactId>notes</artifactId></project>",
            "src/main/java/Tools.java",
            tools,
            "src/main/resources/application.properties",
            "spring.ai.mcp.server.instructions=Read before \\\n  you write.\nother.instructions=No\n"));
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

  private static List<String> read(String... pathsAndTexts) {
    return ReadTools.of(pathsAndTexts).instructions();
  }
}
