package io.mcpcatalogue.collect.extract.ruby;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
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
