package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How C# servers declare tools, and what stands between them. */
class CsharpToolsTest {

  /** What a server declares in one file. */
  private static ReadTools readNotes(String text) {
    return ReadTools.of("Notes.csproj", "<Project/>", "Notes.cs", text);
  }

  @Test
  void csharpMethodsAndDelegates() {
    ReadTools read =
        readNotes(
            """
            using ModelContextProtocol.Server;
            using System.ComponentModel;
            namespace Notes;

            [McpServerToolType]
            public sealed class NoteTools(INoteStore store)
            {
                [McpServerTool(Title = "Make", ReadOnly = false), Description("Makes a note")]
                public static async Task<string> MakeNoteAsync(
                    McpServer server, HttpClient http, INoteStore store, Options options,
                    [Description("The text")] string text, int? size = 3, CancellationToken token = default) => "";

                [McpServerTool(Name = "dropNote")]
                [Description("Drops " + "a note")]
                public string Drop(string id) { return id; }
            }

            public record Options(string Colour, int Width);

            static class Program
            {
                static void Main() {
                    builder.Services.AddMcpServer()
                        .WithTools([McpServerTool.Create((string text) => text, new() { Name = "echo", Description = "Says it again" })]);
                }
            }
            """);
    assertEquals(List.of("make_note", "dropNote", "echo"), read.names());
    assertEquals(Set.of("options", "text", "size"), read.parameters("make_note"));
    assertEquals(
        "{\"title\":\"Make\",\"readOnlyHint\":false}",
        read.tool("make_note").annotations().toString());
    assertEquals("Drops a note", read.tool("dropNote").description());
    assertEquals(Set.of("text"), read.parameters("echo"));
  }

  @Test
  void csharpCommandsInTreesOfGroups() {
    ReadTools read =
        ReadTools.of(
            "Notes.csproj",
            "<Project/>",
            "Setup.cs",
            """
            using Notes.Mcp.Core;
            public class NoteSetup {
                public string Name => "note";
                public CommandGroup RegisterCommands(IServiceProvider provider) {
                    var root = new CommandGroup(Name, "Notes");
                    var item = new CommandGroup("item", "Items of notes");
                    root.AddSubGroup(item);
                    item.AddCommand<ItemGetCommand>(provider);
                    return root;
                }
            }
            """,
            "ItemGetCommand.cs",
            """
            [CommandMetadata(Id = "1", Name = "get", Title = "Get", Description = "Gets an item", ReadOnly = true)]
            public sealed class ItemGetCommand(ILogger<ItemGetCommand> logger)
                : BaseCommand<ItemGetOptions, ItemGetCommand.Result>(logger) { }

            public class ItemGetOptions : BaseOptions {
                [Option(Description = "Which item")] public string ItemId { get; set; }
                [OptionContainer(Prefix = "retry")] public RetryOptions? Retry { get; set; }
            }
            public class RetryOptions {
                [Option(Description = "How often")] public int? MaxCount { get; set; }
            }
            """);
    assertEquals(List.of("note_item_get"), read.names());
    assertEquals("Gets an item", read.tool("note_item_get").description());
    assertEquals(Set.of("item-id", "retry-max-count"), read.parameters("note_item_get"));
    assertEquals("[\"item-id\"]", read.required("note_item_get"));
    assertEquals(
        "{\"title\":\"Get\",\"readOnlyHint\":true}",
        read.tool("note_item_get").annotations().toString());
  }

  @Test
  void commentsOfPartialMethodsInCsharpDescribe() {
    ReadTools read =
        ReadTools.of(
            "Notes.cs",
            """
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public partial class Notes {
              /// <summary>
              /// Makes a note.
              ///   Keeps &lt;it&gt;.
              /// </summary>
              /// <param name="text">What it <b>says</b></param>
              [McpServerTool(Name = Prefix.Of + nameof(MakeNote))]
              public static partial string MakeNote(string text, NoteKind kind);

              /// <summary>Is for readers of the code.</summary>
              [McpServerTool]
              public static string DropNote(string id) => "";
            }
            public static class Prefix { public const string Of = "Notes_"; }
            public enum NoteKind { Short, Long }
            """);
    assertEquals("Makes a note. Keeps <it>.", read.tool("Notes_MakeNote").description());
    assertEquals(
        "{\"type\":\"string\",\"description\":\"What it says\"}",
        read.parameter("Notes_MakeNote", "text"));
    assertEquals("", read.tool("drop_note").description());
  }

