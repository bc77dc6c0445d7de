package io.mcpcatalogue.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void whatSteersATerminalIsSpelledOut() {
    assertEquals("\\u{1b}[31mred\\u{07}", SafeText.line("\u001b[31mred\u0007"));
    assertEquals("a\\nb\\r\\tc", SafeText.line("a\nb\r\tc"));
    assertEquals("\\u{9b}2J", SafeText.line("\u009b2J"));
  }

  @Test
  void whatHidesOrReordersIsSpelledOut() {
    assertEquals("a\\u{202e}b\\u{200b}c", SafeText.line("a\u202eb\u200bc"));
    assertEquals("\\u{e0041}", SafeText.line("\udb40\udc41"));
    assertEquals("\\u{d800}x", SafeText.line("\ud800x"));
  }

  @Test
  void ordinaryTextOfAnyLanguageStays() {
    String text = "Grüße, 你好, नमस्ते, שלום, 😀 — “quoted”";
    assertEquals(text, SafeText.line(text));
  }

  @Test
  void marksThatPileUpAreSpelledOut() {
    assertEquals("e\u0301", SafeText.line("e\u0301"));
    assertTrue(SafeText.line("e" + "\u0301".repeat(50)).contains("\\u{301}"));
  }

  @Test
  void textIsCutByTheColumnsItTakes() {
    assertEquals("abc", SafeText.cut("abc", 3));
    assertEquals("ab…", SafeText.cut("abcd", 3));
    assertEquals("你…", SafeText.cut("你好吗", 4));
    assertEquals("你好", SafeText.cut("你好", 4));
    assertEquals("😀 ", SafeText.cell("😀", 3));
    assertEquals(10, SafeText.width(SafeText.cell("e\u0301", 10)));
  }

  @Test
  void aHugeTextIsCutWithoutReadingAllOfIt() {
    assertEquals("xxxx…", SafeText.cut("x".repeat(10_000_000), 5));
  }

  @Test
  void quotedWordsStandOnOneLineOfBoundedLength() {
    assertEquals("one two  three", SafeText.line("one\ntwo\r\tthree", 100));
    assertEquals("\\u{1b}[2J\\u{202e}", SafeText.line("\u001b[2J\u202e", 100));
    assertEquals("abc", SafeText.line("abc", 3));
    assertEquals("abc…", SafeText.line("abcd", 3));
    assertEquals("ab…", SafeText.line("ab\u001b", 3));
    assertEquals("ab…", SafeText.line("ab😀", 3));
    assertEquals("xxxxx…", SafeText.line("x".repeat(10_000_000), 5));
  }
}
