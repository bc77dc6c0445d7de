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
}
