package io.mcpcatalogue.collect.extract.tree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextPatternTest {

  @Test
  void theRegularExpressionDecidesWhereAWordStands() {
    TextPattern pattern = TextPattern.startingWith("import\\s+mcp\\b", "import");

    assertTrue(pattern.isIn("import  mcp"));
    assertFalse(pattern.isIn("mcp"));
    assertFalse(pattern.isIn("import os"));
  }

  @Test
  void caseMayBeIgnored() {
    TextPattern pattern = TextPattern.startingIgnoringCase("use\\s+\\S*mcp", "use");

    assertTrue(pattern.isIn("USE Vendor.MCP"));
    assertFalse(pattern.isIn("use Vendor.McX and m"));
  }

  @Test
  void wordsAloneAreEnough() {
    assertTrue(TextPattern.anyOf("tool", "Tool").isIn("a Tool"));
    assertFalse(TextPattern.anyOf("tool", "Tool").isIn("TOOL"));
  }
}
