package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How Kotlin servers declare tools. */
class KotlinToolsTest {

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
  void kotlinToolsAreAddedWithTheTypeOfTheirInput() {
    ReadTools read =
        ReadTools.of(
            "Notes.kt",
            """
            import com.example.notes.mcp.ToolProvider
            @Serializable data class MakeNote(val text: String, val color: String = "red")
            fun registerTools(provider: ToolProvider) {
              provider.addTool<MakeNote>(name = "make_note", description = "Makes a note") { run(it) }
              provider.addTool<Elsewhere>(name = "drop_note", description = "Drops a note") { run(it) }
            }
            """);
    assertEquals(Set.of("text", "color"), read.parameters("make_note"));
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("drop_note").schemaCoverage());
  }

  @Test
  void kotlinServersThatAnswerThemselvesNeedNoImport() {
    ReadTools read =
        ReadTools.of(
            "McpServer.kt",
            """
            package com.example.mcp
            import com.example.mcp.McpProtocol
            fun handle(method: String) = when (method) {
              "initialize" -> buildJsonObject { putJsonObject("serverInfo") { put("name", "notes") } }
              "tools/list" -> listTools()
              else -> null
            }
            """,
            "MakeNoteTool.kt",
            """
            package com.example.tools
            import com.example.server.HubTool
            class MakeNoteTool : HubTool {
              override val name = "make_note"
              override val description = "Makes a note"
              override val inputSchema = buildJsonObject { put("type", "object") }
            }
            """);
    assertEquals(List.of("make_note"), read.names());
  }
}
