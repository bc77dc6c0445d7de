package io.mcpcatalogue.collect.extract.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How Python servers declare tools, and what only looks like it. */
class PythonExtractorTest {

  private static ReadTools read(String text) {
    return ReadTools.of("notes/server.py", text);
  }

  @Test
  void aDecoratedFunctionIsAToolWithItsNameDocstringAndSignature() {
    ReadTools read =
        read(
            """
            from typing import Annotated, Literal, Optional
            from fastmcp import FastMCP, Context
            from pydantic import Field
            mcp = FastMCP("notes")

            @mcp.tool()
            async def make_note(
                ctx: Context,
                text: str,
                tags: Annotated[list[str], Field(description="Words " "to find it by")] = [],
                size: int = Field(5, ge=1, description="How long"),
                kind: Optional[Literal["a", "b"]] = None,
                *args, **kwargs,
            ) -> str:
                \"""Make a note.

                It stays.
                \"""
            """);
    assertEquals("Make a note.\n\nIt stays.", read.tool("make_note").description());
    assertEquals(Set.of("text", "tags", "size", "kind"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"description\":\"Words to find it by\",\"default\":[]}",
        read.parameter("make_note", "tags"));
    assertEquals(
        "{\"type\":\"integer\",\"minimum\":1,\"description\":\"How long\",\"default\":5}",
        read.parameter("make_note", "size"));
    assertEquals("notes/server.py:7", read.tool("make_note").origin());
    assertEquals(SchemaCoverage.COMPLETE, read.tool("make_note").schemaCoverage());
  }

  @Test
  void aMemberWithAnEmptyNameIsOneLikeAnyOther() {
    ReadTools read =
        read(
            """
            from mcp.server.fastmcp import FastMCP
            mcp = FastMCP("notes")
            TEXTS = dict(**{"": "nothing", "make": "Make a note"})

            @mcp.tool(description=TEXTS["make"])
            def make_note(text: str): ...
            """);
    assertEquals("Make a note", read.tool("make_note").description());
  }

  @Test
  void argumentsOfTheDecoratorComeFirst() {
    ReadTools read =
        read(
            """
            from mcp.server.fastmcp import FastMCP
            from mcp.types import ToolAnnotations
            mcp = FastMCP("notes")
            LIMIT = 10

            @audited("x")
            @mcp.tool(
                name="drop-note",
                description=f"Drops at most {LIMIT} notes" + ".",
                annotations=ToolAnnotations(title="Drop", destructiveHint=True),
            )
            @checked
            def drop(note_id: str): ...
            """);
    assertEquals("Drops at most 10 notes.", read.tool("drop-note").description());
    assertEquals("Drop", read.tool("drop-note").title());
    assertEquals(
        "{\"title\":\"Drop\",\"destructiveHint\":true}",
        read.tool("drop-note").annotations().toString());
  }

  @Test
  void functionsAreRegisteredByCallsFromOtherModules() {
    ReadTools read =
        ReadTools.of(
            "notes/server.py",
            """
            from mcp.server.fastmcp import FastMCP
            from . import actions
            from .handler import Handler
            mcp = FastMCP("notes")
            mcp.tool(name="MakeNote")(actions.make)
            mcp.add_tool(actions.drop, name="drop-note")
            for action in [actions.list_notes, actions.find_note]:
                mcp.add_tool(action)
            Handler(mcp)
            """,
            "notes/actions.py",
            """
            def make(text: str):
                "Makes."
            def drop(note_id: int):
                "Drops."
            def list_notes():
                "Lists."
            def find_note(words: str):
                "Finds."
            """,
            "notes/handler.py",
            """
            from mcp.server.fastmcp import FastMCP
            class Handler:
                def __init__(self, mcp: FastMCP):
                    self.mcp = mcp
                    self.mcp.tool(name="move_note")(self.move)
                def move(self, note_id: int, to: str):
                    "Moves."
            """);
    assertEquals(
        List.of("move_note", "MakeNote", "drop-note", "list_notes", "find_note"), read.names());
    assertEquals("Moves.", read.tool("move_note").description());
    assertEquals(Set.of("note_id", "to"), read.parameters("move_note"));
    assertEquals("Drops.", read.tool("drop-note").description());
  }

  @Test
  void listedToolObjectsAreToolsWithTheSchemaOfTheirModel() {
    ReadTools read =
        read(
            """
            from enum import Enum
            from mcp.server import Server
            from mcp.types import Tool
            from pydantic import BaseModel, Field
            server = Server("notes")

            class Names(str, Enum):
                MAKE = "make_note"

            class Base(BaseModel):
                folder: str = Field(alias="in", description="Where")

            class MakeNote(Base):
                text: str

            @server.list_tools()
            async def list_tools():
                return [
                    Tool(name=Names.MAKE.value, description="Makes", inputSchema=MakeNote.model_json_schema()),
                    Tool(name="drop", description="Drops",
                         inputSchema={"type": "object", "properties": {"id": {"type": "string"}}}),
                ]
            """);
    assertEquals(List.of("make_note", "drop"), read.names());
    assertEquals(Set.of("in", "text"), read.parameters("make_note"));
    assertEquals(Set.of("id"), read.parameters("drop"));
  }

  @Test
  void mountedServersGivePrefixesAndFactoriesUseTheirDefaults() {
    ReadTools read =
        ReadTools.of(
            "notes/main.py",
            """
            from fastmcp import FastMCP
            from .sub import sub
            main = FastMCP("main")
            main.mount(sub, namespace="paper")  # its tools

            def prefixed(namespace):
                if namespace:
                    return namespace + "-"
                else:
                    return ""

            def create(namespace: str = ""):
                server = FastMCP("other")
                prefix = prefixed(namespace)
                @server.tool(name=prefix + "make")
                def make(): ...
                return server
            """,
            "notes/sub.py",
            """
            from fastmcp import FastMCP
            sub = FastMCP("sub")
            @sub.tool
            def fold(): ...
            """);
    assertEquals(List.of("make", "paper_fold"), read.names());
  }

  @Test
  void toolsOfOtherFrameworksAndPromptsAreNone() {
    ReadTools read =
        read(
            """
            from mcp.server.fastmcp import FastMCP
            from pydantic_ai import Agent
            from langchain.tools import tool
            mcp = FastMCP("notes")
            agent = Agent("model")

            @agent.tool
            def inner(x: int): ...

            @tool
            def chained(x: int): ...

            @mcp.prompt()
            def greet(): ...

            @mcp.resource("notes://{id}")
            def note(id: str): ...
            """);
    assertEquals(List.of(), read.names());
  }

  @Test
  void namesThatOnlyTheRunningServerKnowsAreGaps() {
    ReadTools read =
        read(
            """
            from fastmcp import FastMCP
            mcp = FastMCP("notes")
            for operation in api.operations():
                mcp.tool(name=operation.name)(operation.call)
            """);
    assertEquals(List.of(), read.names());
    assertTrue(
        read.gaps().stream().anyMatch(gap -> gap.kind() == Gap.Kind.DYNAMIC),
        () -> read.gaps().toString());
  }

  @Test
  void aRegistryDecoratorOfTheSourcesDeclaresTools() {
    ReadTools read =
        ReadTools.of(
            "notes/registry.py",
            """
            FOUND = []
            def notes_tool(name=None, description=None):
                def decorate(function):
                    FOUND.append({"function": function, "name": name or function.__name__})
                    return function
                return decorate
            """,
            "notes/actions.py",
            """
            from mcp.types import ToolAnnotations
            from notes.registry import notes_tool

            @notes_tool(description="Makes a note")
            def make_note(text: str): ...
            """);
    assertEquals("Makes a note", read.tool("make_note").description());
  }

  @Test
  void aRegistryDecoratorMayBeAClass() {
    ReadTools read =
        ReadTools.of(
            "notes/registry.py",
            """
            from mcp.server.fastmcp import FastMCP

            _registry = {}

            class Tool:
                def __init__(self, name: str, description: str, *, write: bool = False):
                    self.name = name
                    self.description = description

                def __call__(self, function):
                    self._register(function)
                    return function

                def _register(self, function):
                    _registry[self.name] = {"function": function, "description": self.description}

            def serve():
                mcp = FastMCP("notes")
                for name, each in _registry.items():
                    mcp.tool(description=each["description"])(each["function"])
            """,
            "notes/actions.py",
            """
            from .registry import Tool

            @Tool("make_note", "Makes a note", write=True)
            def make(text: str) -> dict:
                return {}
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void classesAreToolsWhereTheirBaseNamesThemByClass() {
    ReadTools read =
        read(
            """
            from mcp.server.fastmcp import FastMCP

            class Tool:
                @classmethod
                def get_name(cls):
                    name = cls.__name__
                    return name.removesuffix("Tool").lower()

            class MakeNoteTool(Tool):
                def apply(self, text: str) -> str:
                    \"""
                    Makes a note.

                    :param text: the text
                    \"""
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note.", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void aHandlerClassPassesTheNameOfItsToolToItsBase() {
    ReadTools read =
        read(
            """
            from mcp.types import Tool
            MAKE = "make_note"

            class Handler:
                def __init__(self, tool_name: str):
                    self.name = tool_name

            class MakeHandler(Handler):
                def __init__(self):
                    super().__init__(MAKE)

                def describe(self):
                    return Tool(name=self.name, description="Makes", inputSchema={"type": "object"})
            """);
    assertEquals(List.of("make_note"), read.names());
  }

  @Test
  void definitionsAreRegisteredOneByOneUnderTheNamesOfTheirFunctions() {
    ReadTools read =
        read(
            """
            from functools import partial, wraps
            from mcp.server.fastmcp import FastMCP

            class Names(Enum):
                MAKE = "make"
                DROP = "drop"

            class Definition[N: Enum]:
                fn: Callable
                description: str
                names: type[N] = Names
                name: str | None = None

                def get_name(self) -> N:
                    return self.names((self.name or self.fn.__name__).lower())

            class ToolDefinition(Definition[Names]):
                pass

            def define_tool(description, *, names):
                def decorator(fn):
                    return ToolDefinition(fn=fn, description=description)
                return decorator

            note_tool = partial(define_tool, names=Names)

            @note_tool(description="Drops a note")
            def drop(context: NoteContext, id: str): ...

            def traced(fn):
                @wraps(fn)
                def wrapper(*args): ...
                return wrapper

            def register(mcp, definitions):
                for definition in definitions:
                    mcp.add_tool(
                        fn=definition.fn,
                        name=definition.get_name().value,
                        description=definition.description,
                    )

            def main():
                def make(text: str): ...
                register(FastMCP("notes"), [ToolDefinition(fn=traced(make), description="Makes a note")])
            """);
    assertEquals(Set.of("drop", "make"), Set.copyOf(read.names()));
    assertEquals("Makes a note", read.tool("make").description());
    assertEquals(Set.of("text"), read.parameters("make"));
    assertEquals(Set.of("id"), read.parameters("drop"));
  }

  @Test
  void operationsOfADescribedInterfaceAreToolsUnderTheNamesThatAreGivenToThem() {
    ReadTools read =
        read(
            """
            from fastmcp import FastMCP
            NAMES = {"makeNote": "make_note", "dropNote": "drop_note"}
            mcp = FastMCP.from_openapi(load("notes"), mcp_names=NAMES)
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("make_note").schemaCoverage());
    assertEquals(
        Gap.Kind.DYNAMIC,
        read("from fastmcp import FastMCP\nmcp = FastMCP.from_openapi(load('notes'))\n")
            .gaps()
            .get(0)
            .kind());
  }

  @Test
  void marksOfTheFrameworkAreToolsAndPromptsMadeOfFunctionsAreNone() {
    ReadTools read =
        read(
            """
            from fastmcp.tools import tool
            from fastmcp.prompts import Prompt

            class NoteTools:
                @tool(name="make_note", input_model=MakeInput)
                async def make(self, args):
                    \"""Makes a note.\"""

            class MakeInput(BaseModel):
                text: str

            greeting = Prompt.from_function(greet, name="greeting")
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void brokenSourcesAreReadAsFarAsTheyGo() {
    String deep = "x = " + "(".repeat(100_000) + "\n";
    ReadTools read =
        read(
            """
            from fastmcp import FastMCP
            mcp = FastMCP("notes")
            def broken(:
            @mcp.tool
            def make(text: str): "Makes"
            """
                + deep);
    assertEquals(List.of("make"), read.names());
  }

  @Test
  void functionsThatAreNamedAtRunTimeHaveNoNameOfTheirOwn() {
    ReadTools read =
        ReadTools.of(
            "server.py",
            """
            from mcp.server.fastmcp import FastMCP
            mcp = FastMCP("notes")

            def make(kind):
                def stub(text: str) -> str:
                    return text
                return stub

            drop = make("drop")
            drop.__name__ = "drop_note"
            mcp.tool()(drop)
            for kind in load():
                each = make(kind)
                each.__name__ = kind.name
                mcp.tool()(each)
            """);
    assertEquals(List.of("drop_note"), read.names());
    assertEquals(1, read.gaps().size());
  }

  @Test
  void aTextThatEndsWithinABraceCostsNothingElse() {
    ReadTools read =
        ReadTools.of(
            "server.py",
            """
            from mcp.server.fastmcp import FastMCP
            mcp = FastMCP("notes")
            broken = f"{"

            @mcp.tool(description="Makes a note")
            def make_note(text: str) -> str:
                raise ValueError(f"'{"text" if text else "none"}' is not set")
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(List.of(), read.gaps());
  }

  @Test
  void classesAndListsThatAreToolsStandInWhereRegistrationsCannotBeFollowed() {
    ReadTools read =
        ReadTools.of(
            "base.py",
            "class Tool:\n    name: str\n    description: str\n",
            "notes.py",
            """
            from pydantic import BaseModel, Field
            from base import Tool

            class MakeInput(BaseModel):
                text: str = Field(description="The text")

            class MakeNoteTool(Tool):
                def __init__(self, client):
                    super().__init__(name="make_note", description="Makes a note",
                        input_schema=MakeInput, function=self.make)

            def drop_note(id: str):
                'Drops a note'

            READ_TOOLS = []
            ALL_TOOLS = READ_TOOLS + [drop_note]
            OTHERS = [len]
            """,
            "server.py",
            """
            from mcp.server.fastmcp import FastMCP
            mcp = FastMCP("notes")
            for tool in prepare(configuration()):
                mcp.add_tool(tool)
            """);
    assertEquals(Set.of("make_note", "drop_note"), Set.copyOf(read.names()));
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals("Drops a note", read.tool("drop_note").description());
  }

  @Test
  void theExamplesOfAServerAreAServerOfTheirOwn() {
    String server =
        """
        from mcp.server.fastmcp import FastMCP
        mcp = FastMCP("notes")

        @mcp.tool()
        def make_note(text: str) -> str:
            'Makes NAME'

        @mcp.tool()
        def OTHER(id: str) -> str:
            'Other'
        """;
    ReadTools read =
        ReadTools.of(
            "pyproject.toml",
            "[project]\nname = \"notes\"\n",
            "examples/small.py",
            server.replace("NAME", "an example").replace("OTHER", "show_example"),
            "notes/server.py",
            server.replace("NAME", "a note").replace("OTHER", "drop_note"));
    assertEquals(List.of("notes", "notes examples"), read.servers());
    assertEquals(List.of("make_note", "drop_note", "make_note", "show_example"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals("Makes an example", read.tools().get(2).description());
    assertEquals(List.of(), read.gaps());
    assertEquals(
        List.of("examples"),
        ReadTools.of("examples/small.py", server).facts().stream().map(Fact::value).toList());
  }

  @Test
  void markedFunctionsStandInFunctionsAndBranches() {
    ReadTools read =
        read(
            """
            from fastmcp import FastMCP
            from fastmcp.tools import tool

            if ENABLED:
                @tool
                def make_note(text: str):
                    "Makes a note"

            def provider():
                @tool(name="drop_note")
                def drop(id: str):
                    "Drops a note"

                @tool
                def show_note(id: str):
                    "Shows a note"
                return [drop, show_note]

            mcp = FastMCP("notes", providers=[provider()])
            """);
    assertEquals(Set.of("make_note", "drop_note", "show_note"), Set.copyOf(read.names()));
  }
}
