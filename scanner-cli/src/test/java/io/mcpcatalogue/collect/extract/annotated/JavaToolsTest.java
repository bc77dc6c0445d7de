package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How Java servers declare tools, and what only looks like it. */
class JavaToolsTest {

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
  void aBuilderThatIsKeptInAVariableIsFilledOverManyLines() {
    ReadTools read =
        ReadTools.of(
            "src/Notes.java",
            """
            import io.modelcontextprotocol.spec.McpSchema;
            class Notes {
              McpSchema.Tool make(boolean isCloud) {
                var builder = SchemaBuilder.forOutput(Note.class)
                    .setName("make_note")
                    .setTitle("Make a note");
                if (isCloud) {
                  builder.setDescription("Makes a note in the cloud")
                      .addStringProperty("folder", "Where to");
                } else {
                  builder.setDescription("Makes a note on this machine");
                }
                builder = builder.addRequiredStringProperty("text", "What it says");
                return builder.setReadOnlyHint().build();
              }
              Request other(Settings settings) {
                var request = Request.builder().name("not_a_tool");
                request.header("a", "b");
                return request.build();
              }
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(
        "Makes a note in the cloud\n\nMakes a note on this machine",
        read.tool("make_note").description());
    assertEquals(Set.of("folder", "text"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals("{\"readOnlyHint\":true}", read.tool("make_note").annotations().toString());
  }

  @Test
  void aToolThatIsBuiltOfWhatIsKnownAtRunTimeIsAGap() {
    String plugins =
        """
        import io.modelcontextprotocol.spec.McpSchema;
        class Plugins {
          McpSchema.Tool make(Plugin plugin) {
            return McpSchema.Tool.builder().name(plugin.name()).description(plugin.text()).build();
          }
          Object prompt(Plugin plugin) {
            return McpSchema.Prompt.builder().name(plugin.name()).description(plugin.text()).build();
          }
        }
        """;
    String built =
        """
        import io.modelcontextprotocol.spec.McpSchema;
        class Notes {
          McpSchema.Tool list = McpSchema.Tool.builder().name("list_notes").description("Lists").build();
        }
        """;
    String types =
        """
        import notes.mcp.spi.McpTool;
        class ListNotes implements McpTool {
          public String getName() { return "list_notes"; }
          public String getDescription() { return "Lists"; }
        }
        """;
    ReadTools open = ReadTools.of("src/Plugins.java", plugins, "src/Notes.java", built);
    assertEquals(List.of("list_notes"), open.names());
    assertEquals(
        List.of("src/Plugins.java:4"), open.gaps().stream().map(gap -> gap.where()).toList());
    ReadTools whole = ReadTools.of("src/Plugins.java", plugins, "src/ListNotes.java", types);
    assertEquals(List.of("list_notes"), whole.names());
    assertEquals(List.of(), whole.gaps());
  }

  @Test
  void whatReadsASchemaIsNone() {
    ReadTools read =
        ReadTools.of(
            "src/Notes.java",
            """
            import io.modelcontextprotocol.spec.McpSchema;
            class Notes {
              McpSchema.Tool make() {
                String schema = Files.read("make_note.json");
                return McpSchema.Tool.builder().name("make_note").description("Makes")
                    .inputSchema(McpJsonMapper.getDefault(), schema).build();
              }
            }
            """);
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("make_note").schemaCoverage());
  }

  @Test
  void aClientOfOtherServersIsNone() {
    String program =
        """
        import org.springframework.ai.tool.ToolCallbackProvider;
        class Application {
          public static void main(String[] args) { SpringApplication.run(Application.class, args); }
        }
        """;
    String built =
        "dependencies { implementation(\"org.springframework.ai:spring-ai-starter-mcp-%s\") }";
    assertEquals(
        List.of(),
        ReadTools.of("build.gradle", built.formatted("client"), "src/Application.java", program)
            .servers());
    assertEquals(
        1,
        ReadTools.of("build.gradle", built.formatted("server"), "src/Application.java", program)
            .servers()
            .size());
  }
}
