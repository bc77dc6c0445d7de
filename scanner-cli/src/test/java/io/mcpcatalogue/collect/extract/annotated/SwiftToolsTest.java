package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How Swift servers declare tools. */
class SwiftToolsTest {

  private static ReadTools read(String text) {
    return ReadTools.of(
        "Package.swift", "// swift-tools-version: 6.0\n", "Sources/Notes.swift", text);
  }

  @Test
  void schemasAreValuesOfTheKit() {
    ReadTools read =
        read(
            """
            import MCP

            let makeNote = Tool(
              name: "make_note",
              description: "Makes a note",
              inputSchema: .object([
                "type": .string("object"),
                "properties": .object([
                  "text": .object(["type": .string("string"), "description": .string("What it says")]),
                  "size": .object(["type": "integer", "minimum": .int(1)]),
                ]),
                "required": .array([.string("text")])
              ])
            )
            let listNotes = Tool(name: "list_notes", description: "Lists notes",
              inputSchema: .object(["type": .string("object"), "properties": .object([:])]))
            """);
    assertEquals(
        "{\"type\":\"string\",\"description\":\"What it says\"}",
        read.parameter("make_note", "text"));
    assertEquals("{\"type\":\"integer\",\"minimum\":1}", read.parameter("make_note", "size"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
    assertEquals(Set.of(), read.parameters("list_notes"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("list_notes").schemaCoverage());
  }

  @Test
  void schemasAreBuiltOfNamedParts() {
    ReadTools read =
        read(
            """
            import JSONSchema
            import MCP

            final class Notes: Service {
              var tools: [Tool] {
                Tool(
                  name: "find_notes",
                  description: "Finds notes",
                  inputSchema: .object(
                    properties: [
                      "from": .string(description: "The first day", format: .date),
                      "words": .array(description: "What to find", items: .string()),
                    ],
                    required: ["from"],
                    additionalProperties: false
                  ),
                  annotations: .init(title: "Find notes", readOnlyHint: true)
                ) { arguments in
                  return []
                }
                Tool(name: "change_note", description: "Changes a note",
                  inputSchema: .object(properties: ["id": .string()].merging(fields) { new, _ in new }))
                Tool(name: "count_notes", description: "Counts notes", inputSchema: .object(properties: [:])) { _ in 0 }
              }
            }
            """);
    assertEquals(Set.of("from", "words"), read.parameters("find_notes"));
    assertEquals(
        "{\"type\":\"array\",\"description\":\"What to find\",\"items\":{\"type\":\"string\"}}",
        read.parameter("find_notes", "words"));
    assertEquals("[\"from\"]", read.required("find_notes"));
    assertEquals(
        "{\"title\":\"Find notes\",\"readOnlyHint\":true}",
        read.tool("find_notes").annotations().toString());
    assertEquals(SchemaCoverage.PARTIAL, read.tool("change_note").schemaCoverage());
    assertEquals(Set.of(), read.parameters("count_notes"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("count_notes").schemaCoverage());
  }

  @Test
  void typesAreToolsByTheirProperties() {
    ReadTools read =
        read(
            """
            import MCP

            public struct MakeNoteTool: MCPTool {
              public let name = "make_note"

              public var description: String {
                "Makes a note"
              }

              public var inputSchema: Value {
                SchemaBuilder.object(
                  properties: ["text": SchemaBuilder.string(description: "What it says")],
                  required: ["text"])
              }
            }

            struct DropNoteTool: MCPTool {
              let name = "drop_note"
              var description: String { texts.find(name) }
              var inputSchema: Value {
                get { return .object(["type": "object", "properties": .object(["id": .object(["type": "string"])])]) }
              }
            }
            """);
    assertEquals(Set.of("make_note", "drop_note"), Set.copyOf(read.names()));
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(Set.of("id"), read.parameters("drop_note"));
  }
}
