package io.mcpcatalogue.collect.extract.go;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How Go servers declare tools, and what only looks like it. */
class GoExtractorTest {
  private static final String HEAD =
      """
      package main
      import (
        "fmt"
        "github.com/mark3labs/mcp-go/mcp"
        "github.com/mark3labs/mcp-go/server"
      )
      """;

  private static ReadTools read(String text) {
    return ReadTools.of("go.mod", "module example.com/notes\n", "main.go", HEAD + text);
  }

  /** What stands in the main function of a server that is built on the official kit. */
  private static ReadTools readMain(String statements) {
    return ReadTools.of(
        "go.mod",
        "module example.com/notes\n",
        "main.go",
        """
        package main
        import "github.com/modelcontextprotocol/go-sdk/mcp"
        func main() {
          server := mcp.NewServer(&mcp.Implementation{Name: "notes"}, nil)
        """
            + statements
            + "}\n");
  }

  @Test
  void builderOptionsMakeTheSchema() {
    ReadTools read =
        read(
            """
            const makeNote = "make_note"
            var limit = 10

            func paged() mcp.ToolOption {
              return func(tool *mcp.Tool) {
                mcp.WithNumber("page", mcp.Description("Which page"), mcp.Min(1))(tool)
              }
            }

            func tools() []server.ServerTool {
              return []server.ServerTool{{Tool: mcp.NewTool(makeNote,
                mcp.WithDescription(fmt.Sprintf("Makes at most %d notes", limit) + "."),
                mcp.WithReadOnlyHintAnnotation(false),
                mcp.WithString("text", mcp.Required(), mcp.Description(`The text`), mcp.Enum("a", "b")),
                paged(),
              ), Handler: handle}}
            }
            """);
    assertEquals("Makes at most 10 notes.", read.tool("make_note").description());
    assertEquals(Set.of("text", "page"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"description\":\"The text\",\"enum\":[\"a\",\"b\"]}",
        read.parameter("make_note", "text"));
    assertEquals("{\"readOnlyHint\":false}", read.tool("make_note").annotations().toString());
  }

  @Test
  void builderOptionsAreGivenTypesOrTheTextOfASchema() {
    ReadTools read =
        read(
            """
            type MakeNote struct {
              Text string `json:"text" jsonschema_description:"What to write"`
              Page int `json:"page,omitempty"`
            }
            type Note struct { ID string `json:"id"` }

            var schema = json.RawMessage(`{"type": "object", "properties": {"id": {"type": "string"}}}`)

            func tools() []mcp.Tool {
              return []mcp.Tool{
                mcp.NewTool("make_note",
                  mcp.WithDescription("Makes a note"),
                  mcp.WithInputSchema[MakeNote](),
                  mcp.WithOutputSchema[Note]()),
                mcp.NewTool("drop_note",
                  mcp.WithDescription("Drops a note"),
                  mcp.WithRawInputSchema(schema)),
              }
            }
            """);
    assertEquals(Set.of("text", "page"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
    assertEquals(
        "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},\"required\":[\"id\"]}",
        read.tool("make_note").raw().object("outputSchema").toString());
    assertEquals(Set.of("id"), read.parameters("drop_note"));
  }

  @Test
  void structuresWithSchemasThatHelpersExtend() {
    ReadTools read =
        read(
            """
            func withPages(schema *jsonschema.Schema) *jsonschema.Schema {
              schema.Properties["page"] = &jsonschema.Schema{Type: "number"}
              return schema
            }

            func dropNotes(t Translator) Tool {
              schema := &jsonschema.Schema{
                Type: "object",
                Properties: map[string]*jsonschema.Schema{"id": {Type: "string", Description: "Which"}},
                Required: []string{"id"},
              }
              withPages(schema)
              schema.Properties["force"] = &jsonschema.Schema{Type: "boolean"}
              return NewTool(meta, mcp.Tool{
                Name: "drop_notes",
                Description: t("TOOL_DROP_NOTES", "Drops notes"),
                Annotations: &mcp.ToolAnnotations{Title: t("TITLE", "Drop"), DestructiveHint: ptr(true)},
                InputSchema: schema,
              }, handle)
            }
            """);
    assertEquals("Drops notes", read.tool("drop_notes").description());
    assertEquals(Set.of("id", "page", "force"), read.parameters("drop_notes"));
    assertEquals("[\"id\"]", read.required("drop_notes"));
    assertEquals(
        "{\"title\":\"Drop\",\"destructiveHint\":true}",
        read.tool("drop_notes").annotations().toString());
  }

  @Test
  void optionsOfTheSourcesOwnAreCalledLikeThoseOfTheSdk() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes\n",
            "kit/kit.go",
            """
            package kit
            import "github.com/modelcontextprotocol/go-sdk/mcp"
            type ToolOption func(*mcp.Tool)
            type ToolParameter struct { Name string; Schema map[string]any }
            type PropertyOption func(map[string]any)
            func WithDescription(text string) ToolOption { return func(t *mcp.Tool) { t.Description = text } }
            func WithString(name string, options ...PropertyOption) ToolParameter {
              parameter := ToolParameter{Name: name, Schema: map[string]any{"type": "string"}}
              parameter.apply(options...)
              return parameter
            }
            func Description(text string) PropertyOption { return func(s map[string]any) { s["description"] = text } }
            func Required() PropertyOption { return func(s map[string]any) { s["required"] = true } }
            func NewTool(name, description string, parameters []ToolParameter, handler Handler) *tool {
              return &tool{name: name, description: description, parameters: parameters}
            }
            """,
            "main.go",
            """
            package main
            import "example.com/notes/kit"
            import "github.com/modelcontextprotocol/go-sdk/mcp"
            func makeNote() *kit.Tool {
              parameters := []kit.ToolParameter{
                kit.WithString("text", kit.Description("The text"), kit.Required()),
              }
              return kit.NewTool("make_note", "Makes a note", parameters, handle)
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(
        "{\"type\":\"string\",\"description\":\"The text\"}", read.parameter("make_note", "text"));
    assertEquals("[\"text\"]", read.required("make_note"));
  }

  @Test
  void aHelperThatDeclaresToolsDeclaresOneForEachCall() {
    ReadTools read =
        read(
            """
            func setter(name, description string, more map[string]*jsonschema.Schema) Tool {
              props := map[string]*jsonschema.Schema{"id": {Type: "string"}}
              maps.Copy(props, more)
              return NewTool(mcp.Tool{Name: name, Description: description,
                InputSchema: &jsonschema.Schema{Type: "object", Properties: props}})
            }
            func title() Tool {
              return setter("set_title", "Sets the title", map[string]*jsonschema.Schema{"title": {Type: "string"}})
            }
            func body() Tool {
              return setter("set_body", "Sets the body", nil)
            }
            """);
    assertEquals(List.of("set_title", "set_body"), read.names());
    assertEquals(Set.of("id", "title"), read.parameters("set_title"));
    assertEquals("Sets the body", read.tool("set_body").description());
  }

  @Test
  void aToolAndItsHandlerAreReturnedTogether() {
    ReadTools read =
        read(
            """
            type MakeArgs struct {
              Text string `json:"text"`
            }
            func makeNote() (mcp.Tool, mcp.ToolHandlerFor[MakeArgs, any], []string) {
              return mcp.Tool{Name: "make_note"}, func(ctx context.Context, r *mcp.CallToolRequest, args MakeArgs) error {
                return nil
              }, []string{"write"}
            }
            func dropNote() (mcp.Tool, mcp.ToolHandlerFor[MakeArgs, any]) {
              dropTool := mcp.Tool{Name: "drop_note"}
              handler := func(ctx context.Context, r *mcp.CallToolRequest, args MakeArgs) error { return nil }
              return dropTool, handler
            }
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(Set.of("text"), read.parameters("drop_note"));
  }

  @Test
  void aListOfRecordsIsRegisteredByTheirNamesAndHandlers() {
    ReadTools read =
        read(
            """
            type MakeArgs struct {
              Text string `json:"text" jsonschema:"required,description=What it says"`
            }
            type record struct {
              Name, Description string
              Handler any
            }
            var records = []record{{Name: "make_note", Description: "Makes a note", Handler: makeNote}}

            func makeNote(ctx context.Context, args MakeArgs) error { return nil }

            func main() {
              server := mcp.NewServer(transport)
              for _, each := range records {
                server.RegisterTool(each.Name, each.Description, guarded(each.Handler))
              }
            }
            """);
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void descriptionsAndSchemasAreEmbeddedFiles() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes\n",
            "texts/make_note.md",
            "Makes a note.\n",
            "texts/texts.go",
            """
            package texts
            import _ "embed"

            //go:embed make_note.md
            var MakeNote string

            //go:embed schemas/make_note.json
            var Schema json.RawMessage
            """,
            "texts/schemas/make_note.json",
            "{\"type\": \"object\", \"properties\": {\"text\": {\"type\": \"string\"}}}",
            "main.go",
            HEAD
                + """
                import "example.com/notes/texts"
                var tool = mcp.NewTool("make_note",
                  mcp.WithDescription(texts.MakeNote), mcp.WithRawInputSchema(texts.Schema))
                """);
    assertEquals("Makes a note.\n", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void handlersGiveTheSchemaByTheirStructures() {
    ReadTools read =
        read(
            """
            type Paging struct {
              Page int `json:"page,omitempty" jsonschema:"default=1,description=Which page\\\\, from 1"`
            }
            type MakeParams struct {
              Paging
              Text string `json:"text" jsonschema:"The text of the note"`
              Tags []string `json:"tags,omitempty"`
              Skipped string `json:"-"`
              inner int
            }
            func make(ctx context.Context, request *mcp.CallToolRequest, in MakeParams) (*mcp.CallToolResult, any, error) {
              return nil, nil, nil
            }
            func must[T any](name, description string, handler func(context.Context, T) error, options ...mcp.ToolOption) Tool {
              return convert(name, description, handler, options...)
            }
            func convert[T any](name, description string, handler func(context.Context, T) error, options ...mcp.ToolOption) Tool {
              return Tool{Tool: mcp.Tool{Name: name, Description: description}}
            }
            func list(ctx context.Context, in Paging) error { return nil }

            var ListNotes = must("list_notes", "Lists " + "notes", list, mcp.WithReadOnlyHintAnnotation(true))

            func run(s *mcp.Server) {
              mcp.AddTool(s, &mcp.Tool{Name: "make_note", Description: "Makes"}, make)
            }
            """);
    assertEquals(List.of("list_notes", "make_note"), read.names());
    assertEquals(Set.of("page"), read.parameters("list_notes"));
    assertEquals("Lists notes", read.tool("list_notes").description());
    assertEquals("{\"readOnlyHint\":true}", read.tool("list_notes").annotations().toString());
    assertEquals(Set.of("page", "text", "tags"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"description\":\"The text of the note\"}",
        read.parameter("make_note", "text"));
    assertEquals(
        "{\"type\":\"integer\",\"default\":\"1\",\"description\":\"Which page, from 1\"}",
        read.parameter("make_note", "page"));
  }

  @Test
  void promptsResourcesAndTestsAreNoTools() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes\n",
            "main.go",
            HEAD
                + """
                var p = mcp.Prompt{Name: "greet", Description: "Greets"}
                var r = &mcp.Resource{Name: "note", Description: "A note"}
                var other = llm.Tool{Name: "inner", Description: "Of another framework"}
                """,
            "main_test.go",
            HEAD + "var t = mcp.NewTool(\"tested\", mcp.WithDescription(\"x\"))\n");
    assertEquals(List.of(), read.names());
  }

  @Test
  void eachProgramOfAModuleServesWhatItIsMadeOf() {
    String tools =
        """
        import "github.com/mark3labs/mcp-go/mcp"
        import "github.com/mark3labs/mcp-go/server"
        func Start() { server.ServeStdio(server.NewMCPServer("x", "1")) }
        """;
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/all\n",
            "cmd/notes/main.go",
            "package main\nimport \"example.com/all/notes\"\nfunc main() { notes.Start() }\n",
            "cmd/tasks/main.go",
            "package main\nimport \"example.com/all/tasks\"\nfunc main() { tasks.Start() }\n",
            "cmd/generate/main.go",
            "package main\nimport \"example.com/all/tasks\"\nfunc main() { tasks.Print() }\n",
            "notes/notes.go",
            "package notes\n" + tools + "var Make = mcp.NewTool(\"make_note\")\n",
            "tasks/tasks.go",
            "package tasks\n" + tools + "var Make = mcp.NewTool(\"make_task\")\n",
            "vendor/github.com/acme/mcp/tools.go",
            "package mcp\n" + tools + "var Make = mcp.NewTool(\"not_ours\")\n");
    assertEquals(List.of("example.com/all/cmd/notes", "example.com/all/cmd/tasks"), read.servers());
    assertEquals(List.of("make_note", "make_task"), read.names());
  }

  @Test
  void programsThatServeByThemselvesAreServersOfTheirOwn() {
    String main =
        """
        package main
        import "github.com/modelcontextprotocol/go-sdk/mcp"
        func main() {
          server := mcp.NewServer(&mcp.Implementation{Name: "x"}, nil)
          name := os.Getenv("TOOL_NAME")
          if name == "" {
            name = "search"
          }
          mcp.AddTool(server, &mcp.Tool{Name: name, Description: "NAME"}, handle)
          server.Run(ctx, &mcp.StdioTransport{})
        }
        """;
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/all\n",
            "notes/main.go",
            main.replace("NAME", "Searches notes"),
            "tasks/main.go",
            main.replace("NAME", "Searches tasks"),
            "examples/main.go",
            main.replace("NAME", "Shows how"),
            "tasks/search_spec.go",
            "package main\nimport \"github.com/modelcontextprotocol/go-sdk/mcp\"\n"
                + "var more = &mcp.Tool{Name: \"count\", Description: \"Counts\"}\n");
    assertEquals(List.of("example.com/all/notes", "example.com/all/tasks"), read.servers());
    assertEquals(List.of("search", "search", "count"), read.names());
  }

