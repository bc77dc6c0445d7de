package io.mcpcatalogue.collect.extract.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Python functions that become tools by way of another framework or of the sources' own helpers.
 */
class WrappedToolsTest {

  @Test
  void listsOfWrappedFunctionsThatAreConverted() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\ndependencies = [\"mcp\"]\n",
            "notes/server.py",
            """
            from mcp.server.lowlevel import Server
            from framework import FunctionTool, converted

            def make_note(text: str) -> str:
                'Makes a note'

            def drop_note(id: str) -> str:
                'Drops a note'

            dropping = FunctionTool(drop_note)
            dropping.description = "Drops a note for good"
            tools = [FunctionTool(make_note), dropping]
            app = Server(name="notes")

            @app.list_tools()
            async def list_tools():
                return [converted(tool) for tool in tools]
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals("Drops a note for good", read.tool("drop_note").description());
    assertEquals(Set.of("id"), read.parameters("drop_note"));
  }

  @Test
  void rowsThatNameTheirFunctions() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\ndependencies = [\"fastmcp\"]\n",
            "notes/making.py",
            """
            def get_all_functions() -> list[tuple]:
                return [
                    (make, "make_note", "Makes a note", False),
                    (drop, "drop_note", "Drops a note", False),
                ]

            async def make(text: str) -> str:
                return text

            async def drop(id: str) -> str:
                return id
            """,
            "notes/main.py",
            """
            from fastmcp import FastMCP
            from fastmcp.tools import Tool
            from notes.making import get_all_functions

            app = FastMCP("notes")

            def main(apis: list[str]) -> None:
                for api in apis:
                    for func, name, description, *_ in KNOWN[api]():
                        app.add_tool(Tool.from_function(func, name=name, description=description))
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals("Drops a note", read.tool("drop_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void tablesOfFunctions() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\ndependencies = [\"mcp\"]\n",
            "notes/main.py",
            """
            from mcp.server.fastmcp import FastMCP

            def make_note(text: str) -> str:
                'Makes a note'

            tools_definition = [{"func": make_note, "internal": False}]
            server = FastMCP("notes")
            for tool in filtered(tools_definition):
                server.tool(name=tool.name)(tool.func)
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
  }

  @Test
  void toolsThatAreGivenToADecorator() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\ndependencies = [\"mcp\"]\n",
            "notes/tools.py",
            """
            from mcp import types
            from . import registry

            class Tools:
                @registry.described(
                    types.Tool(
                        name="make_note",
                        description="Makes a note",
                        inputSchema={"type": "object", "properties": {"text": {"type": "string"}}},
                    )
                )
                async def make(self, **kwargs):
                    return []
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void aBaseMakesAToolOfEachClass() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\ndependencies = [\"mcp\"]\n",
            "notes/server.py",
            """
            import mcp.types as types
            from mcp.server import Server
            from pydantic import BaseModel, Field

            server = Server("notes")

            class ToolModel(BaseModel):
                @classmethod
                def as_tool(cls):
                    return types.Tool(
                        name="Note" + cls.__name__,
                        description=cls.__doc__,
                        inputSchema=cls.model_json_schema(),
                    )

            class Make(ToolModel):
                'Makes a note'
                text: str = Field(description="What to write")

            @server.list_tools()
            async def list_tools():
                return [Make.as_tool()]
            """);
    assertEquals(List.of("NoteMake"), read.names());
    assertEquals("Makes a note", read.tool("NoteMake").description());
    assertEquals(Set.of("text"), read.parameters("NoteMake"));
  }

  @Test
  void aToolIsMadeOfEachDefinition() {
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\n",
            "notes/definitions.py",
            """
            from dataclasses import dataclass

            @dataclass(frozen=True)
            class Definition:
                name: str
                description: str
                input_schema: dict

            MAKE = Definition(
                name="make_note",
                description="Makes a note",
                input_schema={"type": "object", "properties": {"text": {"type": "string"}}},
            )
            DROP = Definition("drop_note", "Drops a note", {"type": "object", "properties": {}})
            DEFINITIONS: tuple[Definition, ...] = (MAKE, DROP)
            MORE = {
                "find_note": {"text": "Finds a note", "schema": {"type": "object", "properties": {}}},
            }
            """,
            "notes/server.py",
            """
            import mcp.types as types
            from mcp.server.lowlevel import Server
            from notes.definitions import DEFINITIONS, MORE, Definition

            server = Server("notes")

            def to_tool(definition: Definition) -> types.Tool:
                return types.Tool(
                    name=definition.name,
                    description=definition.description,
                    inputSchema=definition.input_schema,
                )

            @server.list_tools()
            async def list_tools():
                return [to_tool(definition) for definition in DEFINITIONS] + [
                    types.Tool(name=name, description=each["text"], inputSchema=each["schema"])
                    for name, each in MORE.items()
                    if is_enabled(name)
                ]
            """);
    assertEquals(List.of("make_note", "drop_note", "find_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals("Finds a note", read.tool("find_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals(List.of(), read.gaps());
  }

  @Test
  void helpersPassOnWhateverTheyAreGivenByName() {
    ReadTools read =
        ReadTools.of(
            "server.py",
            """
            from fastmcp import FastMCP
            mcp = FastMCP("notes")

            def register(server, function, *, enabled, **settings):
                if enabled:
                    server.tool(**settings)(function)

            def make(text: str): ...

            register(mcp, make, enabled=True, name="make_note", description="Makes a note")
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void theFunctionOfAToolIsNoUnknownOne() {
    ReadTools read =
        ReadTools.of(
            "server.py",
            """
            from fastmcp import FastMCP
            from fastmcp.tools.tool import Tool
            from notes import make_note
            mcp = FastMCP("notes")
            MakeNote = Tool.from_function(make_note, name="make_note", description="Makes a note")
            mcp.add_tool(MakeNote.fn)
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(List.of(), read.gaps());
  }
}
