package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How servers in Java, Kotlin, C#, Rust and PHP declare tools, and what only looks like it. */
class MarkedExtractorTest {

  @Test
  void javaMethodsWithAnnotations() {
    ReadTools read =
        ReadTools.of(
            "src/main/java/Notes.java",
            """
            package notes;
            import io.quarkiverse.mcp.server.Tool;
            import io.quarkiverse.mcp.server.ToolArg;

            public class Notes {
                static final String WHAT = "Makes a note";

                @Inject Store store;

                @Tool(description = WHAT + ".")
                String make_note(@ToolArg(description = "The text") String text,
                        @ToolArg(description = "How long", required = false) Integer size,
                        List<String> tags, McpLog log) { return ""; }

                @Tool(name = "drop-note", description = \"""
                    Drops
                    a note\""")
                public Uni<String> drop(long id) { return null; }

                String notATool(String text) { return text; }
            }
            """);
    assertEquals(List.of("make_note", "drop-note"), read.names());
    assertEquals("Makes a note.", read.tool("make_note").description());
    assertEquals(Set.of("text", "size", "tags"), read.parameters("make_note"));
    assertEquals("[\"text\",\"tags\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"description\":\"The text\"}", read.parameter("make_note", "text"));
    assertEquals("src/main/java/Notes.java:11", read.tool("make_note").origin());
  }

  @Test
  void javaToolsAreBuilt() {
    ReadTools read =
        ReadTools.of(
            "src/main/java/Notes.java",
            """
            import io.modelcontextprotocol.spec.McpSchema;
            class Notes {
                static final String NAME = "make_note";
                McpSchema.Tool make() {
                    return McpSchema.Tool.builder()
                        .name(NAME)
                        .description("Makes")
                        .inputSchema(mapper, \"""
                            {"type": "object", "properties": {"text": {"type": "string"}}}\""")
                        .build();
                }
                Object drop = new McpServerFeatures.SyncToolSpecification(
                    new Tool("drop_note", "Drops", new JsonSchema("object", Map.of("id", Map.of("type", "string")), List.of("id"), false)),
                    (exchange, arguments) -> null);
            }
            """);
    assertEquals(Set.of("make_note", "drop_note"), Set.copyOf(read.names()));
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(Set.of("id"), read.parameters("drop_note"));
    assertEquals("[\"id\"]", read.required("drop_note"));
  }

  @Test
  void javaSchemasArePutTogetherInMaps() {
    ReadTools read =
        ReadTools.of(
            "src/Notes.java",
            """
            import io.modelcontextprotocol.spec.McpSchema;
            class Notes {
              McpSchema.Tool make() {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("text", Map.of("type", "string", "description", "What it says"));
                properties.put("size", Map.of("type", "integer", "minimum", 1));
                List<String> required = new ArrayList<>(List.of("text"));
                McpSchema.JsonSchema input = new McpSchema.JsonSchema("object", properties, required, null, null, null);
                return McpSchema.Tool.builder().name("make_note").description("Makes").inputSchema(input).build();
              }
              McpSchema.Tool list() {
                return McpSchema.Tool.builder().name("list_notes").description("Lists")
                    .inputSchema(schemas.read("list.json")).build();
              }
            }
            """);
    assertEquals(Set.of("text", "size"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"description\":\"What it says\"}",
        read.parameter("make_note", "text"));
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("list_notes").schemaCoverage());
  }

  @Test
  void toolsOfChatApplicationsAreNone() {
    ReadTools read =
        ReadTools.of(
            "src/main/java/Chat.java",
            """
            import org.springframework.ai.tool.annotation.Tool;
            class Chat {
                @Tool(description = "What the time is")
                String time() { return ""; }
            }
            """,
            "src/main/java/Assistant.java",
            """
            import dev.langchain4j.agent.tool.Tool;
            class Assistant {
                @Tool("Adds")
                int add(int a, int b) { return a + b; }
            }
            """);
    assertEquals(List.of(), read.names());
  }

