package io.mcpcatalogue.collect.extract.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.ReadTools;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** PHP servers that describe their tools by arrays, in the old spelling and the new. */
class PhpToolsTest {

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
}