  @Test
  void otherFunctionsOfTheFileAreNoHandlers() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module notes",
            "main.go",
            """
            package main

            import "github.com/mark3labs/mcp-go/mcp"

            type Settings struct { Folder string }
            type drop struct { ID string `json:"id"` }

            func dropNote(ctx context.Context, input drop) (string, error) { return "", nil }

            func Register(s *server.MCPServer, settings Settings) {
              list := mcp.NewTool("list_notes", mcp.WithDescription("Lists notes"))
              s.AddTool(list, func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
                return nil, nil
              })
            }
            """);
    assertEquals(List.of("list_notes"), read.names());
    assertEquals(Set.of(), read.parameters("list_notes"));
  }

  @Test
  void handlersThatArePassedBesideTheToolHaveItsParameters() {
    ReadTools read =
        read(
            """
            type NoteText struct {
              Text string `json:"text"`
            }

            func makeNote(client *Client) func(context.Context, *mcp.CallToolRequest, NoteText) (*mcp.CallToolResult, any, error) {
              return func(ctx context.Context, request *mcp.CallToolRequest, in NoteText) (*mcp.CallToolResult, any, error) {
                return nil, nil, nil
              }
            }

            func registerIfAllowed[In, Out any](s *mcp.Server, tool *mcp.Tool, handler mcp.ToolHandlerFor[In, Out]) {
              kit.Register(s, tool, handler)
            }

            func registerAll(s *mcp.Server, client *Client) {
              registerIfAllowed(s, &mcp.Tool{Name: "make_note", Description: "Makes a note"}, makeNote(client))
            }
            """);
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void aSchemaThatIsComputedAtRunTimeGivesWayToTheTypeOfTheHandler() {
    ReadTools read =
        read(
            """
            type NoteText struct {
              Text string `json:"text" jsonschema:"description=What it says"`
            }

            func handle(ctx context.Context, args NoteText) (string, error) { return "", nil }

            func convert[T any](name, description string, handler func(context.Context, T) (string, error)) mcp.Tool {
              reflected := reflector.Reflect(handler)
              properties := make(map[string]any, reflected.Properties.Len())
              for pair := reflected.Properties.Oldest(); pair != nil; pair = pair.Next() {
                properties[pair.Key] = pair.Value
              }
              written, err := json.Marshal(mcp.ToolArgumentsSchema{Type: "object", Properties: properties})
              if err != nil {
                panic(err)
              }
              return mcp.Tool{Name: name, Description: description, RawInputSchema: written}
            }

            var makeNote = convert("make_note", "Makes a note", handle)
            """);
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
  }

  @Test
  void whatACallMakesOfItsArgumentsIsNoSchema() {
    ReadTools read =
        read(
            """
            func tools(s *mcp.Server) {
              s.AddTool(mcp.Tool{Name: "make_note", Description: "Makes a note", InputSchema: kit.SchemaOf("note")})
              s.AddTool(mcp.Tool{Name: "drop_note", Description: "Drops a note", InputSchema: mcp.ToolInputSchema{
                Type: "object", Properties: map[string]any{"id": kit.Text("Which")}}})
            }
            """);
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("make_note").schemaCoverage());
    assertEquals("{}", read.parameter("drop_note", "id"));
  }

  @Test
  void parametersThatAreAddedUnderConditionsOrInLoopsCount() {
    ReadTools read =
        read(
            """
            func tools(s *mcp.Server, settings Settings) {
              properties := map[string]any{"text": map[string]any{"type": "string"}}
              if settings.AllowFiles {
                properties["file"] = map[string]any{"type": "string"}
              }
              s.AddTool(mcp.Tool{Name: "make_note", Description: "Makes a note",
                InputSchema: mcp.ToolInputSchema{Type: "object", Properties: properties}})

              found := map[string]any{"id": map[string]any{"type": "string"}}
              for _, field := range settings.Fields {
                found[field.Name] = field.Schema
              }
              s.AddTool(mcp.Tool{Name: "drop_note", Description: "Drops a note",
                InputSchema: mcp.ToolInputSchema{Type: "object", Properties: found}})
            }
            """);
    assertEquals(Set.of("text", "file"), read.parameters("make_note"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
    assertEquals(Set.of("id"), read.parameters("drop_note"));
    assertEquals(SchemaCoverage.PARTIAL, read.tool("drop_note").schemaCoverage());
  }

  @Test
  void handlersAreMethodsOfWhateverIsAtHand() {
    ReadTools read =
        ReadTools.of(
            "go.mod",
            "module example.com/notes\n",
            "main.go",
            HEAD
                + """
                type notes struct { store string }
                type desk struct { notes notes; kit *mcp.Server }

                type NoteText struct {
                  Text string `json:"text"`
                }
                type NoteId struct {
                  Id string `json:"id"`
                }

                func (s *desk) register() {
                  mcp.AddTool(s.kit, &mcp.Tool{Name: "by_receiver", Description: "Makes"}, s.handle)
                  mcp.AddTool(s.kit, &mcp.Tool{Name: "by_field", Description: "Drops"}, s.notes.drop)
                }

                func (s *desk) handle(ctx context.Context, request *mcp.CallToolRequest, in NoteText) (*mcp.CallToolResult, any, error) {
                  return nil, nil, nil
                }

                func (n *notes) handle(ctx context.Context, request *mcp.CallToolRequest, in NoteId) (*mcp.CallToolResult, any, error) {
                  return nil, nil, nil
                }

                func addAll(kit *mcp.Server, given notes) {
                  made := &notes{}
                  mcp.AddTool(kit, &mcp.Tool{Name: "by_variable", Description: "Finds"}, made.handle)
                  mcp.AddTool(kit, &mcp.Tool{Name: "by_parameter", Description: "Drops"}, given.drop)
                  mcp.AddTool(kit, &mcp.Tool{Name: "in_wrapper", Description: "Drops"}, logged(given.drop))
                  mcp.AddTool(kit, &mcp.Tool{Name: "not_known", Description: "Counts"}, given.handle)
                }
                """,
            "drop.go",
            """
            package main
            import "example.com/notes/shapes"

            func (n *notes) drop(ctx context.Context, request *mcp.CallToolRequest, in shapes.Drop) (*mcp.CallToolResult, any, error) {
              return nil, nil, nil
            }
            """,
            "shapes/drop.go",
            """
            package shapes

            type Drop struct {
              Number int `json:"number"`
            }
            """);
    assertEquals(Set.of("text"), read.parameters("by_receiver"));
    assertEquals(Set.of("number"), read.parameters("by_field"));
    assertEquals(Set.of("id"), read.parameters("by_variable"));
    assertEquals(Set.of("number"), read.parameters("by_parameter"));
    assertEquals(Set.of("number"), read.parameters("in_wrapper"));
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("not_known").schemaCoverage());
  }

  @Test
  void toolsStandInTheHeadOfALoop() {
    ReadTools read =
        readMain(
            """
              for _, one := range []*mcp.Tool{
                {Name: "make_note", Description: "Makes a note"},
              } {
                server.AddTool(one, handle)
              }
              for _, one := range []struct{ name, text string }{
                {"drop_note", "Drops a note"},
                {name: "show_note", text: "Shows a note"},
              } {
                server.AddTool(&mcp.Tool{Name: one.name, Description: one.text}, handle)
              }
            """);
    assertEquals(List.of("make_note", "drop_note", "show_note"), read.names());
    assertEquals("Drops a note", read.tool("drop_note").description());
  }

  @Test
  void aStructureWithoutANameThatHasFieldsIsNotEmpty() {
    ReadTools read =
        readMain(
            """
              mcp.AddTool(server, &mcp.Tool{Name: "make_note", Description: "Makes a note"},
                func(ctx context.Context, req *mcp.CallToolRequest, in struct { Text string }) error { return nil })
              mcp.AddTool(server, &mcp.Tool{Name: "drop_notes", Description: "Drops all"},
                func(ctx context.Context, req *mcp.CallToolRequest, in struct{}) error { return nil })
            """);
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("make_note").schemaCoverage());
    assertEquals(SchemaCoverage.COMPLETE, read.tool("drop_notes").schemaCoverage());
  }
}
