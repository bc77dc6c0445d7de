package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How PHP servers declare tools: by attributes, classes, and arrays in the old spelling and the
 * new.
 */
class PhpToolsTest {

  @Test
  void phpMethodsAndClasses() {
    ReadTools read =
        ReadTools.of(
            "src/Notes.php",
            """
            <?php
            namespace Notes;
            use PhpMcp\\Server\\Attributes\\McpTool;

            class Notes {
                #[McpTool(name: 'make_note', description: 'Makes a note')]
                public function makeNote(string $text, ?int $size = null): string { return ''; }
            }
            """,
            "src/DropNote.php",
            """
            <?php
            use Laravel\\Mcp\\Server\\Tool;
            class DropNote extends Tool {
                protected string $description = 'Drops a note';
                public function schema(JsonSchema $schema): array {
                    return ['id' => $schema->string()->description('Which one')->required()];
                }
            }
            """);
    assertEquals(Set.of("make_note", "drop-note"), Set.copyOf(read.names()));
    assertEquals(Set.of("text", "size"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals("[\"id\"]", read.required("drop-note"));
    assertEquals(
        "{\"description\":\"Which one\",\"type\":\"string\"}", read.parameter("drop-note", "id"));
  }

  @Test
  void arraysThatAreRegistered() {
    ReadTools read =
        ReadTools.of(
            "composer.json",
            "{\"name\": \"acme/notes\"}",
            "includes/Notes.php",
            """
            <?php
            namespace Acme\\Notes;

            use Acme\\NotesMcp\\RegisterTool;

            class Notes {
              public function register(): void {
                new RegisterTool(
                  array(
                    'name'        => 'make_note',
                    'description' => 'Makes a note',
                    'inputSchema' => array(
                      'type'       => 'object',
                      'properties' => array( 'text' => array( 'type' => 'string' ) ),
                      'required'   => array( 'text' ),
                    ),
                    'annotations' => array( 'readOnlyHint' => false ),
                  )
                );
                new RegisterTool([
                  'name' => 'list_notes',
                  'description' => 'Lists notes',
                  'route' => '/notes',
                ]);
                $this->log(['name' => 'notes', 'description' => 'No tool']);
              }
            }
            """);
    assertEquals(List.of("make_note", "list_notes"), read.names());
    assertEquals("Makes a note", read.tool("make_note").description());
    assertEquals(Set.of("text"), read.parameters("make_note"));
    assertEquals("[\"text\"]", read.required("make_note"));
    assertEquals("{\"readOnlyHint\":false}", read.tool("make_note").annotations().toString());
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("list_notes").schemaCoverage());
  }

  @Test
  void classesAreDescribedByAttributes() {
    ReadTools read =
        ReadTools.of(
            "composer.json",
            "{\"name\": \"acme/notes\"}",
            "src/DropNote.php",
            """
            <?php
            use Laravel\\Mcp\\Server\\Tool;
            #[Name('drop_note')]
            #[Title('Drop a note')]
            #[Description('Drops a note')]
            class DropNote extends Tool {
                public function schema(JsonSchema $schema): array {
                    return ['id' => $schema->string()->required()];
                }
            }
            """,
            "src/ListNotes.php",
            """
            <?php
            use Laravel\\Mcp\\Server\\Tool;
            #[Description('Lists notes')]
            class ListNotes extends Tool {
                public function schema(JsonSchema $schema): array {
                    return array_merge(parent::schema($schema), ['page' => $schema->integer()]);
                }
            }
            """);
    assertEquals(List.of("drop_note", "list-notes"), read.names());
    assertEquals("Drops a note", read.tool("drop_note").description());
    assertEquals("Drop a note", read.tool("drop_note").title());
    assertEquals(Set.of("id"), read.parameters("drop_note"));
    assertEquals(SchemaCoverage.UNKNOWN, read.tool("list-notes").schemaCoverage());
  }

  @Test
  void classesAreNamedByTheirBaseAndDescribedInOneArray() {
    ReadTools read =
        ReadTools.of(
            "composer.json",
            "{\"name\": \"acme/notes\"}",
            "src/AbstractTool.php",
            """
            <?php
            use Mcp\\Types\\CallToolResult;
            abstract class AbstractTool implements ToolInterface {
                public function getName(): string {
                    $className = (new \\ReflectionClass($this))->getShortName();
                    return str_replace('Tool', '', $className);
                }
            }
            """,
            "src/MakeNoteTool.php",
            """
            <?php
            use Mcp\\Types\\CallToolResult;
            final class MakeNoteTool extends AbstractTool {
                public function getSchema(): array {
                    return [
                        'description' => 'Makes a note',
                        'inputSchema' => [
                            'type' => 'object',
                            'properties' => ['text' => ['type' => 'string']],
                        ],
                        'annotations' => ['readOnlyHint' => false],
                    ];
                }
            }
            """);
    assertEquals(List.of("MakeNote"), read.names());
    assertEquals("Makes a note", read.tool("MakeNote").description());
    assertEquals(Set.of("text"), read.parameters("MakeNote"));
    assertEquals("{\"readOnlyHint\":false}", read.tool("MakeNote").annotations().toString());
  }

  @Test
  void serversWhoseToolsOnlyShowAtRunTimeAreServersAllTheSame() {
    ReadTools read =
        ReadTools.of(
            "composer.json",
            "{\"name\": \"acme/notes\"}",
            "src/NotesServer.php",
            """
            <?php
            use Mcp\\Server\\Server;
            $server = new Server('notes');
            $server->registerHandler('tools/list', fn () => $registry->tools());
            """);
    assertEquals(List.of("acme/notes"), read.servers());
    assertEquals(List.of(Gap.Kind.DYNAMIC), read.gaps().stream().map(Gap::kind).toList());
  }

  @Test
  void programsThatAnswerThemselvesMayCallTheirOwnClassesMcp() {
    ReadTools read =
        ReadTools.of(
            "composer.json",
            "{\"name\": \"acme/notes\"}",
            "src/Endpoint.php",
            """
            <?php
            use Acme\\Mcp\\Notes;
            function answer(array $request): array {
                return match ($request['method']) {
                    'initialize' => ['serverInfo' => ['name' => 'notes']],
                    'tools/list' => ['tools' => Notes::tools()],
                };
            }
            """);
    assertEquals(List.of("acme/notes"), read.servers());
    assertEquals(List.of(Gap.Kind.DYNAMIC), read.gaps().stream().map(Gap::kind).toList());
  }
}