  @Test
  void aServerServesTheToolsOfTheLibraryThatItUses() {
    ReadTools read =
        ReadTools.of(
            "src/Notes.Tools/Notes.Tools.csproj",
            "<Project><PropertyGroup><PackageId>Acme.Notes</PackageId></PropertyGroup></Project>",
            "src/Notes.Tools/NoteTools.cs",
            """
            using ModelContextProtocol.Server;
            public class NoteTools {
              [McpServerTool] public static string MakeNote(string text, [Description("How")] NoteKind kind) => "";
            }
            """,
            "src/Notes.Host/Notes.Host.csproj",
            "<Project><ProjectReference Include=\"..\\Notes.Tools\\Notes.Tools.csproj\" /></Project>",
            "src/Notes.Host/Program.cs",
            """
            using ModelContextProtocol.Server;
            builder.Services.AddMcpServer().WithToolsFromAssembly(typeof(NoteTools).Assembly);
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(List.of("Notes.Host"), read.servers());
  }

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
  void methodsReturnObjects() {
    ReadTools read =
        readNotes(
            """
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public static class Notes
            {
                [McpServerTool, Description("Makes a note")]
                public static object MakeNote([Description("What to write")] string text) => new { text };
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals(Set.of("text"), read.parameters("make_note"));
  }

  @Test
  void schemasAreTextsOrObjectsThatAreMadeIntoJson() {
    ReadTools read =
        readNotes(
            """
            using ModelContextProtocol.Server;
            public class DropNote : INoteTool
            {
                public string Name => "drop_note";
                public string Description => "Drops a note";
                public JsonElement InputSchema => JsonSerializer.Deserialize<JsonElement>(@"{
                    ""type"": ""object"", ""properties"": { ""id"": { ""type"": ""string"" } } }", options);
            }
            public class FindNote : INoteTool
            {
                public string Name => "find_note";
                public string Description => "Finds a note";
                public JsonElement InputSchema { get; } = JsonDocument.Parse(
                    @"{ ""type"": ""object"", ""properties"": { ""text"": { ""type"": ""string"" } } }").RootElement.Clone();
            }
            public class MakeNote : INoteTool
            {
                public string Name => "make_note";
                public string Description => "Makes a note";
                public object InputSchema => new
                {
                    type = "object",
                    properties = new { text = new { type = "string", description = "What to write" } },
                    required = new[] { "text" }
                };
            }
            public class MoveNote : INoteTool
            {
                public string Name => "move_note";
                public string Description => "Moves a note";
                public JsonElement GetInputSchema()
                {
                    var schema = new { type = "object", properties = new { folder = new { type = "string" } } };
                    return JsonSerializer.SerializeToElement(schema);
                }
            }
            public class NumberNote : INoteTool
            {
                public string Name => "number_note";
                public string Description => "Numbers a note";
                public JsonElement InputSchema => JsonDocument.Parse(File.ReadAllText("number.json")).RootElement;
            }
            """);
    assertEquals(Set.of("id"), read.parameters("drop_note"));
    assertEquals(Set.of("text"), read.parameters("find_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals(
        "{\"type\":\"string\",\"description\":\"What to write\"}",
        read.parameter("make_note", "text"));
    assertEquals(Set.of("folder"), read.parameters("move_note"));
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("number_note").schemaCoverage());
  }

  @Test
  void oneMemberOfAToolSaysItAll() {
    ReadTools read =
        ReadTools.of(
            "Notes.csproj",
            "<Project/>",
            "MakeNote.cs",
            """
            using ModelContextProtocol.Protocol;
            public sealed class MakeNote : IMcpTool
            {
                public McpToolDefinition Definition => new()
                {
                    Name = "make_note",
                    Description = "Makes a note",
                    InputSchema = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "string" } }
                    }
                };
            }
            public sealed class Shelf : IMcpTool
            {
                public Label Definition => new() { Name = "shelf", Description = "Holds notes" };
            }
            """);
    assertEquals(List.of("make_note"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
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
