package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTest {

  @Test
  void breaksBetweenWordsAndLosesNone() {
    assertEquals(List.of("one two", "three", "four"), Wrapped.lines("one two three four", 8, 10));
    assertEquals(List.of("one two"), Wrapped.lines("one two", 7, 10));
    assertEquals(List.of(""), Wrapped.lines("", 7, 10));
  }

  @Test
  void breaksAWordThatFitsOnNoLine() {
    assertEquals(List.of("abcdefgh", "ij kl"), Wrapped.lines("abcdefghij kl", 8, 10));
  }

  @Test
  void endsTheLastLineWithAnEllipsisWhenTheTextGoesOn() {
    assertEquals(List.of("one two", "three f…"), Wrapped.lines("one two three four", 8, 2));
  }

  @Test
  void countsWideCharactersTwiceAndSpellsOutWhatSteersATerminal() {
    assertEquals(List.of("漢字漢字", "漢字"), Wrapped.lines("漢字漢字漢字", 8, 10));
    assertEquals(List.of("a\\u{1b}[2J"), Wrapped.lines("a\u001b[2J", 20, 10));
  }

  @Test
  void keepsTheIndentOfTheFirstLine() {
    assertEquals(List.of("  one", "  two"), Wrapped.indented("  one two", 6));
  }
}