  @Test
  void kotlinCallsAndClasses() {
    ReadTools read =
        ReadTools.of(
            "src/main/kotlin/Notes.kt",
            """
            import io.modelcontextprotocol.kotlin.sdk.server.Server

            fun configure(server: Server) {
                server.addTool(
                    name = "make_note",
                    description = "Makes " +
                        "a note",
                    inputSchema = ToolSchema(
                        properties = buildJsonObject {
                            putJsonObject("text") {
                                put("type", "string")
                                put("description", "The text")
                            }
                        },
                        required = listOf("text"),
                    ),
                ) { request ->
                    CallToolResult(content = listOf(TextContent("made")))
                }
            }

            fun create() = Server("notes").apply {
                addTool(name = "list_notes", description = "Lists") { request -> all() }
            }

            @Serializable
            data class DropArgs(val id: Int, val force: Boolean? = null)

            class DropNoteTool : AbstractMcpTool<DropArgs>(DropArgs.serializer()) {
                override val name: String = "drop_note"
                override val description = \"""
                    Drops a note
                \""".trimIndent()
                override fun handle(args: DropArgs): Response = Response("")
            }
            """);
    assertEquals(Set.of("make_note", "list_notes", "drop_note"), Set.copyOf(read.names()));
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(
        "{\"type\":\"string\",\"description\":\"The text\"}", read.parameter("make_note", "text"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals("Drops a note", read.tool("drop_note").description());
    assertEquals(Set.of("id", "force"), read.parameters("drop_note"));
    assertEquals("[\"id\"]", read.required("drop_note"));
  }

  @Test
  void kotlinHelpersRegisterByTheTypeOfTheInput() {
    ReadTools read =
        ReadTools.of(
            "src/Tools.kt",
            """
            import io.modelcontextprotocol.kotlin.sdk.server.Server

            inline fun <reified I : Any> Server.noteTool(description: String, crossinline run: I.() -> String) {
                val name = I::class.simpleName?.toSnakeCase() ?: error("no name")
                addTool(name = name, description = description, inputSchema = I::class.schema()) { run() }
            }

            inline fun Server.noteTool(name: String, description: String, crossinline run: () -> String) {
                addTool(name = name, description = description, inputSchema = Tool.Input()) { run() }
            }

            inline fun <reified I : Paged> Server.pagedTool(description: String, crossinline run: I.() -> String) {
                noteTool<I>(description, run)
            }

            fun Server.registerTools() {
                noteTool<MakeNote>("Makes a note") { save(text) }
                pagedTool<ListNotes>("Lists notes") { list(page) }
                addTool(name = "Not a name of a tool", description = "", inputSchema = schema()) { }
            }

            interface Paged { val page: Int }

            @Serializable
            data class MakeNote(val text: String, val tag: String?) : Note

            @Serializable
            data class ListNotes(override val page: Int) : Paged
            """);
    assertEquals(List.of("make_note", "list_notes"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text", "tag"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(Set.of("page"), read.parameters("list_notes"));
  }

  @Test
  void kotlinBuildersOfTheSourcesDescribeTheInput() {
    ReadTools read =
        ReadTools.of(
            "src/MakeNoteTool.kt",
            """
            import acme.mcp.tools.AbstractMcpTool

            class MakeNoteTool : AbstractMcpTool() {
                override val name = "make_note"
                override val description = "Makes a note"
                override val inputSchema = Schema.of()
                    .folder(required = true)
                    .intProperty("line", "Where it goes")
                    .enumProperty("kind", "What it is", listOf("short", "long"), required = true)
                    .build()
            }

            class Schema {
                private val properties = mutableMapOf<String, JsonObject>()

                fun folder(required: Boolean = false) = apply {
                    properties["folder"] = buildJsonObject { put("type", "string") }
                    if (required) names.add("folder")
                }

                fun intProperty(name: String, description: String) = apply { properties[name] = any() }
            }
            """);
    assertEquals(Set.of("folder", "line", "kind"), read.parameters("make_note"));
    assertEquals(
        "{\"type\":\"integer\",\"description\":\"Where it goes\"}",
        read.parameter("make_note", "line"));
    assertEquals("[\"folder\",\"kind\"]", read.required("make_note"));
  }

  @Test
  void csharpMethodsAndDelegates() {
    ReadTools read =
        ReadTools.of(
            "Notes.csproj",
            "<Project/>",
            "Notes.cs",
            """
            using ModelContextProtocol.Server;
            using System.ComponentModel;
            namespace Notes;

            [McpServerToolType]
            public sealed class NoteTools(INoteStore store)
            {
                [McpServerTool(Title = "Make", ReadOnly = false), Description("Makes a note")]
                public static async Task<string> MakeNoteAsync(
                    McpServer server, HttpClient http, INoteStore store, Options options,
                    [Description("The text")] string text, int? size = 3, CancellationToken token = default) => "";

                [McpServerTool(Name = "dropNote")]
                [Description("Drops " + "a note")]
                public string Drop(string id) { return id; }
            }

            public record Options(string Colour, int Width);

            static class Program
            {
                static void Main() {
                    builder.Services.AddMcpServer()
                        .WithTools([McpServerTool.Create((string text) => text, new() { Name = "echo", Description = "Says it again" })]);
                }
            }
            """);
    assertEquals(List.of("make_note", "dropNote", "echo"), read.names());
    assertEquals(Set.of("options", "text", "size"), read.parameters("make_note"));
    assertEquals(
        "{\"title\":\"Make\",\"readOnlyHint\":false}",
        read.tool("make_note").annotations().toString());
    assertEquals("Drops a note", read.tool("dropNote").description());
    assertEquals(Set.of("text"), read.parameters("echo"));
  }

  @Test
  void csharpCommandsInTreesOfGroups() {
    ReadTools read =
        ReadTools.of(
            "Notes.csproj",
            "<Project/>",
            "Setup.cs",
            """
            using Notes.Mcp.Core;
            public class NoteSetup {
                public string Name => "note";
                public CommandGroup RegisterCommands(IServiceProvider provider) {
                    var root = new CommandGroup(Name, "Notes");
                    var item = new CommandGroup("item", "Items of notes");
                    root.AddSubGroup(item);
                    item.AddCommand<ItemGetCommand>(provider);
                    return root;
                }
            }
            """,
            "ItemGetCommand.cs",
            """
            [CommandMetadata(Id = "1", Name = "get", Title = "Get", Description = "Gets an item", ReadOnly = true)]
            public sealed class ItemGetCommand(ILogger<ItemGetCommand> logger)
                : BaseCommand<ItemGetOptions, ItemGetCommand.Result>(logger) { }

            public class ItemGetOptions : BaseOptions {
                [Option(Description = "Which item")] public string ItemId { get; set; }
                [OptionContainer(Prefix = "retry")] public RetryOptions? Retry { get; set; }
            }
            public class RetryOptions {
                [Option(Description = "How often")] public int? MaxCount { get; set; }
            }
            """);
    assertEquals(List.of("note_item_get"), read.names());
    assertEquals("Gets an item", read.tool("note_item_get").description());
    assertEquals(Set.of("item-id", "retry-max-count"), read.parameters("note_item_get"));
    assertEquals("[\"item-id\"]", read.required("note_item_get"));
    assertEquals(
        "{\"title\":\"Get\",\"readOnlyHint\":true}",
        read.tool("note_item_get").annotations().toString());
  }

  @Test
  void rustFunctionsAndStructures() {
    ReadTools read =
        ReadTools.of(
            "src/notes.rs",
            """
            use rmcp::{tool, tool_router, handler::server::wrapper::Parameters};

            #[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
            #[serde(rename_all = "camelCase")]
            pub struct MakeNote {
                /// The text
                pub note_text: String,
                #[schemars(description = "How long")]
                pub size: Option<u32>,
                #[serde(rename = "in", default)]
                pub folder: String,
            }

            #[tool_router]
            impl Notes {
                /// Makes a note
                #[tool(annotations(read_only_hint = false))]
                async fn make_note(&self, Parameters(MakeNote { note_text, size, folder }): Parameters<MakeNote>, ctx: RequestContext<RoleServer>) -> Result<String, Error> {
                    Ok(note_text)
                }

                #[tool(name = "count", description = "Counts the notes")]
                fn count(&self) -> String { "0".to_string() }
            }

            #[mcp_tool(name = "drop_note", description = concat!("Drops ", "a note"), destructive_hint = true)]
            #[derive(JsonSchema)]
            pub struct DropNote {
                /// Which one
                pub id: u64,
            }
            """);
    assertEquals(Set.of("make_note", "count", "drop_note"), Set.copyOf(read.names()));
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("noteText", "size", "in"), read.parameters("make_note"));
    assertEquals("[\"noteText\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"integer\",\"description\":\"How long\"}", read.parameter("make_note", "size"));
    assertEquals("Drops a note", read.tool("drop_note").description());
    assertEquals(Set.of(), read.parameters("count"));
    assertEquals("{\"destructiveHint\":true}", read.tool("drop_note").annotations().toString());
  }

  @Test
  void rustParametersAreOfTypesInOtherModules() {
    ReadTools read =
        ReadTools.of(
            "src/server.rs",
            """
            use rmcp::{tool, tool_router, handler::server::wrapper::Parameters};
            #[tool_router]
            impl Notes {
                #[tool(description = "Makes a note")]
                async fn make_note(
                    &self,
                    RequestState(state): RequestState,
                    Parameters(note): Parameters<crate::make_note::NoteInput>,
                ) -> String { String::new() }
            }
            """,
            "src/make_note.rs",
            """
            pub struct NoteInput {
                pub text: String,
            }
            impl NoteInput {
                pub fn is_empty(&self) -> bool { self.text.is_empty() }
            }
            pub fn make_note(input: NoteInput) {}
            """);
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void rustTraitsNameToolsByConstants() {
    ReadTools read =
        ReadTools.of(
            "src/make.rs",
            """
            use crate::mcp::Tool;
            pub struct MakeInput { text: String }
            impl MakeInput { fn words(&self) -> usize { 0 } }
            pub struct MakeNote;
            impl Tool for MakeNote {
                const NAME: &'static str = "make_note";
                const TITLE: &'static str = "Make";
                const DESCRIPTION: &'static str = "Makes a note";
                type RequestArgs = MakeInput;
                fn call(&self, request: Self::RequestArgs) -> Response { Response }
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Make", read.tool("make_note").title());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void rustToolsAreListedAsJsonAndInTables() {
    ReadTools read =
        ReadTools.of(
            "src/mcp.rs",
            """
            use crate::mcp::notes;
            fn list(id: Value) -> Value {
                json!({"id": id, "result": {"tools": vec![
                    json!({
                        "name": "make_note",
                        "description": "Makes a note",
                        "inputSchema": {"type": "object", "properties": {
                            "kind": {"anyOf": [{"type": "string"}, {"type": "null"}]}}}
                    })
                ]}})
            }
            fn prompts() -> Value {
                json!({"prompts": [{"name": "greet", "description": "Greets", "arguments": []}]})
            }
            lazy_static! {
                static ref TABLE: HashMap<&'static str, Entry> = {
                    let mut table = HashMap::new();
                    table.insert("drop_note", Entry {
                        name: "drop_note",
                        description: "Drops a note",
                        input_schema: json!({"type": "object", "properties": {"id": {"type": "string"}}}),
                    });
                    table
                };
            }
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals("Drops a note", read.tool("drop_note").description());
    assertEquals(Set.of("id"), read.parameters("drop_note"));
    assertEquals(
        "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
        read.parameter("make_note", "kind"));
  }

  @Test
  void javaClassesAreTools() {
    ReadTools read =
        ReadTools.of(
            "src/MakeNote.java",
            """
            import notes.mcp.spi.McpTool;
            public class MakeNote implements McpTool {
                @Override public String getName() { return "make_note"; }
                @Override public String getDescription() {
                    String what = "a note";
                    return "Makes " + what;
                }
                @Override public Map<String, Object> getInputSchema() {
                    return Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string")));
                }
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void theBuildOfAJavaServerTellsThatItServesItsTools() {
    String tools =
        """
        import org.springframework.ai.tool.annotation.Tool;
        class Notes {
            @Tool(description = "Makes a note") String makeNote(String text) { return ""; }
        }
        """;
    String server =
        "dependencies { implementation 'org.springframework.ai:spring-ai-starter-mcp-server' }";
    String catalogue = "dependencies { implementation(libs.spring.ai.starter.mcp.server.webmvc) }";
    String chat =
        "dependencies { implementation 'org.springframework.ai:spring-ai-starter-model-openai' }";
    assertEquals(
        List.of("makeNote"), ReadTools.of("build.gradle", server, "src/Notes.java", tools).names());
    assertEquals(
        List.of("makeNote"),
        ReadTools.of("build.gradle.kts", catalogue, "src/Notes.java", tools).names());
    assertEquals(List.of(), ReadTools.of("build.gradle", chat, "src/Notes.java", tools).names());
  }

  @Test
  void kotlinMethodsRegisterNamesWithTheTypeOfTheInput() {
    ReadTools read =
        ReadTools.of(
            "src/Component.kt",
            """
            import io.modelcontextprotocol.kotlin.sdk.server.Server
            abstract class Component {
                inline fun <reified I, reified O> tool(name: String, description: String, noinline run: (I) -> O) {
                    registrations += { server ->
                        server.addTool(Tool(name = name, description = description, inputSchema = schemaOf<I>())) { }
                    }
                }
            }
            """,
            "src/Notes.kt",
            """
            import notes.mcp.Component
            class Notes : Component() {
                @Serializable data class MakeArgs(val text: String)
                init {
                    tool<MakeArgs, String>(name = "make_note", description = "Makes a note") { save(it.text) }
                }
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void commentsOfPartialMethodsInCsharpDescribe() {
    ReadTools read =
        ReadTools.of(
            "Notes.cs",
            """
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public partial class Notes {
              /// <summary>
              /// Makes a note.
              ///   Keeps &lt;it&gt;.
              /// </summary>
              /// <param name="text">What it <b>says</b></param>
              [McpServerTool(Name = Prefix.Of + nameof(MakeNote))]
              public static partial string MakeNote(string text, NoteKind kind);

              /// <summary>Is for readers of the code.</summary>
              [McpServerTool]
              public static string DropNote(string id) => "";
            }
            public static class Prefix { public const string Of = "Notes_"; }
            public enum NoteKind { Short, Long }
            """);
    assertEquals("Makes a note. Keeps <it>.", read.tool("Notes_MakeNote").description());
    assertEquals(
        "{\"type\":\"string\",\"description\":\"What it says\"}",
        read.parameter("Notes_MakeNote", "text"));
    assertEquals("", read.tool("drop_note").description());
  }

  @Test
  void aServerServesTheToolsOfTheLibraryThatItUses() {
    ReadTools read =
        ReadTools.of(
            "src/Notes.Tools/Notes.Tools.csproj",
            "<Project><PropertyGroup><PackageId>Acme.Notes</PackageId></PropertyGroup></Project>",
            "src/Notes.Tools/NoteTools.cs",
            """
            using ModelContextProtocol.Server;
            public class NoteTools {
              [McpServerTool] public static string MakeNote(string text, [Description("How")] NoteKind kind) => "";
            }
            """,
            "src/Notes.Host/Notes.Host.csproj",
            "<Project><ProjectReference Include=\"..\\Notes.Tools\\Notes.Tools.csproj\" /></Project>",
            "src/Notes.Host/Program.cs",
            """
            using ModelContextProtocol.Server;
            builder.Services.AddMcpServer().WithToolsFromAssembly(typeof(NoteTools).Assembly);
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(List.of("Notes.Host"), read.servers());
  }

  @Test
  void rustTypesImplementTools() {
    ReadTools read =
        ReadTools.of(
            "src/make.rs",
            """
            use crate::mcp::{McpTool, ToolContext};
            pub struct MakeNote;
            impl McpTool for MakeNote {
                fn name(&self) -> &'static str {
                    "make_note"
                }
                fn description(&self) -> &'static str {
                    "Makes a note"
                }
                fn input_schema(&self) -> Value {
                    json!({"type": "object", "properties": {"text": {"type": "string"}}})
                }
                async fn run(&self, context: &ToolContext) -> Result<Value> {
                    let name = "not this one";
                    Ok(context.save(name))
                }
            }
            impl Display for MakeNote {
                fn name(&self) -> &str { "nor this" }
                fn description(&self) -> &str { "A display" }
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void rustToolsAreLiterals() {
    ReadTools read =
        ReadTools.of(
            "src/tools.rs",
            """
            use rmcp::model::Tool;
            const DROP: &str = "drop_note";
            #[derive(JsonSchema, Deserialize)]
            struct DropInput {
                /// Which one
                id: String,
            }
            fn tools(hint: &str) -> Vec<Tool> {
                vec![
                    Tool {
                        name: Cow::Borrowed("make_note"),
                        description: Some(Cow::Borrowed("Makes a note")),
                        input_schema: Arc::new(
                            serde_json::from_value(json!({
                                "type": "object",
                                "properties": {"text": {"type": "string"}},
                                "required": ["text"]
                            }))
                            .unwrap_or_default(),
                        ),
                        annotations: None,
                    },
                    Tool::new(DROP, hinted(hint), schema_of_type!(DropInput)),
                ]
            }
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(Set.of("id"), read.parameters("drop_note"));
  }

  @Test
  void phpMethodsAndClasses() {
    ReadTools read =
        ReadTools.of(
            "src/Notes.php",
            """
            <?php
            namespace Notes;
            use PhpMcp\\Server\\Attributes\\McpTool;

            class Notes {
                #[McpTool(name: 'make_note', description: 'Makes a note')]
                public function makeNote(string $text, ?int $size = null): string { return ''; }
            }
            """,
            "src/DropNote.php",
            """
            <?php
            use Laravel\\Mcp\\Server\\Tool;
            class DropNote extends Tool {
                protected string $description = 'Drops a note';
                public function schema(JsonSchema $schema): array {
                    return ['id' => $schema->string()->description('Which one')->required()];
                }
            }
            """);
    assertEquals(Set.of("make_note", "drop-note"), Set.copyOf(read.names()));
    assertEquals(Set.of("text", "size"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals("[\"id\"]", read.required("drop-note"));
    assertEquals(
        "{\"description\":\"Which one\",\"type\":\"string\"}", read.parameter("drop-note", "id"));
  }
}
