package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How Rust servers declare tools. */
class RustToolsTest {

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
  void rustToolsAreDescribedToARegistryOfTheSources() {
    ReadTools read =
        ReadTools.of(
            "src/mcp.rs",
            """
            fn handle(method: &str) -> Value {
                match method {
                    "initialize" => json!({"serverInfo": {"name": "notes"}}),
                    "tools/list" => json!({"tools": registry.list_tools()}),
                    _ => Value::Null,
                }
            }
            """,
            "src/tools/make.rs",
            """
            pub fn register(registry: &mut ToolRegistry) {
                registry.register(
                    "make_note",
                    "Makes a note",
                    serde_json::json!({"type": "object", "properties": {"text": {"type": "string"}}}),
                    |client, params| async move { client.make(params).await },
                );
                client.send("notes", "Makes a note", json!({"text": "properties"}));
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void whatARustHelperMakesOfParametersIsNotPassedOffAsNone() {
    ReadTools read =
        ReadTools.of(
            "src/mcp.rs",
            """
            use rmcp::model::Tool;
            #[derive(JsonSchema, Deserialize)]
            struct DropInput {
                id: String,
            }
            fn get_schema<T: JsonSchema>() -> ToolSchema {
                ToolSchema { properties: to_value(schema_for!(T)).get("properties").cloned() }
            }
            fn definition(name: &str, description: &str, params: &[(&str, &str)]) -> Value {
                let properties = params.iter().map(|each| described(each)).collect::<Map>();
                json!({
                    "name": name,
                    "description": description,
                    "inputSchema": {"type": "object", "properties": properties}
                })
            }
            fn tools() -> Vec<Value> {
                vec![
                    definition("make_note", "Makes a note", &[("text", "string")]),
                    Tool {
                        name: "drop_note".to_string(),
                        description: "Drops a note".to_string(),
                        input_schema: Some(get_schema::<DropInput>()),
                    },
                ]
            }
            """);
    assertEquals(SchemaCoverage.PARTIAL, read.tool("make_note").schemaCoverage());
    assertEquals(SchemaCoverage.COMPLETE, read.tool("drop_note").schemaCoverage());
    assertEquals(Set.of("id"), read.parameters("drop_note"));
  }
}
