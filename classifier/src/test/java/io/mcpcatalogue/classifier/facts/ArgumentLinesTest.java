package io.mcpcatalogue.classifier.facts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentLinesTest {
  @Test
  void readsTheLinesOfAnArgument() {
    String text =
        "Saves a page.\n\nArgs:\n    path: Where to\n        save it\n    url (str): The page";
    assertTrue(isAbout("path", text, "Where"));
    assertTrue(isAbout("path", text, "save it"));
    assertFalse(isAbout("path", text, "Saves"));
    assertFalse(isAbout("path", text, "The page"));
    assertTrue(isAbout("url", text, "The page"));
  }

  @Test
  void readsListsAndMarks() {
    assertTrue(isAbout("path", "- `path` (string, required): Where to save", "Where"));
    assertTrue(isAbout("path", "* **path** - Where to save", "Where"));
    assertTrue(isAbout("path", ":param path: Where to save", "Where"));
    assertTrue(isAbout("path", "path = Where to save", "Where"));
  }

  @Test
  void endsWithTheNextLineOfTheSameIndent() {
    String text = "path: The file\nReturns: The page";
    assertFalse(isAbout("path", text, "The page"));
  }

  @Test
  void asksForAnArgumentAtTheBeginningOfTheLine() {
    assertFalse(isAbout("path", "Give a path: Where to save", "Where"));
    assertFalse(isAbout("path", "path is Where to save", "Where"));
    assertFalse(isAbout("path", "path (Where to save", "Where"));
    assertFalse(isAbout("path", "file: Where to save", "Where"));
  }

  private static boolean isAbout(String argument, String description, String part) {
    JsonObject members =
        new JsonObjectBuilder()
            .put("path", new JsonObjectBuilder().put("type", "string").build())
            .put("url", new JsonObjectBuilder().put("type", "string").build())
            .build();
    JsonObject tool =
        new JsonObjectBuilder()
            .put("name", "save")
            .put("description", description)
            .put("inputSchema", new JsonObjectBuilder().put("properties", members).build())
            .build();
    ToolFacts facts =
        new FactsReader(Vocabulary.of(List.of()), Headings.NONE)
            .read(ToolDefinition.of(tool, "test"), "");
    Parameter parameter =
        facts.parameters().stream()
            .filter(it -> it.path().equals(argument))
            .findAny()
            .orElseThrow();
    int start = description.indexOf(part);
    return new ArgumentLines(description, facts.parameters())
        .isAbout(parameter, start, start + part.length());
  }
}
