package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Servers that answer the requests of the protocol themselves, without an SDK. */
class OwnProtocolTest {

  private static final String CSHARP_TOOL =
      """
      namespace Notes;
      public class MakeNoteTool : ITool
      {
          public string Name => "make_note";
          public string Description => "Makes a note";
          public JsonSchema InputSchema => new()
          {
              Type = "object",
              Properties = new Dictionary<string, JsonProperty>
              {
                  ["text"] = new() { Type = "string", Description = "What to write" },
                  { "color", new() { Type = "string", Enum = new List<string> { "red", "blue" } } }
              },
              Required = new List<string> { "text" }
          };
      }
      """;

  @Test
  void csharpClassesThatImplementAnInterface() {
    ReadTools read =
        ReadTools.of(
            "Notes.csproj",
            "<Project/>",
            "Handler.cs",
            """
            class Handler {
                object Handle(Request request) => request.Method switch {
                    "initialize" => new { serverInfo = new { name = "notes" } },
                    "tools/list" => new { tools },
                    _ => null
                };
            }
            """,
            "MakeNoteTool.cs",
            CSHARP_TOOL);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text", "color"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"enum\":[\"red\",\"blue\"]}", read.parameter("make_note", "color"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
  }

  @Test
  void toolsOfProgramsThatServeNothingAreNotRead() {
    assertEquals(
        List.of(), ReadTools.of("Notes.csproj", "<Project/>", "Make.cs", CSHARP_TOOL).names());
  }

  @Test
  void pythonListsOfObjects() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\n",
            "notes/server.py",
            """
            TOOLS = [{
                "name": "make_note",
                "description": "Makes a note",
                "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}},
            }]

            def handle(request):
                if request["method"] == "initialize":
                    return {"serverInfo": {"name": "notes"}}
                if request["method"] == "tools/list":
                    return {"tools": TOOLS}
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void pythonPackagesThatAreCalledMcpUseNoKitByImportingTheirOwnModules() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes_mcp\"\n",
            "notes_mcp/protocol.py",
            """
            from notes_mcp import registry

            def handle(method, params):
                if method == "initialize":
                    return {"serverInfo": {"name": "notes"}}
                if method == "tools/list":
                    return registry.tools_list()
            """,
            "notes_mcp/registry.py",
            """
            from notes_mcp import notes

            def _tool(handler, description, properties, *, writes=False):
                return {
                    "handler": handler,
                    "description": description,
                    "inputSchema": {"type": "object", "properties": properties},
                    "annotations": {"readOnlyHint": not writes},
                }

            TOOLS = {
                "make_note": _tool(notes.make, "Makes a note", {"text": {"type": "string"}}, writes=True),
            }

            def tools_list():
                return {
                    "tools": [
                        {
                            "name": name,
                            "description": each["description"],
                            "inputSchema": each["inputSchema"],
                            "annotations": each["annotations"],
                        }
                        for name, each in TOOLS.items()
                        if is_enabled(name)
                    ]
                }
            """);
    assertEquals(List.of("notes_mcp"), read.servers());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals("{\"readOnlyHint\":false}", read.tool("make_note").annotations().toString());
    assertEquals(List.of(), read.gaps());
  }

  @Test
  void pythonClientsThatCallTheirModulesMcpServeNothing() {
    assertEquals(
        List.of(),
        ReadTools.of(
                "pyproject.toml",
                "[project]\nname = \"notes_mcp\"\n",
                "notes_mcp/client.py",
                """
                from notes_mcp import transport

                def tools():
                    return transport.send("tools/list")["tools"]
                """)
            .servers());
  }

  @Test
  void goStructures() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module notes",
            "main.go",
            """
            package main

            type Tool struct {
              Name        string         `json:"name"`
              Description string         `json:"description"`
              InputSchema map[string]any `json:"inputSchema"`
            }

            var tools = []Tool{{
              Name:        "make_note",
              Description: "Makes a note",
              InputSchema: map[string]any{
                "type":       "object",
                "properties": map[string]any{"text": map[string]any{"type": "string"}},
              },
            }}

            func handle(method string) any {
              switch method {
              case "initialize":
                return map[string]any{"serverInfo": map[string]any{"name": "notes"}}
              case "tools/list":
                return map[string]any{"tools": tools}
              }
              return nil
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  private static final String GO_PROTOCOL =
      """
      package main

      import "example.com/notes-mcp/tools"

      func handle(method string) any {
        switch method {
        case "initialize":
          return map[string]any{"serverInfo": map[string]any{"name": "notes"}}
        case "tools/list":
          return map[string]any{"tools": tools.All()}
        }
        return nil
      }
      """;

  @Test
  void goModulesThatAreCalledMcpUseNoKitByImportingTheirOwnPackages() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes-mcp",
            "main.go",
            GO_PROTOCOL,
            "tools/all.go",
            """
            package tools

            type toolDefinition struct {
              Name        string         `json:"name"`
              Description string         `json:"description"`
              InputSchema map[string]any `json:"inputSchema"`
            }

            func All() []toolDefinition {
              return []toolDefinition{{
                Name:        "make_note",
                Description: "Makes a note",
                InputSchema: map[string]any{
                  "type":       "object",
                  "properties": map[string]any{"text": map[string]any{"type": "string"}},
                },
              }}
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void goTypesThatAreToolsByTheirMethods() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes-mcp",
            "main.go",
            GO_PROTOCOL,
            "tools/tool.go",
            """
            package tools

            type Tool interface {
              Name() string
              Description() string
              InputSchema() map[string]any
            }

            func All() []Tool { return []Tool{&MakeNote{}} }
            """,
            "tools/make_note.go",
            """
            package tools

            type MakeNote struct{ client *Client }

            func (t *MakeNote) Name() string        { return "make_note" }
            func (t *MakeNote) Description() string { return "Makes a note" }
            func (t *MakeNote) InputSchema() map[string]any {
              return map[string]any{
                "type":       "object",
                "properties": map[string]any{"text": map[string]any{"type": "string"}},
                "required":   []string{"text"},
              }
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
  }

  @Test
  void goTypesThatDescribeThemselvesInOneStructure() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes-mcp",
            "main.go",
            """
            package main

            import (
              "example.com/notes-mcp/tool"
              "github.com/modelcontextprotocol/go-sdk/mcp"
            )

            func main() {
              server := mcp.NewServer(&mcp.Implementation{Name: "notes"}, nil)
              for _, each := range tool.All() {
                register(server, each)
              }
            }

            func register(server *mcp.Server, each tool.Tool) {
              info := each.Info()
              server.AddTool(&mcp.Tool{Name: info.Name, Description: info.Description, InputSchema: info.InputSchema}, nil)
            }
            """,
            "tool/notes.go",
            """
            package tool

            type Info struct {
              Name        string
              Description string
              InputSchema json.RawMessage
              ReadOnly    bool
            }

            type Tool interface { Info() Info }

            type MakeNote struct{}

            func (MakeNote) Info() Info {
              return Info{Name: "make_note", Description: "Makes a note", InputSchema: schemaMake}
            }

            var schemaMake = json.RawMessage(`{"type": "object", "properties": {"text": {"type": "string"}}}`)

            type Shelf struct{}

            func (Shelf) Info() Label { return Label{Name: "shelf", Description: "Holds notes"} }

            type DropNote struct{}

            func (*DropNote) Info() Info {
              return Info{Name: "drop_note", Description: "Drops a note", InputSchema: nil}
            }

            func All() []Tool { return enabled(MakeNote{}, &DropNote{}) }
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void goTypesWhoseNamesOnlyShowAtRunTimeAreGaps() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes-mcp",
            "main.go",
            GO_PROTOCOL,
            "tools/script.go",
            """
            package tools

            type Script struct{ name string }

            func (s *Script) Name() string                { return s.name }
            func (s *Script) Description() string         { return "Runs a script" }
            func (s *Script) InputSchema() map[string]any { return nil }
            """);
    assertEquals(List.of(), read.names());
    assertEquals("tools/script.go:3", read.gaps().get(0).where());
  }

  @Test
  void rubyHashes() {
    ReadTools read =
        ReadTools.of(
            "Gemfile",
            "source \"https://rubygems.org\"\n",
            "lib/notes/make.rb",
            """
            class Notes::Make < Notes::Tool
              TEXT = "Makes a note"

              def definition
                {
                  "name" => "make_note",
                  "description" => TEXT,
                  "inputSchema" => {
                    "type" => "object",
                    "properties" => { "text" => { "type" => "string" } },
                    "required" => ["text"]
                  }
                }
              end
            end
            """,
            "lib/notes/server.rb",
            """
            def handle(method)
              case method
              when "initialize" then { serverInfo: { name: "notes" } }
              when "tools/list" then { tools: @tools.map(&:definition) }
              end
            end
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals("[\"text\"]", read.required("make_note"));
  }

  private static final String GROOVY_SERVER =
      """
      def handle(method) {
          switch (method) {
              case "initialize": return [serverInfo: [name: "notes"]]
              case "tools/list": return [tools: tools()]
          }
      }
      """;

  @Test
  void serversInLanguagesThatAreNotReadAreGapsForWhichTheirReadmeStandsIn() {
    ReadTools read =
        ReadTools.of(
            "README.md",
            """
            ## Tools
            - `make_note`: Makes a note
            - `drop_note`: Drops a note
            """,
            "notes.groovy",
            GROOVY_SERVER);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals(
        new Gap(
            "notes.groovy",
            Gap.Kind.UNSUPPORTED,
            "a server answers here, in a language that is not read"),
        read.gaps().get(0));
  }

  @Test
  void whatOnlyAsksForToolsInALanguageThatIsNotReadIsNoServer() {
    ReadTools read =
        ReadTools.of("README.md", "# Notes\n", "notes.groovy", "ask('tools/list').result.tools");
    assertEquals(List.of(), read.servers());
  }

  @Test
  void serversWithoutAnyToolAreGaps() {
    ReadTools read = ReadTools.of("go.mod", "module example.com/notes-mcp", "main.go", GO_PROTOCOL);
    assertEquals(
        List.of(
            new Gap(
                ".",
                Gap.Kind.DYNAMIC,
                "a server is created here, but no tools are declared in the sources")),
        read.gaps());
  }
}
