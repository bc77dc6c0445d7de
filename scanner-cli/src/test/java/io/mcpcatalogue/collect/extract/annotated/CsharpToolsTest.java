package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands between the tools of C# servers. */
class CsharpToolsTest {

  @Test
  void regionsAndConditionsAreForThePreprocessor() {
    ReadTools read =
        ReadTools.of(
            "Notes.cs",
            """
            using ModelContextProtocol.Server;

            [McpServerToolType]
            public class Notes
            {
                #region Making (all of them)

                [McpServerTool, Description("Makes a note")]
                public string MakeNote(string text) => text;

                #endregion
            #if FULL
                [McpServerTool]
                [Description("Drops a note")]
                public string DropNote(string id) => id;
            #endif
            }
            """);
    assertEquals(List.of("make_note", "drop_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
  }

  @Test
  void attributesOfOtherKitsNameTheToolFirst() {
    ReadTools read =
        ReadTools.of(
            "Notes.cs",
            """
            using Acme.McpPlugin;

            public partial class Notes
            {
                public const string MakeId = "note-make";

                [AcmeTool(MakeId, Title = "Make", ReadOnlyHint = false)]
                [Description("Makes a note")]
                public static string Make([Description("What to write")] string text) => text;

                [Tool("hammer")]
                public void NothingOfTheKind() {}
            }
            """);
    assertEquals(List.of("note-make"), read.names());
    assertEquals("Makes a note", read.tool("note-make").description());
    assertEquals(Set.of("text"), read.parameters("note-make"));
  }
}
