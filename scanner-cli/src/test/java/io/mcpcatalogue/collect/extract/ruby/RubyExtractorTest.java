package io.mcpcatalogue.collect.extract.ruby;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How Ruby servers declare tools, and what only looks like it. */
class RubyExtractorTest {

  private static ReadTools read(String text) {
    return ReadTools.of("Gemfile", "gem 'mcp'\n", "lib/tools.rb", text);
  }

  @Test
  void classesOfTheOfficialKit() {
    ReadTools read =
        read(
            """
            KINDS = %w[short long].freeze

            class MakeNote < MCP::Tool
              title "Make a note"
              description <<~TEXT
                Makes a note.
                It stays.
              TEXT
              input_schema(
                properties: {
                  text: { type: "string", description: "What it " "says" },
                  "kind" => { type: :string, enum: KINDS }
                },
                required: ["text"]
              )
              annotations read_only_hint: false, destructive_hint: true

              def self.call(text:, kind: nil)
                description = "not this one"
              end
            end

            class NoteTool < MCP::Tool
            end

            class DropNotes < NoteTool
              tool_name "drop"
              description "Drops " + "notes"
            end

            class Report < MCP::Prompt
              description "Reports"
            end
            """);
    assertEquals(List.of("make_note", "drop"), read.names());
    assertEquals("Makes a note.\nIt stays.", read.tool("make_note").description());
    assertEquals("Make a note", read.tool("make_note").title());
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"enum\":[\"short\",\"long\"]}", read.parameter("make_note", "kind"));
    assertEquals(
        "{\"readOnlyHint\":false,\"destructiveHint\":true}",
        read.tool("make_note").annotations().toString());
    assertEquals("Drops notes", read.tool("drop").description());
  }

  @Test
  void toolsAreDefinedByCalls() {
    ReadTools read =
        read(
            """
            tool = MCP::Tool.define(
              name: "make_note",
              description: "Makes a note",
              input_schema: { properties: { text: { type: "string" } }, required: ["text"] },
              annotations: { read_only_hint: true }
            ) { |text:| save(text) }

            server.define_tool(name: "list_notes", description: "Lists #{KIND} notes") do
              list
            end
            """);
    assertEquals(List.of("make_note", "list_notes"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
    assertEquals("{\"readOnlyHint\":true}", read.tool("make_note").annotations().toString());
  }

  @Test
  void aCatalogueOfWhichToolsAreDefinedOneByOne() {
    ReadTools read =
        read(
            """
            input_schema = inputSchema = {}

            class Catalogue
              def entries
                [
                  tool_entry(
                    name: 'make_note',
                    description: 'Makes a note ' \\
                                 'of a text',
                    annotations: { read_only_hint: false },
                    input_schema: { type: 'object', properties: { text: text_schema, tag: tag_schema(1) } }
                  ),
                  { name: 'list_notes', description: 'Lists notes', input_schema: {} }
                ]
              end

              def tool_entry(name:, description:, annotations:, input_schema:)
              end

              def text_schema
                { type: 'string' }
              end

              def tag_schema(size)
                { type: 'string' }
              end
            end

            class Server
              def tools(entries)
                entries.map { |entry| MCP::Tool.define(name: entry[:name], input_schema: entry[:input_schema]) }
              end
            end
            """);
    assertEquals(List.of("make_note", "list_notes"), read.names());
    assertEquals("Makes a note of a text", read.tool("make_note").description());
    assertEquals("{\"type\":\"string\"}", read.parameter("make_note", "text"));
    assertEquals(SchemaCoverage.PARTIAL, read.tool("make_note").schemaCoverage());
    assertEquals("{\"readOnlyHint\":false}", read.tool("make_note").annotations().toString());
    assertEquals(1, read.gaps().size());
  }

  @Test
  void aBaseMayBeNamedFromTheRootAndKeysAreNoCalls() {
    ReadTools read =
        read(
            """
            module Notes
              class MakeNote < ::MCP::Tool
                description "Makes a note"
                input_schema(
                  properties: {
                    text: {
                      type: "string",
                      description: "What it says"
                    }
                  }
                )
              end
            end
            """);
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void whatIsSentToAModelIsNoToolOfAServerWhoseToolsAreKnown() {
    ReadTools read =
        read(
            """
            class MakeNote < MCP::Tool
              description "Makes a note"
            end

            ask(tools: [{ name: "remember_it", description: "Remembers", input_schema: {} }])
            """);
    assertEquals(List.of("make_note"), read.names());
  }

  @Test
  void constantsThatDoubleOthersAreReadWithinBounds() {
    StringBuilder doubling = new StringBuilder("A0 = { type: 'string' }\n");
    for (int i = 1; i < 60; i++) {
      int before = i - 1;
      String row = ("A" + before + ", ").repeat(20);
      doubling.append("A%d = [%s]\n".formatted(i, row));
    }
    ReadTools read =
        read(
            doubling
                + "MCP::Server.new.define_tool(name: 'make_note', description: 'Makes', input_schema: A59)\n");
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Gap.Kind.LIMIT, read.gaps().get(0).kind());
  }

  @Test
  void argumentsAreRules() {
    ReadTools read =
        read(
            """
            module Notes
              class MakeNote < ApplicationTool
                description "Makes a note"

                arguments do
                  required(:text).filled(:string).description("What it says")
                  optional(:tags).array(:string)
                  optional(:owner).hash do
                    required(:name).filled(:string)
                  end
                  optional(:size).maybe(:integer, gteq?: 1)
                  optional(:token).filled(:string).hidden
                end

                def call(text:)
                end
              end

              class ApplicationTool < FastMcp::Tool
              end
            end
            """);
    assertEquals(List.of("MakeNote"), read.names());
    assertEquals(Set.of("text", "tags", "owner", "size"), read.parameters("MakeNote"));
    assertEquals("[\"text\"]", read.required("MakeNote"));
    assertEquals(
        "{\"type\":\"string\",\"description\":\"What it says\"}",
        read.parameter("MakeNote", "text"));
    assertEquals("{\"type\":\"integer\"}", read.parameter("MakeNote", "size"));
  }

  @Test
  void brokenSourcesAreReadAsFarAsTheyGo() {
    ReadTools read =
        read(
            "class Deep < MCP::Tool\n  description "
                + "[".repeat(50_000)
                + "\nend\nclass MakeNote < MCP::Tool\n  description 'Makes'\n");
    assertEquals(List.of("make_note"), read.names());
  }
}
